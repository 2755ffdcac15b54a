package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.config.NetworkConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.StyleStatistics;
import impasto.net.FeatureExtractor;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final List<LayerWeight> CONTENT = List.of(new LayerWeight("relu2_1", 0.5));
  private static final List<LayerWeight> STYLE =
      List.of(new LayerWeight("relu1_1", 3), new LayerWeight("relu2_1", 1));

  private final TorchRuntime runtime = TestEngine.start();
  private final FeatureExtractor extractor =
      new FeatureExtractor(
          runtime,
          Reference.slimVgg19(),
          new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT64),
          PixelRange.UNIT,
          List.of("relu1_1", "relu2_1"));
  private final NDArray content = tensor("content.png");
  private final NDArray style = tensor("style.png");
  private final NDArray image = tensor("image.png");

  @AfterEach
  void close() {
    extractor.close();
    runtime.close();
  }

  @Test
  void aTermIsWeightedByItsLayerAndItsKind() {
    Map<String, Double> plain = terms(1, 1, List.of(style), List.of(1.0));
    Map<String, Double> weighted = terms(8, 50, List.of(style), List.of(1.0));

    assertThat(weighted.get("content.relu2_1"))
        .isCloseTo(8 * plain.get("content.relu2_1"), within(1e-9));
    assertThat(weighted.get("style.relu1_1"))
        .isCloseTo(50 * plain.get("style.relu1_1"), within(1e-9));
  }

  @Test
  void aPaintingWithoutAShareDoesNotCount() {
    Map<String, Double> single = terms(1, 1, List.of(style), List.of(1.0));
    Map<String, Double> blend = terms(1, 1, List.of(style, tensor("odd.png")), List.of(1.0, 0.0));

    assertThat(blend).isEqualTo(single);
  }

  /** Sums over many positions depend on how many threads take part. */
  @Test
  void whatRanBeforeDoesNotChangeWhatIsHeldToOfAPainting() {
    try (TorchRuntime two = TestEngine.start(2);
        FeatureExtractor floats =
            new FeatureExtractor(
                two,
                Reference.slimVgg19(),
                new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT32),
                PixelRange.UNIT,
                List.of("relu1_1", "relu2_1"))) {
      NDManager manager = two.manager();
      Exemplar faint =
          new Exemplar(
              manager.randomUniform(0, 1, new Shape(1, 3, 300, 300)),
              Optional.of(manager.randomUniform(0, 1, new Shape(300, 300))));
      Targets targets = new Targets(floats, config(1, 1), manager);

      two.useThreads(2);
      StyleTarget afterMany = targets.styleTargets(faint).get("relu1_1");
      two.useThreads(1);
      StyleTarget afterOne = targets.styleTargets(faint).get("relu1_1");

      assertThat(TestEngine.values(afterOne.gram())).isEqualTo(TestEngine.values(afterMany.gram()));
      assertThat(TestEngine.values(afterOne.mean())).isEqualTo(TestEngine.values(afterMany.mean()));
    }
  }

  @Test
  void halvesOfTheSamePaintingAreThePainting() {
    Map<String, Double> single = terms(1, 1, List.of(style), List.of(1.0));
    Map<String, Double> blend = terms(1, 1, List.of(style, style), List.of(0.25, 0.75));

    single.forEach(
        (name, term) -> assertThat(blend.get(name)).isCloseTo(term, within(1e-9 * term)));
  }

  @Test
  void aBlendHoldsThePictureToTheMeanOfGramMatrices() {
    // With the picture equal to one of two paintings, G - (G + A) / 2 = (G - A) / 2.
    double whole = styleLoss(List.of(style), List.of(1.0));
    double half = styleLoss(List.of(image, style), List.of(0.5, 0.5));

    assertThat(half).isCloseTo(whole / 4, within(1e-9 * whole));
  }

  @Test
  void onlyTheTargetsStay() {
    int before = TestEngine.arrays(runtime.manager());

    objective(1, 1, List.of(style, image), List.of(0.5, 0.5));

    // One feature map of the photo, two Gram matrices and means of the paintings.
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 5);
  }

  @Test
  void aVisibleExemplarIsLikeOneWithoutTransparency() {
    Map<String, Double> opaque = terms(1, 1, List.of(style), List.of(1.0));
    Map<String, Double> visible =
        objective(
                new Exemplar(content, Optional.of(ones(content))),
                new Exemplar(style, Optional.of(ones(style))))
            .evaluate(image)
            .terms();

    opaque.forEach(
        (name, term) -> assertThat(visible.get(name)).isCloseTo(term, within(1e-12 * term)));
  }

  @Test
  void theVisiblePartOfThePhotoHasAllOfTheStyle() {
    // The picture's own upper rows are the style, and the photo hides all but these.
    NDArray visibility = ones(content);
    visibility.set(new NDIndex("8:"), 0);
    Exemplar photo = new Exemplar(content, Optional.of(visibility));
    Exemplar painting = new Exemplar(image, Optional.of(visibility));

    Map<String, Double> terms = objective(photo, painting).evaluate(image).terms();

    assertThat(terms.get("style.relu1_1")).isCloseTo(0, within(1e-20));
    assertThat(terms.get("style.relu2_1")).isCloseTo(0, within(1e-20));
    Map<String, Double> opaque =
        objective(Exemplar.opaque(content), painting).evaluate(image).terms();
    assertThat(opaque.get("style.relu1_1")).isGreaterThan(1e-9);
  }

  @Test
  void aWhollyTransparentExemplarIsRefused() {
    Exemplar hiddenPhoto = new Exemplar(content, Optional.of(ones(content).muli(0)));
    Exemplar hiddenPainting = new Exemplar(style, Optional.of(ones(style).muli(1e-12)));

    assertThatThrownBy(() -> objective(hiddenPhoto, Exemplar.opaque(style)))
        .isInstanceOf(NothingVisibleException.class)
        .hasMessageStartingWith("the content picture is transparent wherever the layer relu1_1");
    assertThatThrownBy(() -> objective(Exemplar.opaque(content), hiddenPainting))
        .isInstanceOf(NothingVisibleException.class)
        .hasMessageStartingWith("the style picture is transparent");
  }

  @Test
  void whatALayerLeavesOutAtAnOddEdgeIsNotVisibleToIt() {
    NDArray photo = Matrices.noise(runtime.manager(), 1, 1, 3, 9, 8);
    NDArray lastRow = TestEngine.tensor(runtime.manager(), new Shape(9, 8), new double[72]);
    lastRow.set(new NDIndex("8:"), 1);

    assertThatThrownBy(
            () -> objective(new Exemplar(photo, Optional.of(lastRow)), Exemplar.opaque(style)))
        .isInstanceOf(NothingVisibleException.class)
        .hasMessageContaining("relu2_1");
  }

  @Test
  void onlyTheTargetsAndTheWeightsOfThePhotoStay() {
    Exemplar photo = new Exemplar(content, Optional.of(ones(content)));
    Exemplar painting = new Exemplar(style, Optional.of(ones(style)));
    int before = TestEngine.arrays(runtime.manager());

    objective(photo, painting);

    // A feature map of the photo, Gram matrices and means of the painting at two layers, weights
    // there.
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 7);
  }

  private NDArray ones(NDArray picture) {
    Shape shape = picture.getShape().slice(2);
    double[] values = new double[(int) shape.size()];
    Arrays.fill(values, 1);
    return TestEngine.tensor(runtime.manager(), shape, values);
  }

  private PictureObjective objective(Exemplar photo, Exemplar painting) {
    ObjectiveConfig config =
        new ObjectiveConfig(
            CONTENT, STYLE, 1, 1, 0, LossScaling.ABSOLUTE, PixelRange.UNIT, StyleStatistics.GRAM);
    return new Targets(extractor, config, runtime.manager())
        .objective(photo, List.of(painting), List.of(1.0));
  }

  private double styleLoss(List<NDArray> styles, List<Double> shares) {
    return terms(1, 1, styles, shares).get("style.relu1_1");
  }

  private Map<String, Double> terms(
      double contentWeight, double styleWeight, List<NDArray> styles, List<Double> shares) {
    return objective(contentWeight, styleWeight, styles, shares).evaluate(image).terms();
  }

  private PictureObjective objective(
      double contentWeight, double styleWeight, List<NDArray> styles, List<Double> shares) {
    return new Targets(extractor, config(contentWeight, styleWeight), runtime.manager())
        .objective(content, styles, shares);
  }

  private static ObjectiveConfig config(double contentWeight, double styleWeight) {
    return new ObjectiveConfig(
        CONTENT,
        STYLE,
        contentWeight,
        styleWeight,
        0,
        LossScaling.ABSOLUTE,
        PixelRange.UNIT,
        StyleStatistics.GRAM);
  }

  private NDArray tensor(String name) {
    return Reference.tensor(runtime.manager(), name, PixelRange.UNIT, DataType.FLOAT64);
  }
}
