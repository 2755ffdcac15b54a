package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the files that {@code scripts/fixtures/image_files.py} writes. */
class PictureFilesTest {
  private static final int COLUMNS = 3;
  private static final int ROWS = 2;

  /** A line of files.csv; colours by tile, three or four values each. */
  private record Drawn(String name, int tile, float tolerance, List<float[]> colors) {
    static Drawn of(String line) {
      String[] fields = line.split(",", -1);
      return new Drawn(
          fields[0],
          Integer.parseInt(fields[1]),
          Integer.parseInt(fields[2]) / 65535f,
          Arrays.stream(fields).skip(3).map(Drawn::color).toList());
    }

    private static float[] color(String field) {
      String[] values = field.split("\\.", -1);
      float[] color = new float[values.length];
      for (int c = 0; c < color.length; c++) {
        color[c] = Integer.parseInt(values[c]) / 65535f;
      }
      return color;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Drawn> drawn() throws IOException {
    return Files.readAllLines(TestFiles.fixture("files.csv")).stream().map(Drawn::of);
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void readsWhatWasDrawn(Drawn drawn) {
    Picture picture = ImageCodec.read(TestFiles.fixture(drawn.name()));

    assertThat(picture.width()).isEqualTo(COLUMNS * drawn.tile());
    assertThat(picture.height()).isEqualTo(ROWS * drawn.tile());
    assertThat(picture.alpha().isPresent()).isEqualTo(drawn.colors().get(0).length == 4);
    for (int i = 0; i < drawn.colors().size(); i++) {
      float[] expected = drawn.colors().get(i);
      float[] actual = middle(picture, i % COLUMNS, i / COLUMNS, drawn.tile());
      if (expected.length == 4 && expected[3] == 0) {
        // What cannot be seen has no colour.
        assertThat(actual[3]).as("alpha of tile %s", i).isZero();
      } else {
        assertThat(actual)
            .as("tile %s", i)
            .containsExactly(expected, within(drawn.tolerance() + 1e-6f));
      }
    }
  }

  private static float[] middle(Picture picture, int column, int row, int tile) {
    int pixel = (row * tile + tile / 2) * picture.width() + column * tile + tile / 2;
    int pixels = picture.width() * picture.height();
    float[] color = new float[picture.alpha().isPresent() ? 4 : 3];
    for (int c = 0; c < 3; c++) {
      color[c] = picture.rgb()[c * pixels + pixel];
    }
    picture.alpha().ifPresent(alpha -> color[3] = alpha[pixel]);
    return color;
  }
}
