package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Job;
import impasto.torch.CudaMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Paints many pictures. */
@Command(
    name = "batch",
    description = "Paint many photos in the manner of many paintings.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "impasto batch [OPTIONS] --content PATH... --style PATH... -o DIR",
      "       impasto batch [OPTIONS] --pairs FILE.csv -o DIR"
    },
    footer = {
      "",
      "What is done already is not painted again: the same command goes on where the last one",
      "ended, however that was. DIR/index.html shows all pictures; DIR/manifest.jsonl and",
      "DIR/summary.json tell programs what happened.",
      "",
      "Example:",
      "  impasto batch --content photos --style waves.jpg night.jpg -o painted"
    })
final class BatchCommand implements Callable<Integer> {
  /** What workers are told of the options of the batch. */
  private static final Set<String> OF_WORKERS =
      Set.of("--model", "--input-convention", "--quiet", "--verbose", "--stacktrace");

  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nThe jobs:%n")
  private BatchOptions batch = new BatchOptions();

  @Mixin private PictureOptions picture = new PictureOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
    JobOptions options = JobOptions.of(given, batch.rows());
    BatchSetup setup = Usage.checked(spec, () -> setup(options, given));
    BatchPlanner planner = new BatchPlanner(options, setup.folder(), setup.rules());
    List<Job> jobs = Usage.checked(spec, () -> batch.jobs(options));
    List<Order> orders = Usage.checked(spec, () -> planner.orders(jobs));
    return (batch.dryRun()
            ? new DryRun(setup, planner).print(jobs, orders)
            : new BatchRun(setup, planner).run(jobs, orders))
        .code();
  }

  private BatchSetup setup(JobOptions options, List<OptionSpec> given) {
    // Before there is any job, what all have in common is checked.
    picture.toConfig();
    boolean everyDevice = options.base("device").filter("cuda"::equals).isPresent();
    int devices = everyDevice ? devices() : 0;
    CrewRules rules =
        new CrewRules(
            batch.workers(devices),
            batch.retries(),
            batch.failFast(),
            batch.redo(),
            picture.files().overwrite(),
            Instant.now());
    return new BatchSetup(
        batch.output(),
        batch.shard(),
        rules,
        batch.limit(),
        new WorkerCommands(picture.engine().toConfig(), rules.workers(), devices, ofWorkers(given)),
        spec.commandLine().getParseResult().originalArgs());
  }

  private static List<String> ofWorkers(List<OptionSpec> given) {
    List<String> options = new ArrayList<>();
    for (OptionSpec option : given) {
      if (OF_WORKERS.contains(option.longestName())) {
        options.add(option.longestName());
        if (option.arity().max() > 0) {
          options.addAll(option.originalStringValues());
        }
      }
    }
    return options;
  }

  /** How many CUDA devices there are. Not tried yet on a machine that has some. */
  private static int devices() {
    int devices = 0;
    while (CudaMemory.of(devices).isPresent()) {
      devices++;
    }
    return devices;
  }
}
