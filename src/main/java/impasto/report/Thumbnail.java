package impasto.report;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Size;
import java.util.Base64;

/**
 * A picture made small, as it is embedded in a page: a JPEG without profile or metadata, since its
 * colours are sRGB and a profile would be as large as the picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param uri the whole picture as a data URI
 */
public record Thumbnail(int width, int height, String uri) {
  private static final int QUALITY = 75;

  /**
   * Makes a picture small; a smaller one is not enlarged. What is transparent is laid on white.
   *
   * @param picture the picture
   * @param longerSide of the thumbnail, in pixels
   */
  static Thumbnail of(Picture picture, int longerSide) {
    Picture small = shrunk(picture, longerSide);
    return new Thumbnail(
        small.width(),
        small.height(),
        "data:image/jpeg;base64,"
            + Base64.getEncoder().encodeToString(ImageCodec.bareJpeg(small, QUALITY)));
  }

  /** A picture whose longer side is at most so many pixels. */
  static Picture shrunk(Picture picture, int longerSide) {
    Size size = Size.of(picture);
    Size small = size.longerSide() > longerSide ? size.fitted(longerSide) : size;
    return Resampler.resize(picture, small.width(), small.height());
  }
}
