package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import impasto.config.LadderConfig;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.config.ObjectiveConfig;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.StyleStatistics;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.loss.NothingVisibleException;
import impasto.torch.Evaluation;
import impasto.torch.TestEngine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a picture hides has no part in the objective. */
class TransparentPicturesTest {
  private static final TransferConfig RECIPE =
      Preset.IMPASTO.config().withPrecision(Precision.FLOAT64);

  private final Studio studio = new Studio();
  private final Picture painted = noise(48, 32, 3);

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void coloursUnderTransparencyChangeNothing() {
    Picture photo = hiding(noise(48, 32, 1), 20);
    Picture painting = hiding(noise(40, 40, 2), 25);
    Evaluation expected = evaluation(RECIPE, photo, painting, painted);

    Evaluation actual = evaluation(RECIPE, recoloured(photo), recoloured(painting), painted);

    assertThat(actual.terms()).isEqualTo(expected.terms());
    assertThat(TestEngine.values(actual.gradient()))
        .containsExactly(TestEngine.values(expected.gradient()));
  }

  @Test
  void coloursUnderTheTransparencyOfAScoredPictureChangeNothing() {
    Picture half = hiding(painted, 20);

    assertThat(studio.loss(RECIPE, recoloured(half))).isEqualTo(studio.loss(RECIPE, half));
  }

  @Test
  void aRunDoesNotSeeHiddenColours() {
    Picture photo = hiding(noise(48, 32, 1), 20);
    Picture painting = hiding(noise(48, 40, 2), 25);
    Picture start = hiding(noise(48, 32, 4), 30);

    Picture expected = run(photo, painting, start);
    Picture actual = run(recoloured(photo), recoloured(painting), recoloured(start));

    assertThat(actual.width()).isEqualTo(96);
    assertThat(actual.alpha().orElseThrow()).isEqualTo(expected.alpha().orElseThrow());
    assertThat(actual.rgb()).isEqualTo(expected.rgb());
    assertThat(actual.rgb()).doesNotContain(Float.NaN);
  }

  @Test
  void halfAPaintingHasTheStyleOfTheVisiblePart() {
    // Hidden columns beside an edge that a layer could see are hidden in both.
    Picture small = hiding(noise(32, 32, 5), 24);
    Picture large = hiding(widened(small, 64), 24);
    ObjectiveConfig shallow =
        new ObjectiveConfig(
            List.of(),
            List.of(new LayerWeight("conv1_1", 1), new LayerWeight("relu1_1", 1)),
            1,
            1,
            0,
            LossScaling.RELATIVE,
            PixelRange.UNIT,
            StyleStatistics.GRAM);
    TransferConfig recipe = Recipes.with(RECIPE, shallow);
    Evaluation expected = evaluation(recipe, painted, small, painted);

    Evaluation actual = evaluation(recipe, painted, large, painted);

    expected
        .terms()
        .forEach(
            (name, term) ->
                assertThat(actual.terms().get(name))
                    .as(name)
                    .isCloseTo(term, within(1e-12 * term)));
    // What stands in for the hidden half would count as much as the visible one.
    Picture forgetful = new Picture(64, 32, large.rgb());
    double wrong = evaluation(recipe, painted, forgetful, painted).terms().get("style.relu1_1");
    double right = expected.terms().get("style.relu1_1");
    assertThat(Math.abs(wrong - right)).isGreaterThan(0.01 * right);
  }

  @Test
  void alphaOfNothingButOnesIsNoAlpha() {
    Picture photo = noise(48, 32, 1);
    Picture painting = noise(40, 40, 2);
    Evaluation expected = evaluation(RECIPE, photo, painting, painted);

    Evaluation actual =
        evaluation(RECIPE, hiding(photo, 48), hiding(painting, 40), hiding(painted, 48));

    assertThat(actual.terms()).isEqualTo(expected.terms());
    assertThat(TestEngine.values(actual.gradient()))
        .containsExactly(TestEngine.values(expected.gradient()));
  }

  @Test
  void aWhollyTransparentPictureIsRefused() {
    Picture nothing = hiding(noise(48, 32, 1), 0);

    assertThatThrownBy(() -> evaluation(RECIPE, nothing, painted, painted))
        .isInstanceOf(NothingVisibleException.class)
        .hasMessageContaining("content picture");
    assertThatThrownBy(() -> evaluation(RECIPE, painted, nothing, painted))
        .isInstanceOf(NothingVisibleException.class)
        .hasMessageContaining("style picture");
  }

  private Picture run(Picture photo, Picture painting, Picture start) {
    TransferConfig recipe =
        Recipes.with(
            Recipes.with(Recipes.quick(4), new LadderConfig(96, 48, 2, List.of(4), 0, 0.5)),
            new Start.FromFile(Path.of("start.png")));
    return new Stylizer(studio.workshop, studio.weights, recipe)
        .run(
            new TransferInputs(photo, List.of(painting), Optional.of(start)),
            Optional.empty(),
            (iteration, now) -> {},
            () -> false)
        .picture();
  }

  private Evaluation evaluation(
      TransferConfig recipe, Picture photo, Picture painting, Picture picture) {
    NDManager manager = studio.runtime.manager();
    ScaledObjective objective =
        new ScaledObjective(studio.workshop.network(studio.weights, recipe), recipe);
    Scale scale = new Scale(photo, List.of(new Scale.Painting(painting, Size.of(painting))));
    return objective.at(scale, manager).evaluate(objective.tensor(manager, picture));
  }

  private static Picture noise(int width, int height, long seed) {
    float[] rgb = new float[3 * width * height];
    Random random = new Random(seed);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextFloat();
    }
    return new Picture(width, height, rgb);
  }

  /** Opaque in the first columns only. */
  private static Picture hiding(Picture picture, int visible) {
    float[] alpha = new float[picture.width() * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      Arrays.fill(alpha, y * picture.width(), y * picture.width() + visible, 1);
    }
    return new Picture(picture.width(), picture.height(), picture.rgb(), Optional.of(alpha));
  }

  /** With other colours, finite or not, wherever alpha is 0. */
  private static Picture recoloured(Picture picture) {
    float[] rgb = picture.rgb().clone();
    float[] alpha = picture.alpha().orElseThrow();
    for (int i = 0; i < rgb.length; i++) {
      if (alpha[i % alpha.length] == 0) {
        rgb[i] = i % 2 == 0 ? Float.NaN : 1000;
      }
    }
    return new Picture(picture.width(), picture.height(), rgb, Optional.of(alpha));
  }

  /** The same columns, and then others. */
  private static Picture widened(Picture picture, int width) {
    Picture wide = noise(width, picture.height(), 99);
    for (int row = 0; row < 3 * picture.height(); row++) {
      System.arraycopy(
          picture.rgb(), row * picture.width(), wide.rgb(), row * width, picture.width());
    }
    return wide;
  }
}
