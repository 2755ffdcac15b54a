package impasto.image;

/** Takes RGB for sRGB, and grey for equal parts of it. */
record PlainColors() implements ColorConversion {
  @Override
  public void convert(float[][] colors, float[][] srgb) {
    for (int c = 0; c < 3; c++) {
      float[] from = colors[Math.min(c, colors.length - 1)];
      System.arraycopy(from, 0, srgb[c], 0, from.length);
    }
  }
}
