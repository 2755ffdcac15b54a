package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Job;
import impasto.batch.Redo;
import impasto.batch.Source;
import impasto.report.Examples;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Jobs of batches as their command lines tell them, on the fixtures. */
final class PlannedJobs {
  private static final Path NOWHERE = Path.of("no such folder");

  private PlannedJobs() {}

  /** The options that a command line gives a batch. */
  static List<OptionSpec> given(String... options) {
    String[] args =
        Stream.concat(Stream.of("batch", "-o", NOWHERE.toString()), Stream.of(options))
            .toArray(String[]::new);
    return CommandLines.of(new ImpastoCommand()).parseArgs(args).subcommand().matchedOptions();
  }

  /** A job of the fixtures. */
  static Job job(String output, Map<String, String> settings, Map<String, String> axes) {
    return new Job(
        1,
        new Source(Reference.CONTENT, "content.png"),
        List.of(new Source(Reference.STYLE, "style.png")),
        output,
        settings,
        axes);
  }

  /** A job that is to be painted, at a single scale. */
  static PlannedJob planned(String output, int size, int iterations) {
    return planned(output, size, iterations, Reference.MODEL);
  }

  /** The same with another network. */
  static PlannedJob planned(String output, int size, int iterations, Path model) {
    JobOptions options =
        JobOptions.of(
            given("--model=" + model, "--scales=1", "--size=" + size, "--iterations=" + iterations),
            NOWHERE);
    CrewRules rules = new CrewRules(1, 0, false, Redo.NEVER, false, Instant.EPOCH);
    BatchPlanner planner = new BatchPlanner(options, NOWHERE, rules);
    List<Job> jobs = List.of(job(output, Map.of(), Map.of()));
    return planner.plan(jobs, planner.orders(jobs), () -> false).get(0);
  }

  /** The same of which something else is to be said. */
  static PlannedJob with(PlannedJob job, Verdict verdict) {
    return new PlannedJob(job.task(), job.order(), job.plan(), job.inputPixels(), verdict);
  }

  /** What a run has left that painted a picture of such a size. */
  static RunRecord record(int width, int height, int evaluations, int resumed, double seconds) {
    return record(
        List.of(new ScaleRecord(width, height, evaluations, 1, Map.of(), seconds)),
        resumed,
        seconds);
  }

  /** What a run has left that went through such scales. */
  static RunRecord record(List<ScaleRecord> scales, int resumed, double seconds) {
    RunRecord run = Examples.run(Examples.recipe());
    return new RunRecord(
        run.recipe(),
        run.output(),
        Optional.empty(),
        run.commandLine(),
        run.started(),
        run.machine(),
        Map.of("total", seconds),
        scales,
        Optional.empty(),
        resumed,
        List.of(),
        Optional.empty());
  }
}
