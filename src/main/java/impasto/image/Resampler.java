package impasto.image;

import java.util.Optional;
import java.util.stream.IntStream;

/** Resizes pictures by antialiased bicubic resampling, in floating point. */
public final class Resampler {
  private Resampler() {}

  /**
   * Resizes a picture, along rows first and then along columns.
   *
   * <p>The kernel is Keys' cubic with a = -0.5, widened when a side shrinks, as in Pillow's {@code
   * Image.resize(size, Image.BICUBIC)} on channels of mode F. The values are not clamped: near
   * edges a bicubic kernel overshoots.
   *
   * <p>Colours are weighted by alpha, so that those of transparent pixels do not show. With alpha,
   * the result is clamped to 0..1.
   *
   * @param picture the picture to resize
   * @param width columns of the result, at least 1
   * @param height rows of the result, at least 1
   * @return the resized picture; the same one if it has that size already
   * @throws IllegalArgumentException if a side is less than 1 or the result is too large for an
   *     array
   */
  public static Picture resize(Picture picture, int width, int height) {
    // The rows are resized first, so the array between has the new width and the old height.
    long largest = 3L * width * Math.max(height, picture.height());
    if (width < 1 || height < 1 || largest > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("cannot resize to " + width + " x " + height + " pixels");
    }
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    BicubicWeights across = BicubicWeights.between(picture.width(), width);
    BicubicWeights down = BicubicWeights.between(picture.height(), height);
    if (picture.alpha().isEmpty()) {
      return new Picture(width, height, resizePlanes(picture, picture.rgb(), across, down));
    }
    float[] alpha = resizePlanes(picture, picture.alpha().get(), across, down);
    float[] rgb =
        resizePlanes(picture, Alpha.multiplied(picture.rgb(), picture.alpha().get()), across, down);
    Alpha.divide(rgb, alpha);
    return new Picture(width, height, rgb, Optional.of(alpha));
  }

  /**
   * Resizes a picture so that its longer side has a given length, keeping the aspect.
   *
   * @param picture the picture to resize
   * @param longerSide the length of the longer side of the result in pixels, at least 1
   * @return the resized picture, its other side rounded to the nearest pixel (ties to the even, as
   *     Python's {@code round}), at least 1; the same picture if its longer side has that length
   * @throws IllegalArgumentException if the length is less than 1 or the result is too large for an
   *     array
   */
  public static Picture fitted(Picture picture, int longerSide) {
    if (longerSide < 1) {
      throw new IllegalArgumentException("cannot resize to " + longerSide + " pixels");
    }
    Size size = Size.of(picture).fitted(longerSide);
    return resize(picture, size.width(), size.height());
  }

  /** Resizes one or more planes of the size of a picture. */
  private static float[] resizePlanes(
      Picture picture, float[] planes, BicubicWeights across, BicubicWeights down) {
    int pixels = picture.width() * picture.height();
    float[] result = new float[planes.length / pixels * down.length() * across.length()];
    for (int plane = 0; plane < planes.length / pixels; plane++) {
      float[] narrowed =
          resizeRows(planes, plane * pixels, picture.width(), picture.height(), across);
      resizeColumns(narrowed, across.length(), down, result, plane * down.length());
    }
    return result;
  }

  private static float[] resizeRows(
      float[] values, int offset, int oldWidth, int height, BicubicWeights across) {
    int width = across.length();
    float[] result = new float[height * width];
    // Every row for itself: the result is the same however many threads take part. While pictures
    // are
    // resized the engine's have nothing to do.
    IntStream.range(0, height)
        .parallel()
        .forEach(y -> resizeRow(values, offset + y * oldWidth, across, result, y * width));
    return result;
  }

  private static void resizeRow(
      float[] values, int row, BicubicWeights across, float[] target, int targetRow) {
    for (int x = 0; x < across.length(); x++) {
      double[] weights = across.of(x);
      int first = row + across.first(x);
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        sum += weights[j] * values[first + j];
      }
      target[targetRow + x] = (float) sum;
    }
  }

  private static void resizeColumns(
      float[] values, int width, BicubicWeights down, float[] target, int firstRow) {
    IntStream.range(0, down.length())
        .parallel()
        .forEach(
            y -> {
              double[] sums = new double[width];
              double[] weights = down.of(y);
              for (int j = 0; j < weights.length; j++) {
                int row = (down.first(y) + j) * width;
                for (int x = 0; x < width; x++) {
                  sums[x] += weights[j] * values[row + x];
                }
              }
              for (int x = 0; x < width; x++) {
                target[(firstRow + y) * width + x] = (float) sums[x];
              }
            });
  }
}
