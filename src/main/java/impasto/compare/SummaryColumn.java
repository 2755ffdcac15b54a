package impasto.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of the summary.
 *
 * @param name in files and on standard output
 * @param title on the page
 * @param explanation of what it holds
 * @param text as people read it; empty where there is nothing to tell
 * @param value as programs read it
 */
record SummaryColumn(
    String name,
    String title,
    String explanation,
    Function<SummaryLine, String> text,
    Function<SummaryLine, Object> value) {

  /** All columns after recipe and size. */
  static final List<SummaryColumn> ALL =
      List.of(
          new SummaryColumn(
              "pictures",
              "pictures",
              "How many there are",
              line -> Integer.toString(line.pictures()),
              SummaryLine::pictures),
          new SummaryColumn(
              "missing",
              "missing",
              "How many failed, are stale or were not come to",
              line -> line.missing() == 0 ? "" : Integer.toString(line.missing()),
              SummaryLine::missing),
          of(
              "seconds",
              "seconds",
              "Of the whole process; median",
              Figures::amount,
              SummaryLine::seconds),
          of(
              "full_size_evaluations",
              "evaluations",
              "Of the objective, counted by pixels relative to the last scale's, those of a network "
                  + "that paints before the own one by what they take; median",
              Figures::amount,
              SummaryLine::evaluations),
          of(
              "peak_mb",
              "peak MB",
              "Resident memory; median",
              Figures::whole,
              SummaryLine::peakMemoryMb),
          of(
              "loss",
              "loss",
              "The judge's, relative; geometric mean",
              Figures::ratio,
              SummaryLine::loss),
          of(
              "content",
              "content",
              "The judge's content terms, relative; geometric mean",
              Figures::ratio,
              SummaryLine::content),
          of(
              "style",
              "style",
              "The judge's style terms, relative; geometric mean",
              Figures::ratio,
              SummaryLine::style),
          of(
              "noise",
              "noise",
              "Differences of neighbouring pixels, relative to the painting's; median",
              Figures::ratio,
              SummaryLine::noise),
          of(
              "ssim_seeds",
              "SSIM seeds",
              "Similarity of pictures of different seeds; median",
              Figures::ratio,
              SummaryLine::seeds),
          of(
              "ssim_sizes",
              "SSIM sizes",
              "Least similarity with the pictures of smaller sizes, at the smallest; median",
              Figures::ratio,
              SummaryLine::sizes),
          of(
              "ssim_photo",
              "SSIM photo",
              "Similarity with the untouched photo at the smallest size; median",
              Figures::ratio,
              SummaryLine::photo),
          of(
              "to_baseline",
              "to baseline",
              "Time until the loss was the baseline's lowest, relative to the baseline's time; median",
              Figures::ratio,
              SummaryLine::toBaseline),
          new SummaryColumn(
              "reached",
              "reached",
              "How many came so far",
              line -> line.toBaseline().isEmpty() ? "" : Integer.toString(line.reached()),
              SummaryLine::reached));

  private static SummaryColumn of(
      String name,
      String title,
      String explanation,
      Function<Optional<Double>, String> words,
      Function<SummaryLine, Optional<Double>> number) {
    return new SummaryColumn(
        name,
        title,
        explanation,
        line -> words.apply(number.apply(line)),
        line -> number.apply(line).orElse(null));
  }

  /** Those of which a summary has anything to tell. */
  static List<SummaryColumn> used(List<SummaryLine> lines) {
    return ALL.stream()
        .filter(column -> lines.stream().anyMatch(line -> !column.text().apply(line).isEmpty()))
        .toList();
  }
}
