package impasto.samples.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingPicturesTest {
  private static final int SIDE = 48;
  private static final int SEEDS = 10;

  @BeforeAll
  static void drawWithoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  static List<Kinds.Kind> kinds() {
    return Kinds.KINDS;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameSeedDrawsTheSamePixels(Kinds.Kind kind) {
    assertThat(pixels(kind, 5)).isEqualTo(pixels(kind, 5));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anotherSeedDrawsAnotherPicture(Kinds.Kind kind) {
    int[] one = pixels(kind, 5);
    int[] other = pixels(kind, 6);
    long changed = IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count();
    assertThat(changed).isGreaterThan(one.length / 2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noPictureIsNearlyUniformAndTheirMeanColoursLieApart(Kinds.Kind kind) {
    double[][] means = new double[3][SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      int[] pixels = pixels(kind, seed);
      double[] greens = channel(pixels, c -> c >> 8 & 255);
      assertThat(deviation(greens)).as("contrast of seed %d", seed).isGreaterThan(10);
      means[0][seed] = mean(channel(pixels, c -> c >> 16 & 255));
      means[1][seed] = mean(greens);
      means[2][seed] = mean(channel(pixels, c -> c & 255));
    }
    for (double[] mean : means) {
      assertThat(deviation(mean)).isGreaterThan(15);
    }
    double[] warmth = new double[SEEDS];
    Arrays.setAll(warmth, seed -> means[0][seed] - means[2][seed]);
    assertThat(deviation(warmth)).as("from warm to cold").isGreaterThan(8);
  }

  @Test
  void theKindsTakeTurnsAndEachFileIsTheSeedOfItsNumber(@TempDir Path folder) throws IOException {
    int turns = kinds().size();
    DrawTraining.draw(folder, turns + 1, SIDE);
    assertThat(folder.toFile().list()).hasSize(turns + 1);
    String first = kinds().get(0).name();
    BufferedImage again = read(folder.resolve(String.format("%04d-%s.png", turns, first)));
    assertThat(pixels(again)).isEqualTo(pixels(kinds().get(0), turns));
    assertThat(pixels(read(folder.resolve("0000-" + first + ".png")))).isNotEqualTo(pixels(again));
  }

  @Test
  void everyKindHasANameOfItsOwn() {
    assertThat(kinds()).extracting(Kinds.Kind::name).doesNotHaveDuplicates().hasSize(13);
  }

  private static BufferedImage read(Path file) throws IOException {
    return ImageIO.read(file.toFile());
  }

  private static int[] pixels(Kinds.Kind kind, long seed) {
    return pixels(kind.scene().draw(SIDE, SIDE, seed));
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
  }

  private static double[] channel(int[] pixels, IntToDoubleFunction channel) {
    return Arrays.stream(pixels).mapToDouble(channel).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }
}
