package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import impasto.config.LossScaling;
import impasto.config.PixelRange;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalVariationLossTest {
  private final TorchRuntime runtime = TestEngine.start();
  // Red is 1 4 4 in the first row and 2 0 5 in the second; green and blue are flat.
  private final NDArray picture = picture(2, 3, Arrays.copyOf(new double[] {1, 4, 4, 2, 0, 5}, 18));

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void isTheWeightedSumOfDifferencesBetweenNeighbours() {
    LossTerm term = loss(2, LossScaling.ABSOLUTE, PixelRange.BYTE).evaluate(picture);

    // Along the rows 3 + 0 and 2 + 5, down the columns 1 + 4 + 1.
    assertThat(term.value()).isEqualTo(2 * (3 + 7 + 6));
  }

  @Test
  void theGradientIsTheSumOfSignsWhereEqualNeighboursCountNothing() {
    LossTerm term = loss(2, LossScaling.ABSOLUTE, PixelRange.BYTE).evaluate(picture);

    assertThat(TestEngine.values(term.gradient()))
        .startsWith(
            2 * (-1 - 1), // 1: less than 4 on its right and than 2 below
            2 * (1 + 0 + 1), // 4: above 1 and 0, equal to its right
            2 * (0 - 1), // 4: equal to its left, less than 5 below
            2 * (1 + 1), // 2: above 0 and 1
            2 * (-1 - 1 - 1), // 0: less than 2, 5 and 4
            2 * (1 + 1)) // 5: above 0 and 4
        .endsWith(new double[12]);
    assertThat(term.gradient().getShape()).isEqualTo(picture.getShape());
  }

  @Test
  void theRelativeLossIsAMeanInUnitsOfWhite() {
    LossTerm unit = loss(2, LossScaling.RELATIVE, PixelRange.UNIT).evaluate(picture);
    LossTerm bytes =
        loss(2, LossScaling.RELATIVE, PixelRange.BYTE)
            .evaluate(picture.mul(runtime.manager().create(255.0)));

    assertThat(unit.value()).isCloseTo(2 * 16 / 18.0, within(1e-12));
    assertThat(bytes.value()).isCloseTo(unit.value(), within(1e-12));
  }

  @Test
  void aPictureOfOnePixelHasNone() {
    LossTerm term = loss(2, LossScaling.ABSOLUTE, PixelRange.UNIT).evaluate(picture(1, 1, 1, 2, 3));

    assertThat(term.value()).isZero();
    assertThat(TestEngine.values(term.gradient())).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    // No two neighbours are equal: the values are all different multiples of 1/89.
    double[] values = new double[3 * 5 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 37 % 89 / 89.0;
    }

    FiniteDifferences.assertGradient(
        picture(5, 4, values), loss(3, scaling, PixelRange.BYTE)::evaluate, 1e-4);
  }

  private static TotalVariationLoss loss(double weight, LossScaling scaling, PixelRange range) {
    return new TotalVariationLoss(weight, scaling, range);
  }

  private NDArray picture(int height, int width, double... values) {
    return TestEngine.tensor(runtime.manager(), new Shape(1, 3, height, width), values);
  }
}
