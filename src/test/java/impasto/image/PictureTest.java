package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void takesThreePlanes() {
    assertThat(new Picture(2, 3, new float[18]).rgb()).hasSize(18);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(2, 3, new float[17]))
        .withMessage("17 values for an RGB picture of 2 x 3 pixels");
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(2, 3, new float[21]));
  }

  @Test
  void refusesSidesWithoutPixels() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(0, 3, new float[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(-2, -3, new float[18]));
  }

  @Test
  void refusesSidesWhoseProductOverflows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(1 << 16, 1 << 16, new float[0]));
  }
}
