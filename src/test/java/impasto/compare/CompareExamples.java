package impasto.compare;

import impasto.batch.Source;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.report.Examples;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results to compare. */
final class CompareExamples {
  static final LastScale FALLING =
      new LastScale(
          List.of(new LastScale.Point(1, 9), new LastScale.Point(2, 5), new LastScale.Point(3, 4)));

  static final ScaleRecord COARSE = new ScaleRecord(32, 24, 20, 2, Map.of(), 1);
  static final ScaleRecord FINE = new ScaleRecord(64, 48, 10, 2, Map.of(), 1);

  private CompareExamples() {}

  static Trial trial(String recipe, String content, int size) {
    return new Trial(
        recipe,
        new Source(Path.of(content), content),
        new Source(Path.of("night.png"), "night.png"),
        size,
        Optional.empty(),
        "%s/%s_night_%d.png".formatted(recipe, content, size));
  }

  /** A picture that was painted in so many seconds, 3 of them besides painting. */
  static Result painted(Trial trial, double seconds, LastScale course, double loss) {
    return painted(trial, Preset.IMPASTO.config(), seconds, course, loss);
  }

  static Result painted(
      Trial trial, TransferConfig config, double seconds, LastScale course, double loss) {
    return painted(trial, record(config, seconds - 3, COARSE, FINE), seconds, course, loss);
  }

  private static Result painted(
      Trial trial, RunRecord record, double seconds, LastScale course, double loss) {
    Judgement judgement =
        new Judgement(
            "ab",
            "neural-style",
            loss,
            Map.of(
                "content.relu4_2", loss / 4, "style.relu1_1", loss / 2, "style.relu2_1", loss / 4),
            0.5);
    return new Result(
        trial,
        Optional.of(record),
        Optional.of(new Measurement(trial.output(), "12", seconds, Optional.of(judgement))),
        course,
        Optional.empty());
  }

  /** A picture that was painted in these scales. */
  static Result painted(TransferConfig config, ScaleRecord... scales) {
    return painted(trial("new", "a", 64), record(config, 7, scales), 10, FALLING, 1);
  }

  static Result failed(Trial trial) {
    return new Result(
        trial,
        Optional.empty(),
        Optional.empty(),
        new LastScale(List.of()),
        Optional.of(new Result.State(Result.Kind.FAILED, "<b>no</b> memory")));
  }

  private static RunRecord record(TransferConfig config, double painting, ScaleRecord... scales) {
    RunRecord run = Examples.run(Examples.recipe(config));
    return new RunRecord(
        run.recipe(),
        run.output(),
        run.sha256(),
        run.commandLine(),
        run.started(),
        run.machine(),
        Map.of("paint", painting - 0.5, "write", 0.5),
        List.of(scales),
        run.peakMemoryMb(),
        run.resumed(),
        run.events(),
        run.course());
  }
}
