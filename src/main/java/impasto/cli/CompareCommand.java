package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Job;
import impasto.batch.Redo;
import impasto.compare.ComparisonFiles;
import impasto.compare.NamedRecipe;
import impasto.compare.Trial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares recipes. */
@Command(
    name = "compare",
    description = {
      "Paint the same pictures by several recipes; measure and show them side by side.",
      "Each picture is painted by a process of its own, one after the other."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "impasto compare [OPTIONS] --recipes F --content P... --style P... -o DIR",
      "       impasto compare [OPTIONS] --recipes F --pairs F -o DIR"
    },
    footer = {
      "",
      "What is painted and measured already is not painted again: the same command",
      "goes on where the last one ended. DIR/index.html shows the pictures,",
      "DIR/compare.csv and DIR/summary.csv hold the numbers.",
      "",
      "Example:",
      "  impasto compare --recipes recipes.csv --pairs pairs.csv --sizes 256,512 -o out"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The folder of the results; it is made if it is not there.")
  private Path output;

  @ArgGroup(exclusive = false, multiplicity = "1", heading = "%nWhat is compared:%n")
  private TrialOptions trials;

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description =
          "The recipe that the others' losses are relative to, and whose loss they are to reach. "
              + "Default: the first, without a race.")
  private String baseline;

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description =
          "The network that judges all pictures, by the preset neural-style. Default: that of "
              + "--model.")
  private Path judge;

  @Option(
      names = "--redo",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Redos.class,
      description =
          "Paint again what is there: stale (made from other files or settings) or all. "
              + "Default: never.")
  private Redo redo = Redo.NEVER;

  @Option(
      names = "--overwrite",
      description = "Replace files in the places of results that are none of ours.")
  private boolean overwrite;

  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
    JobOptions options = JobOptions.of(given, trials.rows());
    CompareSetup setup = Usage.checked(spec, () -> setup(options));
    CrewRules rules = new CrewRules(1, 0, false, redo, overwrite, Instant.now());
    BatchPlanner planner = new BatchPlanner(options, output, rules);
    List<Job> jobs = jobs(setup);
    List<Order> orders = Usage.checked(spec, () -> planner.orders(jobs));
    return new CompareRun(setup, planner, overwrite).run(jobs, orders).code();
  }

  private CompareSetup setup(JobOptions options) {
    List<NamedRecipe> recipes = trials.recipes(options.settable());
    List<String> names = recipes.stream().map(NamedRecipe::name).toList();
    if (baseline != null && !names.contains(baseline)) {
      throw new IllegalArgumentException(
          "--baseline %s is none of the recipes; there are %s"
              .formatted(baseline, String.join(", ", names)));
    }
    return new CompareSetup(
        new ComparisonFiles(output),
        recipes,
        trials.trials(recipes, output),
        Optional.ofNullable(baseline),
        judge == null ? model : model.naming(judge),
        engine.toConfig(),
        spec.commandLine().getParseResult().originalArgs());
  }

  /** The trials as jobs of a batch. */
  private static List<Job> jobs(CompareSetup setup) {
    Map<String, NamedRecipe> recipes =
        setup.recipes().stream().collect(Collectors.toMap(NamedRecipe::name, Function.identity()));
    List<Job> jobs = new ArrayList<>();
    for (Trial trial : setup.trials()) {
      Map<String, String> settings = new LinkedHashMap<>(recipes.get(trial.recipe()).settings());
      // What is gone on with later has no time that could be compared.
      settings.putIfAbsent("checkpoint-every", "0");
      settings.put("size", Integer.toString(trial.size()));
      trial.seed().ifPresent(seed -> settings.put("seed", Long.toString(seed)));
      jobs.add(
          new Job(
              jobs.size() + 1,
              trial.content(),
              List.of(trial.style()),
              trial.output(),
              settings,
              Map.of()));
    }
    return jobs;
  }
}
