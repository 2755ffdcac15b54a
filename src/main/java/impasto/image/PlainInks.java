package impasto.image;

/**
 * CMYK without a profile: each of cyan, magenta and yellow takes away its part of red, green and
 * blue, and black takes away its part of all.
 *
 * <p>Real inks are duller. Nobody can know better without a profile.
 */
record PlainInks() implements ColorConversion {
  @Override
  public void convert(float[][] colors, float[][] srgb) {
    float[] black = colors[3];
    for (int c = 0; c < 3; c++) {
      for (int x = 0; x < black.length; x++) {
        srgb[c][x] = (1 - colors[c][x]) * (1 - black[x]);
      }
    }
  }
}
