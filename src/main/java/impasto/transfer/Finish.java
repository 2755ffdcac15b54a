package impasto.transfer;

import impasto.config.OriginalColors;
import impasto.image.Luminance;
import impasto.image.Picture;

/** The last touches, which the next scale must not see. */
final class Finish {
  private Finish() {}

  /**
   * A painted picture as it is to be saved: with the photo's chroma if that was asked for, and with
   * the photo's opacity.
   *
   * @param painted what was painted
   * @param photo the photo at the same size
   * @param colors what of the photo's colours is kept
   */
  static Picture of(Picture painted, Picture photo, OriginalColors colors) {
    Picture coloured = colors == OriginalColors.LUMINANCE ? Luminance.of(painted, photo) : painted;
    return coloured.withAlphaOf(photo);
  }
}
