package impasto.image;

/**
 * Grey with an ICC profile: its curve tells the light, and all of it is as white as paper.
 *
 * @param curve the light by value
 */
record GreyProfile(ToneCurve curve) implements ColorConversion {
  @Override
  public void convert(float[][] colors, float[][] srgb) {
    for (int x = 0; x < colors[0].length; x++) {
      srgb[0][x] = Srgb.encode(curve.light(colors[0][x]));
    }
    System.arraycopy(srgb[0], 0, srgb[1], 0, colors[0].length);
    System.arraycopy(srgb[0], 0, srgb[2], 0, colors[0].length);
  }
}
