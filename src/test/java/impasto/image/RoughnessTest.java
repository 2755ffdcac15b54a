package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoughnessTest {
  @Test
  void isTheMeanOverAllNeighboursAndChannels() {
    // Red: differences 1, 0.5 in rows and 0, 0.5 in columns; green and blue are flat.
    Picture picture =
        new Picture(2, 2, new float[] {0, 1, 0, 0.5f, 0.2f, 0.2f, 0.2f, 0.2f, 1, 1, 1, 1});

    assertThat(Roughness.of(picture)).isCloseTo(2.0 / 12, within(1e-9));
  }

  @Test
  void aPixelWithoutNeighboursIsSmooth() {
    assertThat(Roughness.of(new Picture(1, 1, new float[] {0.1f, 0.5f, 0.9f}))).isZero();
  }

  @Test
  void rowsDoNotNeighbourEachOtherAtTheirEnds() {
    assertThat(Roughness.of(new Picture(1, 2, new float[] {0, 1, 0, 1, 0, 1}))).isEqualTo(1);
    assertThat(Roughness.of(new Picture(2, 1, new float[] {0, 1, 0, 1, 0, 1}))).isEqualTo(1);
  }
}
