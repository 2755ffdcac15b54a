package impasto.compare;

import impasto.report.InputView;
import impasto.report.NamedValue;
import impasto.report.Shell;
import impasto.report.Thumbnails;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that the page of a comparison shows.
 *
 * @param title of the page
 * @param size how much was compared, in words
 * @param ended when the comparison ended
 * @param command that started it
 * @param reference the recipe that losses are relative to
 * @param summary the table on top
 * @param recipes their names and options
 * @param troubles what failed or is stale
 * @param rows of pictures
 * @param rules for the thumbnails of photos and paintings
 */
record ComparisonView(
    String title,
    String size,
    String ended,
    String command,
    String reference,
    SummaryView summary,
    List<NamedValue> recipes,
    List<Trouble> troubles,
    List<RowView> rows,
    Collection<InputView.Rule> rules) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss xxx", Locale.ENGLISH);

  /** The longer side of thumbnails, in pixels. */
  private static final int SIDE = 384;

  /**
   * A picture that is not there, or not judged.
   *
   * @param state in a word
   * @param output its file
   * @param reason why
   */
  record Trouble(String state, String output, String reason) {}

  /** Whether anything failed or is stale. */
  boolean hasTroubles() {
    return !troubles.isEmpty();
  }

  /** Reads photos and paintings and gathers what there is to show. */
  static ComparisonView of(
      String title, Instant ended, List<String> command, Comparison comparison) {
    List<Path> inputs =
        comparison.results().stream()
            .map(Result::trial)
            .flatMap(trial -> Stream.of(trial.content().file(), trial.style().file()))
            .distinct()
            .toList();
    Map<Path, InputView.Rule> rules =
        InputView.rules(inputs, Thumbnails.of(inputs, List.of(SIDE)), SIDE);
    return new ComparisonView(
        title,
        size(comparison),
        WHEN.format(ended.atZone(ZoneId.systemDefault())),
        Shell.line(command),
        comparison.reference(),
        SummaryView.of(comparison.summary()),
        comparison.recipes().stream()
            .map(
                recipe ->
                    new NamedValue(
                        recipe.name(), recipe.words().isEmpty() ? "the defaults" : recipe.words()))
            .toList(),
        troubles(comparison),
        RowView.listOf(comparison, rules),
        rules.values());
  }

  private static String size(Comparison comparison) {
    List<Trial> trials = comparison.results().stream().map(Result::trial).toList();
    return "%s, %s, %s: %s"
        .formatted(
            counted(comparison.recipes().size(), "recipe"),
            counted(trials.stream().map(Trial::pair).distinct().count(), "pair"),
            counted(trials.stream().map(Trial::size).distinct().count(), "size"),
            counted(trials.size(), "picture"));
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static List<Trouble> troubles(Comparison comparison) {
    return comparison.results().stream()
        .flatMap(
            result ->
                result.state().stream()
                    .map(
                        state ->
                            new Trouble(
                                state.kind().word(), result.trial().output(), state.reason())))
        .toList();
  }
}
