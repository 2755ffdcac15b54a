package impasto.cli;

import impasto.cli.Keeping.Resumption;
import impasto.report.Difference;
import impasto.report.Differences;
import impasto.report.Recipe;
import impasto.transfer.CheckpointFile;
import impasto.transfer.Plan;
import impasto.transfer.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that broke off, and whether it can be gone on with.
 *
 * @param order the run to come
 */
record EarlierRun(Order order) {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierRun.class);

  /**
   * The checkpoint to go on from, if that was asked for and there is one.
   *
   * @param now the recipe of the run to come
   * @param plan its scales
   * @throws UnusableCheckpointException if it must be of this run and is not, or is damaged or none
   *     of ours
   */
  Optional<CheckpointFile.Saved> saved(Recipe now, Plan plan) {
    Path checkpoint = order.files().checkpoint();
    Resumption resumption = order.keeping().resumption();
    if (resumption == Resumption.NONE) {
      return Optional.empty();
    }
    if (!Files.exists(checkpoint)) {
      if (resumption == Resumption.WANTED) {
        LOG.info("{}: there is none; beginning anew", checkpoint);
      }
      return Optional.empty();
    }
    CheckpointFile.Saved saved = CheckpointFile.read(checkpoint);
    List<Difference> differences = differences(Chronicle.recipe(checkpoint, saved.notes()), now);
    if (!differences.isEmpty()) {
      String reason =
          "it is of another run: "
              + differences.stream().map(Difference::sentence).collect(Collectors.joining(", "));
      if (resumption == Resumption.WANTED) {
        throw new UnusableCheckpointException(checkpoint, reason, null);
      }
      LOG.warn("{}: {}; beginning anew", checkpoint, reason);
      return Optional.empty();
    }
    if (!plan.holds(saved.checkpoint().position())) {
      throw new UnusableCheckpointException(checkpoint, "it is damaged", null);
    }
    return Optional.of(saved);
  }

  /**
   * Removes what a run that was killed after it had painted its picture could not remove.
   *
   * @param now the recipe of the picture that is there
   * @throws IOException if it cannot be removed
   */
  void removeLeftovers(Recipe now) throws IOException {
    Path checkpoint = order.files().checkpoint();
    if (!Files.exists(checkpoint)) {
      // There may be one that was being written.
      CheckpointFile.remove(checkpoint);
    } else if (isOf(now)) {
      Files.deleteIfExists(order.files().partial());
      CheckpointFile.remove(checkpoint);
    }
  }

  private boolean isOf(Recipe now) {
    Path checkpoint = order.files().checkpoint();
    try {
      CheckpointFile.Saved saved = CheckpointFile.read(checkpoint);
      return differences(Chronicle.recipe(checkpoint, saved.notes()), now).isEmpty();
    } catch (UnusableCheckpointException e) {
      // What is none of ours is not ours to remove.
      return false;
    }
  }

  /**
   * Removes a checkpoint that is damaged or none of ours.
   *
   * @throws IOException if it cannot be removed
   */
  void removeUnusable() throws IOException {
    Path checkpoint = order.files().checkpoint();
    if (Files.exists(checkpoint)) {
      try {
        CheckpointFile.read(checkpoint);
      } catch (UnusableCheckpointException e) {
        LOG.warn("{}: it is damaged; beginning anew", checkpoint);
        CheckpointFile.remove(checkpoint);
      }
    }
  }

  private List<Difference> differences(Recipe then, Recipe now) {
    // In a batch, hours of work do not depend on how many threads its worker has this time.
    return order.keeping().resumption() == Resumption.IF_IT_FITS
        ? Differences.ofThePicture(then, now, order.files().isJpeg(), false)
        : Differences.between(then, now);
  }
}
