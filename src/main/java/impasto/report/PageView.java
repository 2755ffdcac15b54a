package impasto.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that the page of a batch shows.
 *
 * @param title of the page
 * @param ended when the batch ended
 * @param time that it took
 * @param size how many jobs there are, in words
 * @param command that started it
 * @param states how many jobs stand how
 * @param failed the cards of jobs that failed
 * @param grids a table for each sweep
 * @param cards of all jobs
 * @param rules for the thumbnails of inputs
 */
record PageView(
    String title,
    String ended,
    String time,
    String size,
    String command,
    List<StateCount> states,
    List<CardView> failed,
    List<GridView> grids,
    List<CardView> cards,
    Collection<InputView.Rule> rules) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss xxx", Locale.ENGLISH);

  /** Thumbnails in tables are smaller than those on cards by this factor. */
  private static final int SMALLER = 2;

  /**
   * How many jobs stand how.
   *
   * @param state in a word
   * @param count at least 1
   */
  record StateCount(String state, long count) {}

  /** Whether a job failed. */
  boolean hasFailed() {
    return !failed.isEmpty();
  }

  /** Whether the batch swept options. */
  boolean hasGrids() {
    return !grids.isEmpty();
  }

  /** Reads the pictures and gathers what there is to show. */
  static PageView of(BatchReport report) {
    List<JobReport> jobs = report.jobs();
    List<Path> inputs = jobs.stream().flatMap(PageView::inputs).distinct().toList();
    int side = Thumbnails.longerSide(inputs.size() + jobs.size());
    List<Path> results = jobs.stream().map(JobReport::picture).toList();
    boolean sweep = jobs.stream().anyMatch(job -> !job.axes().isEmpty());
    Thumbnails ofInputs = Thumbnails.of(inputs, List.of(side));
    Thumbnails ofResults =
        Thumbnails.of(results, sweep ? List.of(side, side / SMALLER) : List.of(side));
    Map<Path, InputView.Rule> rules = InputView.rules(inputs, ofInputs, side);
    List<CardView> cards =
        IntStream.range(0, jobs.size())
            .mapToObj(
                i ->
                    CardView.of(
                        i + 1, jobs.get(i), rules, ofResults.get(jobs.get(i).picture(), side)))
            .toList();
    return new PageView(
        report.title(),
        WHEN.format(report.ended().atZone(ZoneId.systemDefault())),
        PageNumbers.time(report.wallSeconds()),
        jobs.size() == 1 ? "1 job" : jobs.size() + " jobs",
        Shell.line(report.command()),
        states(jobs),
        cards.stream().filter(card -> card.state().equals(JobState.FAILED.word())).toList(),
        GridView.of(jobs, ofResults, side / SMALLER),
        cards,
        rules.values());
  }

  private static Stream<Path> inputs(JobReport job) {
    return Stream.concat(Stream.of(job.content()), job.styles().stream());
  }

  private static List<StateCount> states(List<JobReport> jobs) {
    return Arrays.stream(JobState.values())
        .map(
            state ->
                new StateCount(
                    state.word(), jobs.stream().filter(job -> job.state() == state).count()))
        .filter(count -> count.count() > 0)
        .toList();
  }
}
