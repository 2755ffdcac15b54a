package impasto.transfer;

import impasto.image.Picture;

/**
 * A look at a running run, valid only during the call that hands it out. What is not asked for
 * costs nothing.
 */
public interface Snapshot {

  /** The best picture so far at this scale, as it would be saved: a copy. */
  Picture picture();

  /** What the run needs to go on from here; its tensors must be fetched during the same call. */
  Checkpoint checkpoint();
}
