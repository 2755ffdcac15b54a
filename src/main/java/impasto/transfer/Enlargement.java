package impasto.transfer;

import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Transparency;

/**
 * Takes a picture to the next scale.
 *
 * <p>Enlarged alone it is blurred, and the finer scale would spend its first evaluations on
 * inventing the edges that the photo has. So what the coarse scale changed is carried over, as in
 * the full approximation scheme of multigrid (Brandt, <i>Multi-Level Adaptive Solutions to
 * Boundary-Value Problems</i>, 1977): the painted picture enlarged, and of the photo what does not
 * survive being reduced to the coarse size.
 */
final class Enlargement {
  private Enlargement() {}

  /**
   * Where the next scale starts: (1 - d) up(painted) + d (photo + up(painted - reduced photo)).
   *
   * @param painted the picture of the scale before
   * @param photo the photo at the next scale
   * @param detail d, the share of the photo's detail, 0 to 1: with 1 this is that scheme
   * @return a picture of the photo's size; its values may lie beyond 0 and 1
   */
  static Picture of(Picture painted, Picture photo, double detail) {
    Picture enlarged = Resampler.resize(painted, photo.width(), photo.height());
    if (detail == 0) {
      return enlarged;
    }
    // What transparent pixels hide must not come to light.
    Picture shown = Transparency.filled(photo);
    Picture reduced = Resampler.resize(shown, painted.width(), painted.height());
    Picture blurred = Resampler.resize(reduced, photo.width(), photo.height());
    float[] values = enlarged.rgb().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (detail * (shown.rgb()[i] - blurred.rgb()[i]));
    }
    return new Picture(photo.width(), photo.height(), values, enlarged.alpha());
  }
}
