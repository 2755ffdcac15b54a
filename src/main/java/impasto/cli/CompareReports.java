package impasto.cli;

import impasto.compare.ComparePage;
import impasto.compare.Comparison;
import impasto.compare.ComparisonFiles;
import impasto.compare.Likenesses;
import impasto.compare.Result;
import impasto.compare.Result.Kind;
import impasto.compare.Result.State;
import impasto.compare.SummaryText;
import impasto.compare.Tables;
import impasto.compare.Trial;
import impasto.report.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people and programs how a comparison went. */
final class CompareReports {
  private static final Logger LOG = LoggerFactory.getLogger(CompareReports.class);

  private final CompareSetup setup;

  /**
   * @param setup what was compared
   */
  CompareReports(CompareSetup setup) {
    this.setup = setup;
  }

  /**
   * Writes the tables and the page, and the summary to standard output. What cannot be written is
   * told by a warning: the pictures are there.
   *
   * @param results of all trials
   * @param interrupted whether the comparison was asked to end
   */
  void tell(List<Result> results, boolean interrupted) {
    ComparisonFiles files = setup.files();
    List<Trial> painted =
        results.stream().filter(it -> it.record().isPresent()).map(Result::trial).toList();
    Comparison comparison =
        new Comparison(
            setup.recipes(), setup.baseline(), results, new Likenesses(files.folder()).of(painted));
    write(files.pictures(), file -> Tables.writePictures(file, comparison));
    write(files.summary(), file -> Tables.writeSummary(file, comparison));
    write(
        files.page(),
        file ->
            ComparePage.write(
                file,
                "Impasto: " + files.folder().toAbsolutePath().normalize().getFileName(),
                Instant.now(),
                setup.commandLine(),
                comparison));
    System.out.print(SummaryText.of(comparison.summary()));
    System.out.print(words(results, interrupted));
    System.out.println(files.page());
    System.out.flush();
  }

  private static String words(List<Result> results, boolean interrupted) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d done, %d stale, %d failed, %d left%n"
            .formatted(
                results.stream().filter(it -> it.state().isEmpty()).count(),
                count(results, Kind.STALE),
                count(results, Kind.FAILED),
                count(results, Kind.LEFT)));
    for (Result result : results) {
      result
          .state()
          .filter(state -> state.kind() != Kind.LEFT)
          .ifPresent(
              state ->
                  text.append(
                      "%s: %s: %s%n"
                          .formatted(
                              state.kind().word(),
                              Printable.text(result.trial().output()),
                              Printable.text(state.reason()))));
    }
    if (count(results, Kind.STALE) > 0) {
      text.append(
          "stale pictures are kept and not compared; --redo stale paints them again%n".formatted());
    }
    if (interrupted) {
      text.append("interrupted; the same command goes on from here%n".formatted());
    }
    return text.toString();
  }

  private static long count(List<Result> results, Kind kind) {
    return results.stream()
        .filter(it -> it.state().map(State::kind).filter(kind::equals).isPresent())
        .count();
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path file) throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      writing.to(file);
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}; the pictures are whole", file, e.toString());
    }
  }
}
