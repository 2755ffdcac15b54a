package impasto.samples;

/**
 * A sky with clouds, as the light that comes from a direction.
 *
 * @param air the clear sky from the horizon up
 * @param glow the colour around the sun
 * @param shade the colours of clouds on the side away from the sun: far from it, near it
 * @param bright the colours of clouds on the side towards the sun: far from it, near it
 * @param cover how much of the sky the clouds take, 0..1
 */
public record Sky(
    Noise noise, Vec sun, Palette air, Rgb glow, Palette shade, Palette bright, double cover) {
  /** A warm evening with the sun near the horizon. */
  public static Sky evening(long seed, Vec sun, double cover) {
    return new Sky(
        new Noise(seed).other(3),
        sun.unit(),
        Palette.of(0xFFC27A, 0xF29A6E, 0xC98A96, 0x8A86B4, 0x5578B0, 0x35589A, 0x27457F),
        Rgb.hex(0xFFB268),
        Palette.of(0x7C6F92, 0xA98590),
        Palette.of(0xFFD9B0, 0xFFB878),
        cover);
  }

  /** A bright afternoon with white clouds. */
  public static Sky afternoon(long seed, Vec sun, double cover) {
    return new Sky(
        new Noise(seed).other(3),
        sun.unit(),
        Palette.of(0xF3E9D8, 0xC9DCE8, 0x8DB8DC, 0x5E97CC, 0x3F78B8, 0x2F62A4),
        Rgb.hex(0xFFE2B0),
        Palette.of(0x9AA6BC, 0xB9B4BC),
        Palette.of(0xFFFAF0, 0xFFF2DC),
        cover);
  }

  /** The light from direction {@code d} (length 1); below the horizon as just above it. */
  public Rgb light(Vec d) {
    double up = Math.max(0.003, d.y());
    double near = Math.max(0, d.dot(sun));
    Rgb clear = air.at(Math.pow(up, 0.62) * 1.25 + 0.05 * (1 - near));
    Rgb sky =
        clear
            .times(0.62 + 0.35 * near)
            .plus(glow.times(0.55 * Math.pow(near, 9)))
            .plus(glow.times(1.8 * Math.pow(near, 320)))
            .plus(new Rgb(9, 7, 4).times(Ease.smooth(0.99968, 0.9998, near)));
    return clouds(sky, d, up, near);
  }

  private Rgb clouds(Rgb clear, Vec d, double up, double near) {
    double height = up + 0.055;
    double x = 0.52 * d.x() / height;
    double z = 0.52 * d.z() / height;
    double thick = density(x, z);
    if (thick <= 0) {
      return clear;
    }
    // The side of a cloud towards the sun is bright, the one behind it in shade.
    double behind = density(x + 0.16 * (sun.x() - d.x()), z + 0.10);
    double lit = Ease.clamp(0.62 + 1.1 * (thick - behind));
    Rgb light = bright.at(0.4 + 0.5 * near).times(1.05 + 0.7 * near);
    Rgb cloud = shade.at(near).mix(light, lit * (1 - 0.45 * Ease.smooth(0.25, 0.8, thick)));
    double veil = Ease.smooth(0, 0.38, thick) * Ease.smooth(0.0, 0.10, up) * 0.92;
    return clear.mix(cloud, veil);
  }

  private double density(double x, double z) {
    double n = noise.warped(0.55 * x, 1.15 * z, 6, 0.9);
    return 0.5 + 1.15 * n - (1 - cover);
  }
}
