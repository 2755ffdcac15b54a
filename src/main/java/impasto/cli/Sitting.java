package impasto.cli;

import impasto.config.TransferConfig;
import impasto.image.WriteOptions;
import impasto.torch.ComputationException;
import impasto.torch.EngineMemoryException;
import impasto.transfer.CheckpointFile;
import impasto.transfer.Plan;
import impasto.transfer.Stylizer;
import impasto.transfer.TransferResult;
import impasto.transfer.UnfinishedException;
import java.util.Optional;

/**
 * The painting itself, between all checks and the saving of its result.
 *
 * @param studio where
 * @param keeping what is kept while it goes on
 * @param materials pictures and network
 * @param config the recipe in its final precision
 * @param plan its scales
 * @param memory what it is estimated to need
 * @param saved where an earlier run left off, if it is gone on with
 * @param chronicle remembers what happens
 * @param results saves an unfinished picture
 */
record Sitting(
    Studio studio,
    Keeping keeping,
    Materials materials,
    TransferConfig config,
    Plan plan,
    MemoryCheck memory,
    Optional<CheckpointFile.Saved> saved,
    Chronicle chronicle,
    Results results) {

  /**
   * Paints.
   *
   * @throws ComputationException if the run fails; what was painted is saved then
   */
  TransferResult paint() {
    OutputFiles files = results.files();
    Optional<MetricsFile> metrics = files.metrics().map(MetricsFile::new);
    saved.ifPresent(
        it -> metrics.ifPresent(file -> file.goOnAfter(it.checkpoint().position().evaluations())));
    try (ProgressDisplay progress = studio.displays().apply(planned())) {
      RunEvents events =
          new RunEvents(
              progress,
              metrics,
              chronicle,
              new Previews(files, replacing(), keeping.saveEvery()),
              results,
              new Checkpoints(
                  files.checkpoint(),
                  keeping.checkpointEvery(),
                  System::nanoTime,
                  chronicle::notes));
      return new Stylizer(studio.workshop(), materials.model().weights(), config)
          .run(
              materials.pictures(),
              saved.map(CheckpointFile.Saved::checkpoint),
              events,
              studio.stop());
    } catch (UnfinishedException e) {
      String kept = e.lastGood().map(good -> "; " + results.kept(good)).orElse("");
      throw new ComputationException(reason(e, e.getCause()) + kept, e);
    } catch (EngineMemoryException e) {
      throw new ComputationException(reason(e, e), e);
    }
  }

  /** Previews that a killed run has left are made anew by its resumption. */
  private WriteOptions replacing() {
    return results.options().withOverwrite(results.options().overwrite() || keeping.resumes());
  }

  private PlannedRun planned() {
    return new PlannedRun(
        plan.rungs().stream()
            .map(rung -> new PlannedScale(rung.cost(), rung.iterations()))
            .toList(),
        config.stopping().timeLimit());
  }

  /** With the size that would fit, if memory was the matter. */
  private String reason(ComputationException failure, Throwable cause) {
    // An estimate that fits would only say so.
    return cause instanceof EngineMemoryException && !memory.fits()
        ? "out of memory: " + memory.message()
        : failure.getMessage();
  }
}
