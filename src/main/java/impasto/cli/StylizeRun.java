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
import impasto.transfer.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One picture from the request to its files: checks, paints, writes. */
final class StylizeRun {
  private static final Logger LOG = LoggerFactory.getLogger(StylizeRun.class);

  /** Four channels of 16 bits, should they not compress at all. */
  private static final int MOST_BYTES_A_PIXEL = 8;

  private final Order order;
  private final Supplies supplies;
  private final List<String> commandLine;
  private final Instant started = Instant.now();
  private final Phases phases = new Phases(System::nanoTime);

  private StylizeRun(Order order, Supplies supplies, List<String> commandLine) {
    this.order = order;
    this.supplies = supplies;
    this.commandLine = List.copyOf(commandLine);
  }

  /** A run whose pictures and network are read. */
  static final class Ready {
    private final StylizeRun run;
    private final Materials materials;
    private final Plan plan;

    private Ready(StylizeRun run, Materials materials, Plan plan) {
      this.run = run;
      this.materials = materials;
      this.plan = plan;
    }

    /** Starts an engine, paints the picture and writes its files. */
    void paintAlone() {
      try (Interruption interruption = Interruption.listen();
          TorchRuntime runtime = TorchRuntime.start(run.order.request().engine());
          Workshop workshop = new Workshop(runtime)) {
        paint(new Studio(runtime, workshop, interruption, ProgressDisplay::of));
      }
    }

    /**
     * Paints the picture and writes its files.
     *
     * @param studio where
     * @return whether it was finished, and not stopped
     */
    boolean paint(Studio studio) {
      // Of this run or of another one of the same picture.
      boolean brokeOff =
          run.order.keeping().resumes() && Files.exists(run.order.files().checkpoint());
      Sitting sitting = run.prepare(materials, plan, studio);
      run.phases.end("start");
      TransferResult result = sitting.paint();
      run.phases.end("paint");
      if (result.complete()) {
        run.finish(sitting, result, brokeOff);
      }
      return result.complete();
    }
  }

  /**
   * Checks where the results go, and reads pictures and network.
   *
   * @param order what to paint
   * @param supplies reads
   * @param commandLine the arguments as given, for the record
   */
  static Ready read(Order order, Supplies supplies, List<String> commandLine) {
    StylizeRun run = new StylizeRun(order, supplies, commandLine);
    Request request = order.request();
    order.checks().check(order.inputs());
    Materials materials = Materials.read(request, order.models(), supplies);
    Plan plan = materials.plan();
    materials.warnOfLosses(order.files().picture());
    run.phases.end("read");
    return new Ready(run, materials, plan);
  }

  private Sitting prepare(Materials materials, Plan plan, Studio studio) {
    Request request = order.request();
    TransferConfig config =
        request
            .config()
            .withPrecision(
                request.precision().orElseGet(() -> EngineOptions.suiting(studio.runtime())));
    MemoryCheck memory =
        MemoryCheck.here(
            materials.memory(config, studio.runtime().onCuda()),
            plan.finest().content(),
            studio.runtime());
    memory.check(order.keeping().force());
    checkRoom(memory);
    Recipe recipe = request.recipe(config, materials.model().origin(config), supplies);
    request.repeated().ifPresent(then -> tellDifferences(then, recipe));
    Path checkpoint = order.files().checkpoint();
    Optional<CheckpointFile.Saved> saved = new EarlierRun(order).saved(recipe, plan);
    Chronicle chronicle =
        saved
            .map(it -> Chronicle.resume(checkpoint, it.notes(), recipe))
            .orElseGet(() -> Chronicle.begin(recipe, started));
    LOG.info("network: {} for {}", materials.model().label(), painting(plan));
    saved
        .map(it -> it.checkpoint().position().evaluations())
        .ifPresent(done -> LOG.info("{}: going on after {} evaluations", checkpoint, done));
    WriteOptions writing = order.writing();
    WriteOptions described =
        request.output().strip()
            ? writing
            : writing.withExif(materials.exif()).withDescription(RecipeJson.text(recipe));
    Results results =
        new Results(
            order.files(), described.withOverwrite(writing.overwrite() || saved.isPresent()));
    // What went by until now is a part of the time that was allowed.
    double over = Duration.between(started, Instant.now()).toMillis() / 1e3;
    return new Sitting(
        studio,
        order.keeping(),
        materials,
        config.withStopping(config.stopping().after(over)),
        plan,
        memory,
        saved,
        chronicle,
        results);
  }

  private void finish(Sitting sitting, TransferResult result, boolean brokeOff) {
    Results results = sitting.results();
    RunReport report = new RunReport(order.files(), commandLine, results.options().overwrite());
    results.save(
        result.picture(),
        whole -> {
          phases.end("write");
          Map<String, Double> seconds = phases.seconds();
          seconds.put("network", result.networkSeconds());
          report.prepare(sitting, seconds, whole);
        });
    report.publish();
    if (brokeOff) {
      results.removePartial();
    }
    // Last of these: in a batch it tells that a process was killed before all was tidy.
    results.removeCheckpoint();
    // Last, since it can be drawn without the run, but not the run without its record.
    report.plot(sitting.chronicle());
  }

  private void checkRoom(MemoryCheck memory) {
    Size size = memory.size();
    long checkpoint =
        order.keeping().checkpointEvery() == 0 ? 0 : memory.estimate().checkpointBytes(size);
    DiskRoom.check(
        order.files().picture(),
        size.pixels() * MOST_BYTES_A_PIXEL,
        checkpoint,
        CheckpointFile.bytes(order.files().checkpoint()));
  }

  private static String painting(Plan plan) {
    return switch (plan.rungs().get(0).network()) {
      case SAME -> "all scales";
      case BUILTIN -> "the last scale, builtin before";
      case SHALLOW -> "all scales, the deepest style layers at the last only";
    };
  }

  private static void tellDifferences(Recipe then, Recipe now) {
    for (Difference difference : Differences.between(then, now)) {
      LOG.warn("not the same as before: {}", difference.sentence());
    }
  }
}
