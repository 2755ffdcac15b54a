package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorMatchTest {
  @Test
  void colourAxesAreStretchedToThoseOfThePhoto() {
    // The corners of boxes: mean 0.5 and deviations 0.2, 0.3, 0.1 become 0.4, 0.5, 0.6 and 0.1,
    // 0.3, 0.3, each channel by itself.
    Picture style = box(new double[] {0.5, 0.5, 0.5}, new double[] {0.2, 0.3, 0.1});
    Picture photo = box(new double[] {0.4, 0.5, 0.6}, new double[] {0.1, 0.3, 0.3});

    assertThat(ColorMatch.match(style, photo).rgb()).containsExactly(photo.rgb(), within(1e-6f));
  }

  @Test
  void meanAndCovarianceBecomeThoseOfThePhoto() {
    Picture style = noise(40, 30, 1, 0.9, 0.3, 0.2);
    Picture photo = noise(31, 17, 2, 0.2, 0.5, 0.6);

    Picture matched = ColorMatch.match(style, photo);

    assertThat(matched.width()).isEqualTo(40);
    assertThat(moments(matched)).containsExactly(moments(photo), within(1e-5));
    // They were others before.
    assertThat(Math.abs(moments(style)[0] - moments(photo)[0])).isGreaterThan(0.05);
  }

  @Test
  void hiddenPixelsHaveNoPart() {
    Picture style = halfHidden(noise(40, 30, 1, 0.9, 0.3, 0.2));
    Picture photo = halfHidden(noise(32, 18, 2, 0.2, 0.5, 0.6));

    Picture matched = ColorMatch.match(style, photo);

    assertThat(matched.alpha()).isEqualTo(style.alpha());
    assertThat(moments(matched)).containsExactly(moments(photo), within(1e-5));
  }

  @Test
  void aPaintingOfThePhotosColoursStays() {
    Picture style = noise(40, 30, 1, 0.9, 0.3, 0.2);

    assertThat(ColorMatch.match(style, style).rgb()).containsExactly(style.rgb(), within(1e-6f));
  }

  @Test
  void theOrderOfChannelsDoesNotMatter() {
    Picture style = noise(40, 30, 1, 0.9, 0.3, 0.2);
    Picture photo = noise(31, 17, 2, 0.2, 0.5, 0.6);

    Picture swapped = ColorMatch.match(blueFirst(style), blueFirst(photo));

    assertThat(blueFirst(swapped).rgb())
        .containsExactly(ColorMatch.match(style, photo).rgb(), within(1e-6f));
  }

  @Test
  void aGreyPhotoMakesThePaintingGrey() {
    Picture style = noise(40, 30, 1, 0.9, 0.3, 0.2);
    Picture photo = grey(noise(31, 17, 2, 0.2, 0.5, 0.6));

    Picture matched = ColorMatch.match(style, photo);

    assertThat(matched.rgb()).containsExactly(grey(matched).rgb(), within(1e-5f));
    assertThat(moments(matched)).containsExactly(moments(photo), within(1e-5));
  }

  @Test
  void aGreyPaintingGetsThePhotosMeanAndOneAxisOfColour() {
    Picture style = grey(noise(40, 30, 1, 0.9, 0.3, 0.2));
    // Deviation 0.2 in each channel, so that the axis is grey still.
    Picture photo = box(new double[] {0.4, 0.5, 0.6}, new double[] {0.2, 0.2, 0.2});

    float[] matched = ColorMatch.match(style, photo).rgb();

    double[] moments = moments(style);
    // One over the square root of three channels' variance, which one direction carries.
    double gain = 0.2 / Math.sqrt(3 * moments[3]);
    for (int i = 0; i < 40 * 30; i++) {
      double step = gain * (style.rgb()[i] - moments[0]);
      assertThat(matched[i]).isCloseTo((float) (0.4 + step), within(1e-5f));
      assertThat(matched[1200 + i]).isCloseTo((float) (0.5 + step), within(1e-5f));
      assertThat(matched[2400 + i]).isCloseTo((float) (0.6 + step), within(1e-5f));
    }
  }

  @Test
  void noiseOfAGreyPaintingIsNotTakenForColour() {
    // A tenth of a step of 8 bits would have to grow to a deviation of 0.2.
    Picture style = box(new double[] {0.5, 0.5, 0.5}, new double[] {0.2, 0.2, 0.1 / 255});
    Picture photo = box(new double[] {0.4, 0.5, 0.6}, new double[] {0.2, 0.2, 0.2});

    float[] matched = ColorMatch.match(style, photo).rgb();

    float[] blue = Arrays.copyOfRange(matched, 16, 24);
    for (float value : blue) {
      assertThat(value).isBetween(0.6f - 0.0201f, 0.6f + 0.0201f);
    }
  }

  @Test
  void aSingleColourGivesTheMeanOfThePhotoAndThePhotosIsAllThereIs() {
    Picture plain = box(new double[] {0.1, 0.2, 0.3}, new double[3]);
    Picture rich = box(new double[] {0.4, 0.5, 0.6}, new double[] {0.1, 0.3, 0.3});
    Picture pale = box(new double[] {0.4, 0.5, 0.6}, new double[3]);

    assertThat(ColorMatch.match(plain, rich).rgb()).containsExactly(pale.rgb(), within(1e-6f));
    assertThat(ColorMatch.match(rich, plain).rgb()).containsExactly(plain.rgb(), within(1e-6f));
  }

  @Test
  void valuesAreNotClipped() {
    Picture style = box(new double[] {0.5, 0.5, 0.5}, new double[] {0.2, 0.3, 0.1});
    Picture photo = box(new double[] {0.1, 0.5, 0.9}, new double[] {0.3, 0.3, 0.3});

    float[] rgb = ColorMatch.match(style, photo).rgb();

    assertThat(rgb[0]).isCloseTo(-0.2f, within(1e-6f));
    assertThat(rgb[23]).isCloseTo(1.2f, within(1e-6f));
  }

  @Test
  void withoutAnythingVisibleThereIsNothingToMatch() {
    Picture style = noise(4, 3, 1, 0.9, 0.3, 0.2);
    Picture nothing = new Picture(1, 1, new float[3], Optional.of(new float[1]));

    assertThat(ColorMatch.match(style, nothing)).isSameAs(style);
    assertThat(ColorMatch.match(nothing, style)).isSameAs(nothing);
  }

  /** Eight pixels, one at each corner of a box: the deviations are half its sides. */
  private static Picture box(double[] mean, double[] deviation) {
    float[] rgb = new float[24];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 8; i++) {
        rgb[c * 8 + i] = (float) (mean[c] + ((i >> c & 1) == 1 ? deviation[c] : -deviation[c]));
      }
    }
    return new Picture(8, 1, rgb);
  }

  /** Random colours whose channels share something with each other. */
  private static Picture noise(int width, int height, long seed, double r, double g, double b) {
    Random random = new Random(seed);
    int plane = width * height;
    float[] rgb = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      double shared = random.nextDouble();
      rgb[i] = (float) (r * shared + 0.2 * random.nextDouble());
      rgb[plane + i] = (float) (g * shared + 0.1 * random.nextDouble());
      rgb[2 * plane + i] = (float) (b * (1 - shared) + 0.3 * random.nextDouble());
    }
    return new Picture(width, height, rgb);
  }

  /** Every other pixel wholly transparent, and of a colour that would be noticed. */
  private static Picture halfHidden(Picture picture) {
    float[] rgb = picture.rgb().clone();
    float[] alpha = new float[rgb.length / 3];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i % alpha.length;
      alpha[pixel] = pixel % 2 == 0 ? 0 : 0.25f + 0.5f * pixel / alpha.length;
      rgb[i] = alpha[pixel] == 0 ? 100 : rgb[i];
    }
    return new Picture(picture.width(), picture.height(), rgb, Optional.of(alpha));
  }

  private static Picture grey(Picture picture) {
    int plane = picture.rgb().length / 3;
    float[] rgb = new float[3 * plane];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = picture.rgb()[i % plane];
    }
    return new Picture(picture.width(), picture.height(), rgb);
  }

  private static Picture blueFirst(Picture picture) {
    int plane = picture.rgb().length / 3;
    float[] rgb = new float[3 * plane];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(picture.rgb(), c * plane, rgb, (2 - c) * plane, plane);
    }
    return new Picture(picture.width(), picture.height(), rgb);
  }

  /** Three means, and the covariances rr, rg, rb, gg, gb, bb: E[xy] - E[x] E[y]. */
  private static double[] moments(Picture picture) {
    int plane = picture.rgb().length / 3;
    double total = 0;
    double[] sums = new double[9];
    for (int i = 0; i < plane; i++) {
      double weight = picture.alpha().isPresent() ? picture.alpha().get()[i] : 1;
      double r = picture.rgb()[i];
      double g = picture.rgb()[plane + i];
      double b = picture.rgb()[2 * plane + i];
      double[] terms = {r, g, b, r * r, r * g, r * b, g * g, g * b, b * b};
      total += weight;
      for (int k = 0; k < 9; k++) {
        sums[k] += weight * terms[k];
      }
    }
    for (int k = 0; k < 9; k++) {
      sums[k] /= total;
    }
    int[][] pairs = {{0, 0}, {0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 2}};
    for (int k = 0; k < 6; k++) {
      sums[3 + k] -= sums[pairs[k][0]] * sums[pairs[k][1]];
    }
    return sums;
  }
}
