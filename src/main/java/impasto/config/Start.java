package impasto.config;

import java.nio.file.Path;

/** The picture that optimisation starts from. */
public sealed interface Start {

  /** The photo. */
  record Content() implements Start {}

  /** The network's mean colour with a trace of seeded normal noise. */
  record Noise() implements Start {}

  /**
   * A picture.
   *
   * @param file where it is
   */
  record FromFile(Path file) implements Start {}
}
