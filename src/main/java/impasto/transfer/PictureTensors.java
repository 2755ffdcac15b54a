package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.image.Picture;
import impasto.image.Transparency;
import java.util.Optional;

/** Moves pictures between the Java heap and the device. */
final class PictureTensors {
  private PictureTensors() {}

  /** The picture as 1 x 3 x H x W in the units of the range; float64 for a float64 network. */
  static NDArray tensor(NDManager manager, Picture picture, PixelRange range, Precision precision) {
    float[] values = picture.rgb().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= range.white();
    }
    return copy(manager, values, new Shape(1, 3, picture.height(), picture.width()), precision);
  }

  /** The opacity as H x W, in the number format of {@link #tensor}; empty for an opaque picture. */
  static Optional<NDArray> visibility(NDManager manager, Picture picture, Precision precision) {
    Shape shape = new Shape(picture.height(), picture.width());
    return Transparency.of(picture).map(alpha -> copy(manager, alpha, shape, precision));
  }

  /** The inverse of {@link #tensor}, not clamped. */
  static Picture picture(NDArray tensor, PixelRange range) {
    float[] values;
    try (NDArray single = tensor.toType(DataType.FLOAT32, true)) {
      values = single.toFloatArray();
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= range.white();
    }
    Shape shape = tensor.getShape();
    return new Picture((int) shape.get(3), (int) shape.get(2), values);
  }

  private static NDArray copy(NDManager manager, float[] values, Shape shape, Precision precision) {
    // create() looks into Java's memory: what outlives this method must be a copy.
    try (NDArray view = manager.create(values, shape)) {
      return precision == Precision.FLOAT64
          ? view.toType(DataType.FLOAT64, true)
          : view.duplicate();
    }
  }
}
