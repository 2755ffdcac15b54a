package impasto.samples;

import java.awt.image.BufferedImage;

/** A picture that a program draws: the same numbers always give the same pixels. */
@FunctionalInterface
public interface Scene {
  /**
   * Draws the scene.
   *
   * @param width the width in pixels, at least 16
   * @param height the height in pixels, at least 16
   * @param seed chooses the arrangement, the colours and the texture
   * @return an opaque picture of that size, {@link BufferedImage#TYPE_INT_RGB}
   */
  BufferedImage draw(int width, int height, long seed);
}
