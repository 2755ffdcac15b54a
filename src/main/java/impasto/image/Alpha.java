package impasto.image;

/** Colours multiplied by alpha, and back. */
final class Alpha {
  private Alpha() {}

  /**
   * The planes of a picture times its alpha; 0 where nothing can be seen, whatever stands there.
   */
  static float[] multiplied(float[] planes, float[] alpha) {
    float[] result = new float[planes.length];
    for (int i = 0; i < planes.length; i++) {
      float opacity = alpha[i % alpha.length];
      result[i] = opacity == 0 ? 0 : planes[i] * opacity;
    }
    return result;
  }

  /**
   * Divides the planes of a picture by its alpha, and clamps both to 0..1: where both overshoot
   * near 0, their quotient may be anything. Colours are 0 where nothing can be seen.
   */
  static void divide(float[] planes, float[] alpha) {
    for (int i = 0; i < planes.length; i++) {
      float opacity = alpha[i % alpha.length];
      planes[i] = opacity <= 0 ? 0 : clamped(planes[i] / opacity);
    }
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = clamped(alpha[i]);
    }
  }

  private static float clamped(float value) {
    return Math.max(0, Math.min(1, value));
  }
}
