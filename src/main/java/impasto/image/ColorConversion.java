package impasto.image;

/** How the colours of a file become sRGB; each keeps the precision of 16 bits. */
sealed interface ColorConversion
    permits PlainColors, MatrixProfile, GreyProfile, TableProfile, PlainInks {
  /**
   * Converts a row.
   *
   * @param colors the channels of the file, one array each, in 0..1
   * @param srgb receives red, green and blue in 0..1; arrays as long as those of the file
   */
  void convert(float[][] colors, float[][] srgb);
}
