package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.image.Picture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropsTest {
  private static final int SIDE = 16;

  @ParameterizedTest
  @CsvSource({"120, 40, 1, 2.5", "40, 120, 1, 2.5", "16, 16, 1, 1", "10, 30, 0.625, 0.625"})
  void aCutIsASquareOfThePictureAtItsOwnScaleOrACoarserOne(
      int width, int height, double least, double most) {
    Picture picture = ramps(width, height);
    SplittableRandom random = new SplittableRandom(1);
    double smallest = Double.MAX_VALUE;
    double largest = 0;
    for (int i = 0; i < 100; i++) {
      Picture cut = new Crops(SIDE).cut(picture, random);

      // The slopes tell the scale, which is the same across and down.
      double across = slope(cut.rgb(), 0, 1) * width;
      double down = slope(cut.rgb(), 1, SIDE) * height;
      assertThat(across).isBetween(0.97 * least, 1.03 * most);
      assertThat(down).isCloseTo(across, within(0.03));
      smallest = Math.min(smallest, across);
      largest = Math.max(largest, across);
    }
    assertThat(smallest).isCloseTo(least, within(0.03));
    assertThat(largest).isGreaterThan(0.9 * most);
  }

  @Test
  void variedCutsAreTurnedAndMirroredRecolouredAndNoisyAtTimes() {
    Picture picture = ramps(SIDE, SIDE);
    SplittableRandom random = new SplittableRandom(1);
    Set<String> ways = new HashSet<>();
    int smooth = 0;
    int own = 0;
    for (int i = 0; i < 400; i++) {
      float[] values = new float[2 + 3 * SIDE * SIDE];
      new Crops(SIDE).varied(picture, random, values, 2);
      assertThat(values[0]).isZero();
      float[] cut = Arrays.copyOfRange(values, 2, values.length);
      double across = slope(cut, 0, 1);
      double down = slope(cut, 0, SIDE);
      if (Math.abs(Math.abs(across) - Math.abs(down)) > 0.03) {
        ways.add("%s %s".formatted(Math.abs(across) > 0.03, across + down > 0));
      }
      // The third plane is one colour.
      float blue = cut[2 * SIDE * SIDE];
      boolean flat = blue == cut[3 * SIDE * SIDE - 1] && blue == cut[2 * SIDE * SIDE + SIDE + 1];
      smooth += flat ? 1 : 0;
      own += flat && blue == 0.5f ? 1 : 0;
    }
    assertThat(ways).hasSize(4);
    assertThat(smooth).isBetween(300, 380);
    assertThat(own).isBetween(200, 280);
  }

  /** Red grows from 0 to 1 across, green down; blue is a half. */
  private static Picture ramps(int width, int height) {
    float[] values = new float[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = (x + 0.5f) / width;
        values[(height + y) * width + x] = (y + 0.5f) / height;
        values[(2 * height + y) * width + x] = 0.5f;
      }
    }
    return new Picture(width, height, values);
  }

  /** How much a plane grows from a pixel to the next, away from the borders. */
  private static double slope(float[] cut, int plane, int stride) {
    int from = plane * SIDE * SIDE + 4 * SIDE + 4;
    return (cut[from + 8 * stride] - cut[from]) / 8;
  }
}
