package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import impasto.config.CoarseNetwork;
import impasto.config.InputConvention;
import impasto.config.LadderConfig;
import impasto.config.LayerWeight;
import impasto.config.ObjectiveConfig;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.net.Layer;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoarseScalesTest {
  private static final Network TO_RELU5_1 = Network.VGG19.upTo(List.of("relu5_1"));
  private static final LadderConfig LADDER = new LadderConfig(64, 32, 2, List.of(2));

  /** As wide as VGG19 at its beginning, and as slow as a test can bear after that. */
  static final NetworkWeights WHOLE = weights(64);

  private final TransferConfig recipe =
      Recipes.withCoarse(Recipes.with(Recipes.quick(1), LADDER), CoarseNetwork.BUILTIN);

  @Test
  void theBuiltInNetworkHasTheLayersThatItIsTakenFor() {
    assertThat(CoarseScales.load().network().layerNames()).isEqualTo(TO_RELU5_1.layerNames());
  }

  @Test
  void itPaintsTheCoarseScalesOfAWholeNetwork() {
    assertThat(CoarseScales.network(recipe, WHOLE)).isEqualTo(CoarseNetwork.BUILTIN);
    assertThat(CoarseScales.network(Preset.IMPASTO.config(), WHOLE))
        .isEqualTo(CoarseNetwork.BUILTIN);
    assertThat(CoarseScales.network(Recipes.withCoarse(recipe, CoarseNetwork.SAME), WHOLE))
        .isEqualTo(CoarseNetwork.SAME);
    assertThat(CoarseScales.network(Preset.GATYS.config(), WHOLE)).isEqualTo(CoarseNetwork.SAME);
  }

  @Test
  void aSlimNetworkPaintsAllScalesItself() {
    assertThat(CoarseScales.network(recipe, weights(16))).isEqualTo(CoarseNetwork.SAME);
  }

  @Test
  void aRecipeWithALayerThatItLacksIsLeftToTheOther() {
    TransferConfig deeper = recipe.withObjective(withContent(recipe.objective(), "conv5_2"));
    assertThat(CoarseScales.network(deeper, WHOLE)).isEqualTo(CoarseNetwork.SAME);
  }

  @Test
  void eachScaleIsEvaluatedByItsNetwork() {
    try (Studio studio = new Studio()) {
      List<Iteration> told = new ArrayList<>();
      Picture picture =
          new Stylizer(studio.workshop, WHOLE, recipe)
              .run(
                  new TransferInputs(studio.content, List.of(studio.style), Optional.empty()),
                  Optional.empty(),
                  (iteration, now) -> told.add(iteration),
                  () -> false)
              .picture();
      List<Iteration> alone = new ArrayList<>();
      new Stylizer(studio.workshop, CoarseScales.load(), recipe)
          .run(
              new TransferInputs(studio.content, List.of(studio.style), Optional.empty()),
              Optional.empty(),
              (iteration, now) -> alone.add(iteration),
              () -> false);

      assertThat(told).extracting(Iteration::scale).containsExactly(1, 1, 2, 2);
      assertThat(told.get(0).loss()).isEqualTo(alone.get(0).loss());
      assertThat(told.get(1).loss()).isEqualTo(alone.get(1).loss());
      assertThat(score(studio, WHOLE, recipe, picture)).isEqualTo(told.get(3).loss());
    }
  }

  @Test
  void theOwnNetworkFinishesTheFinestScale() {
    Size photo = new Size(64, 64);
    List<Plan.Rung> rungs = rungs(WHOLE, photo, 5);

    assertThat(rungs)
        .extracting(Plan.Rung::content)
        .containsExactly(new Size(32, 32), photo, photo);
    assertThat(rungs)
        .extracting(Plan.Rung::network)
        .containsExactly(CoarseNetwork.BUILTIN, CoarseNetwork.BUILTIN, CoarseNetwork.SAME);
    assertThat(rungs).extracting(Plan.Rung::iterations).containsExactly(2, 2, 5);
  }

  @Test
  void withoutFinishItPaintsTheFinestScaleAlone() {
    assertThat(rungs(WHOLE, new Size(64, 64), 0))
        .extracting(Plan.Rung::network)
        .containsExactly(CoarseNetwork.BUILTIN, CoarseNetwork.SAME);
  }

  @Test
  void aSlimNetworkHasNothingToFinish() {
    assertThat(rungs(weights(16), new Size(64, 64), 5))
        .extracting(Plan.Rung::network)
        .containsOnly(CoarseNetwork.SAME);
  }

  @Test
  void aShallowNetworkLeavesTheStyleLayersBeyondTheContentToTheFinish() {
    TransferConfig shallow =
        Recipes.withCoarse(Preset.NEURAL_STYLE.config(), CoarseNetwork.SHALLOW);

    assertThat(CoarseScales.network(shallow, WHOLE)).isEqualTo(CoarseNetwork.SHALLOW);
    assertThat(CoarseScales.shallow(shallow).objective().taps())
        .containsExactlyInAnyOrder("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2");
  }

  @Test
  void whereItWouldLeaveOutNothingOrAllThereIsNone() {
    ObjectiveConfig objective = Preset.NEURAL_STYLE.config().objective();

    assertThat(CoarseScales.network(shallowTo(objective, "relu5_1"), WHOLE))
        .isEqualTo(CoarseNetwork.SAME);
    assertThat(CoarseScales.network(shallowTo(objective, "conv1_1"), WHOLE))
        .isEqualTo(CoarseNetwork.SAME);
    // relu5_1 would be left out, but its convolution is computed for conv5_1.
    assertThat(CoarseScales.network(shallowTo(objective, "conv5_1"), WHOLE))
        .isEqualTo(CoarseNetwork.SAME);
  }

  @Test
  void whatAShallowNetworkLeavesOutIsLookedAtNowAndThen() {
    int evaluations = LeftOut.INTERVAL + 1;
    TransferConfig single =
        Recipes.with(Recipes.quick(1), new LadderConfig(64, 64, 1, List.of(evaluations), 1, 0));

    List<Iteration> told = told(Recipes.withCoarse(single, CoarseNetwork.SHALLOW));

    List<Double> deepest =
        told.stream().map(iteration -> iteration.terms().get("style.relu5_1")).toList();
    int next = LeftOut.INTERVAL - 1;
    assertThat(deepest.subList(0, next)).containsOnly(deepest.get(0));
    assertThat(deepest.get(next)).isNotEqualTo(deepest.get(0)).isEqualTo(deepest.get(next + 1));
    assertThat(deepest.get(0))
        .isCloseTo(
            told(Recipes.withCoarse(single, CoarseNetwork.SAME))
                .get(0)
                .terms()
                .get("style.relu5_1"),
            withinPercentage(1e-4));
    assertThat(told)
        .allSatisfy(
            iteration ->
                assertThat(iteration.loss())
                    .isCloseTo(
                        iteration.terms().values().stream().mapToDouble(term -> term).sum(),
                        withinPercentage(1e-9)));
    // The whole network goes on from the other's best picture.
    Iteration finish = told.get(evaluations);
    assertThat(finish.scale()).isEqualTo(2);
    Iteration best =
        told.subList(0, evaluations).stream()
            .min(Comparator.comparingDouble(it -> it.loss() - it.terms().get("style.relu5_1")))
            .orElseThrow();
    assertThat(finish.terms().get("style.relu4_1")).isEqualTo(best.terms().get("style.relu4_1"));
  }

  private static List<Iteration> told(TransferConfig config) {
    List<Iteration> told = new ArrayList<>();
    try (Studio studio = new Studio()) {
      new Stylizer(studio.workshop, WHOLE, config)
          .run(
              new TransferInputs(studio.content, List.of(studio.style), Optional.empty()),
              Optional.empty(),
              (iteration, now) -> told.add(iteration),
              () -> false);
    }
    return told;
  }

  private static TransferConfig shallowTo(ObjectiveConfig objective, String contentLayer) {
    return Recipes.withCoarse(
        Preset.NEURAL_STYLE.config().withObjective(withContent(objective, contentLayer)),
        CoarseNetwork.SHALLOW);
  }

  private static ObjectiveConfig withContent(ObjectiveConfig objective, String layer) {
    return new ObjectiveConfig(
        List.of(new LayerWeight(layer, 1)),
        objective.styleLayers(),
        1,
        1,
        0,
        objective.scaling(),
        objective.range(),
        objective.statistics());
  }

  static double score(
      Studio studio, NetworkWeights weights, TransferConfig config, Picture picture) {
    return Scorer.score(
            studio.runtime, weights, config, studio.content, List.of(studio.style), picture)
        .loss();
  }

  private List<Plan.Rung> rungs(NetworkWeights weights, Size photo, int finish) {
    LadderConfig ladder = new LadderConfig(64, 32, 2, List.of(2), finish, 0);
    return Plan.of(recipe.withLadder(ladder), weights, photo, List.of(photo)).rungs();
  }

  private static NetworkWeights weights(int firstWidth) {
    Random random = new Random(5);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    int channels = 3;
    int width = firstWidth;
    for (Layer.Convolution layer : TO_RELU5_1.convolutions()) {
      tensors.put(
          layer.stateKey() + ".weight",
          noise(random, Math.sqrt(2.0 / (9 * channels)), width, channels, 3, 3));
      tensors.put(layer.stateKey() + ".bias", noise(random, 0.01, width));
      channels = width;
      width = 6;
    }
    return NetworkWeights.of(new StateDict(tensors, Map.of()), InputConvention.TORCHVISION);
  }

  private static HostTensor noise(Random random, double deviation, int... shape) {
    int size = 1;
    for (int side : shape) {
      size *= side;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return new HostTensor(shape, values);
  }
}
