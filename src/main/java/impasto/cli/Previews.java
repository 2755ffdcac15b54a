package impasto.cli;

import impasto.image.ImageCodec;
import impasto.image.UnwritablePictureException;
import impasto.image.WriteOptions;
import impasto.transfer.Iteration;
import impasto.transfer.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the picture as it grows, every so many evaluations. */
final class Previews {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

  private final OutputFiles files;
  private final WriteOptions options;
  private final int every;
  private boolean warned;

  /**
   * @param files names the previews
   * @param options how they are written
   * @param every so many evaluations; 0 for none
   */
  Previews(OutputFiles files, WriteOptions options, int every) {
    this.files = files;
    this.options = options;
    this.every = every;
  }

  /** Saves the best picture so far if it is time to. */
  void iterated(Iteration iteration, Snapshot now) {
    if (every == 0 || iteration.evaluations() % every != 0) {
      return;
    }
    try {
      ImageCodec.write(now.picture(), files.preview(iteration.evaluations()), options);
    } catch (UnwritablePictureException e) {
      // Hours of painting are worth more than a look at them.
      if (!warned) {
        LOG.warn("{}; going on without this preview", e.getMessage());
      }
      warned = true;
    }
  }
}
