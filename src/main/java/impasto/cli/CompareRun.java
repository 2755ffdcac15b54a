package impasto.cli;

import impasto.batch.Job;
import impasto.compare.LastScale;
import impasto.compare.Measurement;
import impasto.compare.Measurements;
import impasto.compare.Result;
import impasto.compare.Result.Kind;
import impasto.compare.Result.State;
import impasto.compare.Trial;
import impasto.config.CoarseNetwork;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares recipes: has their pictures painted, judges them, and tells what it came to. */
final class CompareRun {
  private static final Logger LOG = LoggerFactory.getLogger(CompareRun.class);

  private final CompareSetup setup;
  private final BatchPlanner planner;
  private final boolean overwrite;

  /**
   * @param setup what is compared
   * @param planner looks at its pictures
   * @param overwrite whether files are replaced that are none of ours
   */
  CompareRun(CompareSetup setup, BatchPlanner planner, boolean overwrite) {
    this.setup = setup;
    this.planner = planner;
    this.overwrite = overwrite;
  }

  /**
   * Compares.
   *
   * @param jobs the trials as jobs, in their order
   * @param orders what their command lines ask for
   * @return whether all is done
   * @throws OutputException if the folder cannot be written to
   * @throws impasto.models.ModelException if a network cannot be used
   * @throws InterruptedException if the thread is interrupted
   */
  ExitCode run(List<Job> jobs, List<Order> orders) throws InterruptedException {
    ComparisonJudge judge = new ComparisonJudge(setup.judge().load());
    Measurements measurements = enter();
    OwnProcess process = new OwnProcess();
    try (Interruption interruption = Interruption.listen(process::stop)) {
      List<PlannedJob> planned = planner.plan(jobs, orders, interruption);
      TrialPainter painter = new TrialPainter(measurements, overwrite, process, interruption);
      List<Result> painted = new ArrayList<>();
      for (int i = 0; i < planned.size(); i++) {
        Trial trial = setup.trials().get(i);
        PlannedJob job = planned.get(i);
        Optional<State> state = settled(trial, job, measurements, painter, interruption);
        painted.add(
            state.isPresent() ? without(trial, state.get()) : result(trial, job, measurements));
      }
      List<Result> judged =
          new Judging(judge, measurements, setup.engine()).judged(painted, orders, interruption);
      new CompareReports(setup).tell(judged, interruption.getAsBoolean());
      boolean failed = judged.stream().anyMatch(CompareRun::hasFailed);
      return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
  }

  private Measurements enter() {
    Path folder = setup.files().folder();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new OutputException("cannot write into " + folder + ": it is no folder; name another");
    }
    try {
      Files.createDirectories(folder);
      return Measurements.read(setup.files().measurements());
    } catch (IOException e) {
      throw new OutputException(
          "cannot write into %s: %s; choose another folder".formatted(folder, e.getMessage()), e);
    }
  }

  /** Sees to it that a picture is there and measured; tells why not otherwise. */
  private static Optional<State> settled(
      Trial trial,
      PlannedJob job,
      Measurements measurements,
      TrialPainter painter,
      BooleanSupplier stop)
      throws InterruptedException {
    Verdict verdict = job.verdict();
    if (verdict instanceof Verdict.Impossible impossible) {
      return Optional.of(new State(Kind.FAILED, impossible.reason()));
    }
    if (verdict instanceof Verdict.Stale stale) {
      return Optional.of(new State(Kind.STALE, stale.reason()));
    }
    if (verdict instanceof Verdict.Skip skip && isMeasured(trial, skip.record(), measurements)) {
      return touched(job);
    }
    return stop.getAsBoolean() ? Optional.of(TrialPainter.left()) : painter.paint(trial, job);
  }

  private static boolean isMeasured(Trial trial, RunRecord run, Measurements measurements) {
    return run.sha256().flatMap(hash -> measurements.of(trial.output(), hash)).isPresent();
  }

  private static Optional<State> touched(PlannedJob job) {
    OutputFiles files = job.order().files();
    try {
      return TrialPainter.isTouched(files)
          ? Optional.of(
              new State(
                  Kind.FAILED,
                  files.picture()
                      + " was changed after it was painted; move it away, to have it painted again"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(new State(Kind.FAILED, files.picture() + " cannot be read: " + e));
    }
  }

  private static Result without(Trial trial, State state) {
    if (state.kind() != Kind.LEFT) {
      LOG.warn("{}: {}: {}", state.kind().word(), trial.output(), state.reason());
    }
    return new Result(
        trial, Optional.empty(), Optional.empty(), new LastScale(List.of()), Optional.of(state));
  }

  private static Result result(Trial trial, PlannedJob job, Measurements measurements) {
    OutputFiles files = job.order().files();
    RunRecord run = RunRecords.read(files.record());
    Optional<Measurement> measurement =
        run.sha256().flatMap(hash -> measurements.of(trial.output(), hash));
    return new Result(trial, Optional.of(run), measurement, course(files, run), Optional.empty());
  }

  private static LastScale course(OutputFiles files, RunRecord run) {
    Path metrics = TrialPainter.metrics(files);
    try {
      return LastScale.read(metrics, run.recipe().transfer().coarse() == CoarseNetwork.SHALLOW);
    } catch (IOException e) {
      LOG.warn("cannot read {}: {}; it takes no part in the race", metrics, e.toString());
      return new LastScale(List.of());
    }
  }

  private static boolean hasFailed(Result result) {
    return result.state().map(State::kind).filter(kind -> kind == Kind.FAILED).isPresent();
  }
}
