package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.image.Picture;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureTensorsTest {
  private final TorchRuntime runtime = TestEngine.start();
  private final float[] values = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};
  private final Picture picture = new Picture(2, 1, values);

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aPictureIsATensorInTheUnitsOfTheRange() {
    NDArray unit = tensor(PixelRange.UNIT, Precision.FLOAT32);
    NDArray bytes = tensor(PixelRange.BYTE, Precision.BFLOAT16);

    assertThat(unit.getShape()).isEqualTo(new Shape(1, 3, 1, 2));
    assertThat(unit.toFloatArray()).containsExactly(values);
    // The precision of the network does not make the picture coarser.
    assertThat(bytes.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(bytes.toFloatArray())
        .containsExactly(new float[] {0, 51, 102, 153, 204, 255}, within(1e-4f));
    assertThat(tensor(PixelRange.UNIT, Precision.FLOAT64).getDataType())
        .isEqualTo(DataType.FLOAT64);
  }

  @Test
  void thereAndBackIsThePictureWithoutClamping() {
    for (PixelRange range : PixelRange.values()) {
      for (Precision precision : Precision.values()) {
        Picture wild = new Picture(2, 1, new float[] {-0.5f, 0, 0.25f, 1, 1.5f, 2});

        Picture back =
            PictureTensors.picture(
                PictureTensors.tensor(runtime.manager(), wild, range, precision), range);

        assertThat(back.width()).isEqualTo(2);
        assertThat(back.height()).isEqualTo(1);
        assertThat(back.rgb()).containsExactly(wild.rgb(), within(1e-6f));
      }
    }
  }

  @Test
  void visibilityIsTheAlphaOfAPictureThatIsNotOpaque() {
    Picture half = new Picture(2, 1, values, Optional.of(new float[] {1, 0.5f}));
    Picture opaque = new Picture(2, 1, values, Optional.of(new float[] {1, 1}));

    NDArray visibility = visibility(half, Precision.BFLOAT16).orElseThrow();

    assertThat(visibility.getShape()).isEqualTo(new Shape(1, 2));
    assertThat(visibility.toFloatArray()).containsExactly(1, 0.5f);
    assertThat(visibility(half, Precision.FLOAT64).orElseThrow().getDataType())
        .isEqualTo(DataType.FLOAT64);
    assertThat(visibility(opaque, Precision.FLOAT32)).isEmpty();
    assertThat(visibility(picture, Precision.FLOAT32)).isEmpty();
  }

  @Test
  void theTensorIsACopyThatOutlivesThePicture() {
    NDArray tensor = tensor(PixelRange.UNIT, Precision.FLOAT32);

    values[0] = 99;
    TestEngine.collectGarbage();

    assertThat(tensor.toFloatArray()).containsExactly(0, 0.2f, 0.4f, 0.6f, 0.8f, 1);
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(1);
  }

  private Optional<NDArray> visibility(Picture of, Precision precision) {
    return PictureTensors.visibility(runtime.manager(), of, precision);
  }

  private NDArray tensor(PixelRange range, Precision precision) {
    return PictureTensors.tensor(runtime.manager(), picture, range, precision);
  }
}
