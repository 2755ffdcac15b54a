package impasto.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job as a card.
 *
 * @param id by which the page links to it
 * @param state in a word
 * @param title the path of its result
 * @param href the same as a link
 * @param inputs the photo and the paintings
 * @param result its thumbnail; empty if there is no picture that can be read
 * @param caption below it
 * @param missing what is said in its place
 * @param axes the values of the sweep
 * @param reason why it stands as it does
 * @param run that painted it
 * @param command that paints it again
 */
record CardView(
    String id,
    String state,
    String title,
    String href,
    List<InputView> inputs,
    Optional<Thumbnail> result,
    String caption,
    String missing,
    List<NamedValue> axes,
    Optional<String> reason,
    Optional<RunView> run,
    String command) {

  /** The card of a job. */
  static CardView of(
      int number, JobReport job, Map<Path, InputView.Rule> rules, Optional<Thumbnail> result) {
    boolean painted = job.state() != JobState.FAILED && job.state() != JobState.LEFT;
    boolean earlier = !painted || job.state() == JobState.STALE;
    return new CardView(
        id(number),
        job.state().word(),
        job.output(),
        Links.relative(job.output()),
        Stream.concat(
                Stream.of(InputView.of("content", job.content(), rules)),
                job.styles().stream().map(style -> InputView.of("style", style, rules)))
            .toList(),
        result,
        result.isPresent() && earlier ? "result of an earlier run" : "result",
        painted ? "The picture is missing or cannot be read." : "Not painted.",
        NamedValue.listOf(job.axes()),
        job.reason(),
        job.record().flatMap(RunView::of),
        Shell.line(job.command()));
  }

  /** Whether the job is one of a sweep. */
  boolean hasAxes() {
    return !axes.isEmpty();
  }

  /** By what name the page links to a job's card. */
  static String id(int number) {
    return "job-" + number;
  }
}
