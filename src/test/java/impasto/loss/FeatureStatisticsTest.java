package impasto.loss;

import static impasto.loss.Matrices.map;
import static impasto.loss.Matrices.noise;
import static impasto.loss.Matrices.row;
import static impasto.loss.Matrices.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import impasto.net.FeatureMap;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureStatisticsTest {
  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aPositionAddsTheProductsOfItsChannels() {
    FeatureStatistics statistics =
        FeatureStatistics.of(map(manager, row(1, 3), row(2, 1), row(0, 1)));

    assertThat(TestEngine.values(statistics.secondMoments())).containsExactly(5, 5, 5, 11);
    assertThat(statistics.total()).isEqualTo(3);
    // Over two channels times three positions.
    assertThat(TestEngine.values(statistics.gram()))
        .containsExactly(row(5 / 6.0, 5 / 6.0, 5 / 6.0, 11 / 6.0), within(1e-15));
  }

  @Test
  void theSumOverBlocksIsThatOfTheWhole() {
    NDArray whole = noise(manager, 5, 31, 7);
    FeatureStatistics all = statistics(whole);
    FeatureStatistics first = statistics(whole.get(new NDIndex(":13")));
    FeatureStatistics second = statistics(whole.get(new NDIndex("13:")));

    FeatureStatistics sum =
        new FeatureStatistics(
            first.secondMoments().add(second.secondMoments()), first.total() + second.total());

    assertThat(sum.total()).isEqualTo(all.total());
    assertThat(TestEngine.values(sum.gram()))
        .containsExactly(TestEngine.values(all.gram()), within(1e-14));
  }

  @Test
  void aPositionAddsAsMuchAsItsWeight() {
    FeatureStatistics statistics =
        weighted(map(manager, row(1, 3), row(2, 1), row(7, 9)), 0.5, 1, 0);

    // (1, 3; 3, 9) / 2 + (4, 2; 2, 1), over two channels times 1.5.
    assertThat(TestEngine.values(statistics.secondMoments())).containsExactly(4.5, 3.5, 3.5, 5.5);
    assertThat(statistics.total()).isEqualTo(1.5);
    assertThat(TestEngine.values(statistics.gram()))
        .containsExactly(row(1.5, 3.5 / 3, 3.5 / 3, 5.5 / 3), within(1e-15));
  }

  @Test
  void positionsWithoutWeightMightAsWellBeMissing() {
    NDArray whole = noise(manager, 6, 31, 7);
    double[] weights = new double[31];
    Arrays.fill(weights, 4, 13, 1);

    FeatureStatistics part = statistics(whole.get(new NDIndex("4:13")));

    FeatureStatistics statistics = weighted(FeatureMap.of("relu1_1", whole), weights);
    assertThat(statistics.total()).isEqualTo(9);
    assertThat(TestEngine.values(statistics.gram()))
        .containsExactly(TestEngine.values(part.gram()), within(1e-15));
  }

  @Test
  void withoutWeightsEachPositionCountsOnce() {
    FeatureMap features = FeatureMap.of("relu1_1", noise(manager, 7, 31, 7));

    FeatureStatistics statistics = FeatureStatistics.of(features, Optional.empty());

    assertThat(TestEngine.values(statistics.gram()))
        .containsExactly(TestEngine.values(FeatureStatistics.of(features).gram()));
  }

  private FeatureStatistics weighted(FeatureMap features, double... weights) {
    return FeatureStatistics.of(features, Optional.of(weights(manager, weights)));
  }

  private static FeatureStatistics statistics(NDArray matrix) {
    return FeatureStatistics.of(FeatureMap.of("relu1_1", matrix));
  }
}
