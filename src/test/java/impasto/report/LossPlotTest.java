package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossPlotTest {
  private static final int BLACK = 0x000000;
  private static final int CONTENT = 0xD55E00;
  private static final int STYLE = 0x2B83BA;
  private static final int OTHER = 0x8A8A8A;

  @TempDir Path folder;

  @Test
  void drawsEachTermInItsColour() throws Exception {
    Map<Integer, Integer> pixels = pixels(draw("plot.png", falling(40)));
    assertThat(pixels.get(BLACK)).isGreaterThan(500);
    assertThat(pixels).containsKeys(CONTENT, STYLE, OTHER);
    assertThat(pixels.get(0xFFFFFF)).isGreaterThan(500_000);
  }

  @Test
  void theAxisIsLogarithmicAndUpIsMore() throws Exception {
    // The total falls by two decades, the content term by one.
    List<LossPoint> points =
        IntStream.rangeClosed(0, 50)
            .mapToObj(i -> point(1, i + 1, Math.pow(10, 2 - i / 25.0), Math.pow(10, -i / 50.0)))
            .toList();
    Picture picture = draw("plot.png", points);
    IntSummaryStatistics total = rowsOf(picture, BLACK);
    IntSummaryStatistics content = rowsOf(picture, CONTENT);
    int decade = content.getMax() - content.getMin();
    assertThat(decade).isBetween(100, 300);
    assertThat(total.getMax() - total.getMin()).isCloseTo(2 * decade, within(20));
    // It begins two decades above where the content does.
    assertThat(content.getMin() - total.getMin()).isCloseTo(2 * decade, within(20));
  }

  @Test
  void theSameRunGivesTheSameFile() throws Exception {
    draw("one.png", falling(100));
    draw("two.png", falling(100));
    assertThat(folder.resolve("one.png")).hasSameBinaryContentAs(folder.resolve("two.png"));
  }

  @Test
  void aRunOfOneEvaluationIsADot() throws Exception {
    assertThat(pixels(draw("one.png", falling(1)))).containsKeys(BLACK, CONTENT, STYLE);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        1e-300,
        Double.MAX_VALUE
      })
  void noValueBreaksTheAxis(double odd) throws Exception {
    List<LossPoint> points = new ArrayList<>(falling(20));
    points.set(3, point(1, 4, odd, 1));
    points.set(7, point(1, 8, 1, odd));
    assertThat(pixels(draw("some.png", points))).containsKeys(CONTENT);
    // Nothing but it.
    draw("all.png", List.of(point(1, 1, odd, odd), point(1, 2, odd, odd)));
    draw("one.png", List.of(point(1, 1, odd, odd)));
  }

  @Test
  void oddNamesAndManyTermsAreDrawn() throws Exception {
    Map<String, Double> terms = new LinkedHashMap<>();
    IntStream.range(0, 20).forEach(i -> terms.put("style.conv" + i, 1.0 + i));
    IntStream.range(0, 5).forEach(i -> terms.put("other" + i, 0.5 + i));
    terms.put("total", 1.0);
    terms.put("", 1.0);
    List<LossPoint> points =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new LossPoint(i, i, i, i, 200, terms, i))
            .toList();
    assertThat(pixels(draw("many.png", points))).containsKey(BLACK);
  }

  @Test
  void anExistingFileIsReplacedOnlyIfItMayBe() throws Exception {
    Path file = Files.writeString(folder.resolve("plot.png"), "precious");
    assertThatThrownBy(() -> LossPlot.write(file, "Loss", falling(3), false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("precious");
    assertThatThrownBy(() -> LossPlot.write(file, "Loss", List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Picture draw(String name, List<LossPoint> points) throws Exception {
    LossPlot.write(folder.resolve(name), "Loss of canal.png", points, true);
    Picture picture = ImageCodec.read(folder.resolve(name));
    assertThat(picture.width()).isEqualTo(1200);
    assertThat(picture.height()).isEqualTo(700);
    assertThat(pixels(picture)).hasSizeGreaterThan(10);
    return picture;
  }

  /** A run whose second half is at another scale. */
  private static List<LossPoint> falling(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> point(i <= (count + 1) / 2 ? 1 : 2, i, 10.0 / i, 1.0 / i))
        .toList();
  }

  private static LossPoint point(int scale, int evaluations, double loss, double term) {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("content.relu4_2", term);
    terms.put("style.relu1_1", term * 2);
    terms.put("tv", term * 3);
    return new LossPoint(scale, 64 * scale, 48 * scale, evaluations, loss, terms, evaluations);
  }

  /** How many pixels there are of each colour. */
  private static Map<Integer, Integer> pixels(Picture picture) {
    Map<Integer, Integer> count = new LinkedHashMap<>();
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      count.merge(colour(picture, i), 1, Integer::sum);
    }
    return count;
  }

  /** The rows of the plot, without the legend, in which a colour is found. */
  private static IntSummaryStatistics rowsOf(Picture picture, int colour) {
    return IntStream.range(60, 630)
        .filter(
            y ->
                IntStream.range(80, 950)
                    .anyMatch(x -> colour(picture, y * picture.width() + x) == colour))
        .summaryStatistics();
  }

  private static int colour(Picture picture, int pixel) {
    int plane = picture.width() * picture.height();
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      colour = colour << 8 | Math.round(picture.rgb()[channel * plane + pixel] * 255);
    }
    return colour;
  }
}
