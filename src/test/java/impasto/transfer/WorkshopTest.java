package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.LadderConfig;
import impasto.config.LayerWeight;
import impasto.config.ObjectiveConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.torch.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkshopTest {
  private final Studio studio = new Studio();
  private final TransferConfig config =
      Recipes.with(Recipes.quick(1), new LadderConfig(64, 32, 2, List.of(2)));

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void aPaintingIsLookedAtOnceASize() {
    studio.paint(config);
    int arrays = TestEngine.arrays(studio.runtime.manager());

    assertThat(isKnown(studio.style, 32, 24)).isTrue();
    assertThat(isKnown(studio.style, 64, 48)).isTrue();
    assertThat(isKnown(studio.style, 48, 36)).isFalse();
    studio.paint(config);
    assertThat(TestEngine.arrays(studio.runtime.manager())).isEqualTo(arrays);
  }

  @Test
  void whatIsSharedChangesNoPicture() {
    TransferConfig blend = Recipes.withStyles(config, List.of(3.0, 7.0), 1);
    Picture alone;
    Picture other;
    try (Studio fresh = new Studio()) {
      alone = fresh.paint(config);
    }
    try (Studio fresh = new Studio()) {
      other = fresh.paint(blend, List.of(fresh.style, fresh.content), Optional.empty());
    }

    studio.paint(config);
    assertThat(studio.paint(blend, List.of(studio.style, studio.content), Optional.empty()).rgb())
        .isEqualTo(other.rgb());
    assertThat(studio.paint(config).rgb()).isEqualTo(alone.rgb());
  }

  @Test
  void aRecipeOfOtherLayersHasAnotherNetwork() {
    SharedNetwork network = studio.workshop.network(studio.weights, config);

    assertThat(studio.workshop.network(studio.weights, withStyleWeight(7))).isSameAs(network);
    assertThat(studio.workshop.network(studio.weights, withStyleLayer("relu2_1")))
        .isNotSameAs(network);
  }

  @Test
  void paintingsAreForgottenBeforeTheyFillTheMemory() {
    SharedNetwork network = studio.workshop.network(studio.weights, config);
    for (int i = 0; i < SharedNetwork.MOST_PAINTINGS + 5; i++) {
      network.moments(new Scale.Painting(studio.style, new Size(20 + i, 20)), keeper -> Map.of());
    }
    studio.workshop.network(studio.weights, config);

    // Asking makes it known.
    assertThat(isKnown(studio.style, 25, 20)).isTrue();
    assertThat(isKnown(studio.style, 24, 20)).isFalse();
  }

  @Test
  void aRunOfAnotherPaintingLeavesNoneOfTheLastOne() {
    studio.paint(config);
    studio.paint(config, List.of(studio.content), Optional.empty());

    assertThat(isKnown(studio.content, 64, 48)).isTrue();
    assertThat(isKnown(studio.style, 64, 48)).isFalse();
  }

  @Test
  void theTimeInTheNetworkIsPartOfTheWhole() {
    long begun = System.nanoTime();
    TransferResult result =
        studio.paint(config, List.of(studio.style), Optional.empty(), Integer.MAX_VALUE);

    assertThat(result.networkSeconds()).isPositive().isLessThan((System.nanoTime() - begun) / 1e9);
  }

  private boolean isKnown(Picture painting, int width, int height) {
    AtomicBoolean known = new AtomicBoolean(true);
    studio
        .workshop
        .network(studio.weights, config)
        .moments(
            new Scale.Painting(painting, new Size(width, height)),
            keeper -> {
              known.set(false);
              return Map.of();
            });
    return known.get();
  }

  private TransferConfig withStyleWeight(double weight) {
    ObjectiveConfig objective = config.objective();
    return with(weight, objective.styleLayers());
  }

  private TransferConfig withStyleLayer(String layer) {
    return with(config.objective().styleWeight(), List.of(new LayerWeight(layer, 1)));
  }

  private TransferConfig with(double styleWeight, List<LayerWeight> styleLayers) {
    ObjectiveConfig objective = config.objective();
    return Recipes.with(
        config,
        new ObjectiveConfig(
            objective.contentLayers(),
            styleLayers,
            objective.contentWeight(),
            styleWeight,
            objective.tvWeight(),
            objective.scaling(),
            objective.range(),
            objective.statistics()));
  }
}
