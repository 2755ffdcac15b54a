package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.config.LadderConfig;
import impasto.config.LossScaling;
import impasto.config.ObjectiveConfig;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.StoppingConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.Reference;
import impasto.net.UnusableWeightsException;
import impasto.torch.TestEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StylizerTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void theStyleLossFallsToASmallPartOfItself() {
    studio.paint(Recipes.quick(30));

    assertThat(styleLoss(last())).isLessThan(styleLoss(studio.iterations.get(0)) / 10);
  }

  @Test
  void thePictureIsTheOneThatWasTold() {
    TransferConfig config = Recipes.quick(10);

    Picture picture = studio.paint(config);

    assertThat(picture.width()).isEqualTo(64);
    assertThat(picture.height()).isEqualTo(48);
    assertThat(studio.loss(config, picture)).isEqualTo(last().loss());
  }

  @Test
  void aRunTellsOfEachEvaluationAtEachScale() {
    LadderConfig ladder = new LadderConfig(60, 30, 2, List.of(3, 2));

    Picture picture = studio.paint(Recipes.with(Recipes.quick(1), ladder));

    assertThat(studio.iterations)
        .extracting(
            i ->
                List.of(
                    i.scale(), i.scales(), i.width(), i.height(), i.iteration(), i.iterations()))
        .containsExactly(
            List.of(1, 2, 30, 22, 1, 3),
            List.of(1, 2, 30, 22, 2, 3),
            List.of(1, 2, 30, 22, 3, 3),
            List.of(2, 2, 60, 45, 1, 2),
            List.of(2, 2, 60, 45, 2, 2));
    assertThat(studio.iterations).extracting(Iteration::evaluations).containsExactly(1, 2, 3, 4, 5);
    assertThat(studio.iterations).extracting(Iteration::seconds).isSorted();
    assertThat(picture.width()).isEqualTo(60);
    assertThat(picture.height()).isEqualTo(45);
  }

  @Test
  void aRunWithoutTimePaintsALittleAtEachScale() {
    LadderConfig ladder = new LadderConfig(60, 30, 2, List.of(500));
    TransferConfig config =
        Recipes.with(Recipes.quick(1), ladder).withStopping(new StoppingConfig(0, 20, 1e-9));

    Picture picture = studio.paint(config);

    assertThat(studio.iterations)
        .extracting(i -> List.of(i.scale(), i.iteration()))
        .containsExactly(List.of(1, 1), List.of(1, 2), List.of(2, 1), List.of(2, 2));
    assertThat(picture.width()).isEqualTo(60);
  }

  @Test
  void aScaleWhoseLossHardlyFallsEnds() {
    LadderConfig ladder = new LadderConfig(60, 30, 2, List.of(500));
    TransferConfig config =
        Recipes.with(Recipes.quick(1), ladder).withStopping(new StoppingConfig(0.2, 5, 0));

    studio.paint(config);

    assertThat(last().scale()).isEqualTo(2);
    List<Iteration> first = studio.iterations.stream().filter(i -> i.scale() == 1).toList();
    assertThat(first.size()).isLessThan(500).isGreaterThan(5);
    // It fell by a fifth in every window but the last.
    double before = first.get(first.size() - 6).loss();
    assertThat(first.get(first.size() - 1).loss()).isBetween(0.8 * before, before);
  }

  @Test
  void aScaleStartsFromTheLastOnesPicture() {
    LadderConfig ladder = new LadderConfig(60, 30, 2, List.of(60, 1));
    TransferConfig config = Recipes.with(Recipes.quick(1), ladder);
    TransferConfig single = Recipes.with(config, new LadderConfig(60, 30, 1, List.of(1)));

    studio.paint(config);
    double fromSmallScale = styleLoss(last());
    studio.paint(single);

    assertThat(fromSmallScale).isLessThan(styleLoss(last()) / 2);
  }

  @Test
  void aScaleStartsWithThePhotosDetailIfAskedTo() {
    // Too few evaluations to paint: the coarse scale's picture is the photo, blurred.
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new LadderConfig(60, 30, 2, List.of(1), 0, 1));
    TransferConfig without =
        Recipes.with(Recipes.quick(1), new LadderConfig(60, 30, 2, List.of(1), 0, 0));

    studio.paint(config);
    double content = contentLoss(last());
    studio.paint(without);

    assertThat(content).isLessThan(contentLoss(last()) / 100);
  }

  @Test
  void theSameSeedGivesTheSameValues() {
    TransferConfig config = Recipes.withNoise(Recipes.quick(8), 5);

    float[] first = studio.paint(config).rgb();

    assertThat(studio.paint(config).rgb()).isEqualTo(first);
    assertThat(studio.paint(Recipes.withNoise(config, 6)).rgb()).isNotEqualTo(first);
  }

  @Test
  void aGivenStartIsWhereItStarts() {
    Picture image = Reference.picture("image.png");
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new Start.FromFile(Path.of("image.png")));

    Picture picture = studio.paint(config, List.of(studio.style), Optional.of(image));

    assertThat(studio.iterations.get(0).loss()).isEqualTo(studio.loss(config, image));
    assertThat(picture.rgb()).containsExactly(image.rgb(), within(1e-6f));
  }

  @Test
  void aGivenStartOfAnotherSizeIsResized() {
    TransferConfig config = Recipes.with(Recipes.quick(1), new Start.FromFile(Path.of("odd.png")));

    Picture picture =
        studio.paint(config, List.of(studio.style), Optional.of(Reference.picture("odd.png")));

    assertThat(picture.width()).isEqualTo(64);
    assertThat(picture.height()).isEqualTo(48);
  }

  @Test
  void aPaintingWithoutAShareLeavesNoTrace() {
    Picture other = Reference.picture("odd.png");
    TransferConfig single = Recipes.quick(5);
    TransferConfig blend = Recipes.withStyles(single, List.of(2.0, 0.0), 1);

    float[] alone = studio.paint(single).rgb();

    assertThat(studio.paint(blend, List.of(studio.style, other), Optional.empty()).rgb())
        .isEqualTo(alone);
    assertThat(studio.paint(single, List.of(studio.style, other), Optional.empty()).rgb())
        .isNotEqualTo(alone);
  }

  @Test
  void aRunLeavesNoTensorsBehind() {
    studio.paint(Recipes.quick(3));

    studio.workshop.close();
    assertThat(TestEngine.arrays(studio.runtime.manager())).isZero();
  }

  @Test
  void whatCannotWorkIsRefusedAndLeavesNoTensors() {
    assertThatThrownBy(
            painting(Recipes.with(Recipes.quick(1), new LadderConfig(12, 12, 1, List.of(1)))))
        .isInstanceOf(PictureTooSmallException.class);
    assertThatThrownBy(painting(Recipes.with(Recipes.quick(1), styleWeight(1e307))))
        .isInstanceOf(UnfinishedException.class)
        .hasMessageContainingAll("no evaluation was usable", "smaller weights");
    assertThatThrownBy(
            () ->
                new Stylizer(
                        studio.workshop,
                        studio.weights.upTo(List.of("relu3_1")),
                        Preset.IMPASTO.config())
                    .run(
                        new TransferInputs(studio.content, List.of(studio.style), Optional.empty()),
                        Optional.empty(),
                        (iteration, now) -> {},
                        () -> false))
        .isInstanceOf(UnusableWeightsException.class);

    studio.workshop.close();
    assertThat(TestEngine.arrays(studio.runtime.manager())).isZero();
  }

  private ThrowingCallable painting(TransferConfig config) {
    return () -> studio.paint(config);
  }

  private static ObjectiveConfig styleWeight(double weight) {
    ObjectiveConfig objective = Preset.IMPASTO.config().objective();
    return new ObjectiveConfig(
        objective.contentLayers(),
        objective.styleLayers(),
        1,
        weight,
        0,
        LossScaling.RELATIVE,
        objective.range(),
        objective.statistics());
  }

  private Iteration last() {
    return studio.iterations.get(studio.iterations.size() - 1);
  }

  private static double styleLoss(Iteration iteration) {
    return loss(iteration, "style.");
  }

  private static double contentLoss(Iteration iteration) {
    return loss(iteration, "content.");
  }

  private static double loss(Iteration iteration, String kind) {
    return iteration.terms().entrySet().stream()
        .filter(term -> term.getKey().startsWith(kind))
        .mapToDouble(term -> term.getValue())
        .sum();
  }
}
