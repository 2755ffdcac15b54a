package impasto.cli;

import impasto.config.TransferConfig;
import impasto.image.Size;
import impasto.image.WriteOptions;
import impasto.report.Difference;
import impasto.report.Differences;
import impasto.report.Recipe;
import impasto.report.RecipeJson;
import impasto.torch.TorchRuntime;
import impasto.transfer.CheckpointFile;
import impasto.transfer.Plan;
import impasto.transfer.TransferResult;
import impasto.transfer.UnusableCheckpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One picture from the request to its files: checks, paints, writes. */
final class StylizeRun {
  private static final Logger LOG = LoggerFactory.getLogger(StylizeRun.class);

  /** Four channels of 16 bits, should they not compress at all. */
  private static final int MOST_BYTES_A_PIXEL = 8;

  private final Request request;
  private final FileOptions options;
  private final OutputFiles files;
  private final WriteOptions writing;
  private final Instant started = Instant.now();
  private final Phases phases = new Phases(System::nanoTime);

  /**
   * @param request what to paint
   * @param options the files beside the picture
   * @param files their names
   */
  StylizeRun(Request request, FileOptions options, OutputFiles files) {
    this.request = request;
    this.options = options;
    this.files = files;
    writing = options.toWriteOptions(request.output());
  }

  /**
   * Paints the picture.
   *
   * @param models finds the network
   * @param engine chooses a precision where none is told
   * @param commandLine the arguments as given, for the record
   */
  void run(ModelOptions models, EngineOptions engine, List<String> commandLine) {
    List<Path> inputs = new ArrayList<>(request.pictures());
    models.file().ifPresent(inputs::add);
    request.record().ifPresent(inputs::add);
    new OutputChecks(files, writing, options.resume()).check(inputs);
    Materials materials = Materials.read(request, models);
    Plan plan = materials.plan();
    materials.warnOfLosses(files.picture());
    phases.end("read");
    try (Interruption interruption = Interruption.listen();
        TorchRuntime runtime = TorchRuntime.start(request.engine())) {
      Sitting sitting = prepare(materials, plan, runtime, engine);
      phases.end("start");
      TransferResult result = sitting.paint(options, interruption);
      phases.end("paint");
      if (result.complete()) {
        finish(sitting, result, commandLine);
      }
    }
  }

  private Sitting prepare(
      Materials materials, Plan plan, TorchRuntime runtime, EngineOptions engine) {
    TransferConfig config =
        request
            .config()
            .withPrecision(request.precision().orElseGet(() -> engine.precision(runtime)));
    MemoryCheck memory =
        MemoryCheck.here(materials.memory(config), plan.finest().content(), runtime);
    memory.check(options.force());
    checkRoom(memory);
    Recipe recipe = materials.recipe(config);
    request.repeated().ifPresent(then -> tellDifferences(then, recipe));
    Optional<CheckpointFile.Saved> saved = saved(recipe, plan);
    Chronicle chronicle =
        saved
            .map(it -> Chronicle.resume(files.checkpoint(), it.notes(), recipe))
            .orElseGet(() -> Chronicle.begin(recipe, started));
    saved
        .map(it -> it.checkpoint().position().evaluations())
        .ifPresent(done -> LOG.info("{}: going on after {} evaluations", files.checkpoint(), done));
    WriteOptions described =
        request.output().strip()
            ? writing
            : writing.withExif(materials.exif()).withDescription(RecipeJson.text(recipe));
    Results results =
        new Results(files, described.withOverwrite(writing.overwrite() || saved.isPresent()));
    return new Sitting(runtime, materials, config, plan, memory, saved, chronicle, results);
  }

  private void finish(Sitting sitting, TransferResult result, List<String> commandLine) {
    Results results = sitting.results();
    results.save(result.picture());
    phases.end("write");
    RunReport report = new RunReport(files, commandLine, results.options().overwrite());
    Map<String, Double> seconds = phases.seconds();
    seconds.put("network", result.networkSeconds());
    report.write(sitting, seconds);
    results.removeCheckpoint();
    if (sitting.saved().isPresent()) {
      results.removePartial();
    }
    // Last, since it can be drawn without the run, but not the run without its record.
    report.plot(sitting.chronicle());
  }

  private void checkRoom(MemoryCheck memory) {
    Size size = memory.size();
    long checkpoint = options.checkpointEvery() == 0 ? 0 : memory.estimate().checkpointBytes(size);
    DiskRoom.check(
        files.picture(),
        size.pixels() * MOST_BYTES_A_PIXEL,
        checkpoint,
        CheckpointFile.bytes(files.checkpoint()));
  }

  private static void tellDifferences(Recipe then, Recipe now) {
    for (Difference difference : Differences.between(then, now)) {
      LOG.warn("not the same as before: {}", difference.sentence());
    }
  }

  /** The checkpoint to go on from, if that was asked for and there is one. */
  private Optional<CheckpointFile.Saved> saved(Recipe now, Plan plan) {
    if (!options.resume()) {
      return Optional.empty();
    }
    if (!Files.exists(files.checkpoint())) {
      LOG.info("{}: there is none; beginning anew", files.checkpoint());
      return Optional.empty();
    }
    CheckpointFile.Saved saved = CheckpointFile.read(files.checkpoint());
    Recipe then = Chronicle.recipe(files.checkpoint(), saved.notes());
    List<Difference> differences = Differences.between(then, now);
    if (!differences.isEmpty()) {
      throw new UnusableCheckpointException(
          files.checkpoint(),
          "it is of another run: "
              + differences.stream().map(Difference::sentence).collect(Collectors.joining(", ")),
          null);
    }
    if (!plan.holds(saved.checkpoint().position())) {
      throw new UnusableCheckpointException(files.checkpoint(), "it is damaged", null);
    }
    return Optional.of(saved);
  }
}
