package impasto.models;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * The element types of weight files, by the name each format gives them.
 *
 * <p>Integers are known by their size only, so that a reader can pass over counters and indices.
 */
enum ScalarType {
  F64("F64", "torch.DoubleStorage", "<f8", 8),
  F32("F32", "torch.FloatStorage", "<f4", 4),
  F16("F16", "torch.HalfStorage", "<f2", 2),
  BF16("BF16", "torch.BFloat16Storage", "", 2),
  I64("I64", "torch.LongStorage", "<i8", 8),
  I32("I32", "torch.IntStorage", "<i4", 4),
  I16("I16", "torch.ShortStorage", "<i2", 2),
  I8("I8", "torch.CharStorage", "|i1", 1),
  U8("U8", "torch.ByteStorage", "|u1", 1),
  BOOL("BOOL", "torch.BoolStorage", "|b1", 1);

  private static final int EXPONENT_OFFSET = 127 - 15;

  private final String safetensors;
  private final String torchStorage;
  private final String numpy;
  private final int bytes;

  ScalarType(String safetensors, String torchStorage, String numpy, int bytes) {
    this.safetensors = safetensors;
    this.torchStorage = torchStorage;
    this.numpy = numpy;
    this.bytes = bytes;
  }

  /** The type that safetensors calls {@code name}. */
  static Optional<ScalarType> ofSafetensors(String name) {
    return find(name, type -> type.safetensors);
  }

  /** The element type of a storage class of PyTorch, such as {@code torch.FloatStorage}. */
  static Optional<ScalarType> ofTorch(String name) {
    return find(name, type -> type.torchStorage);
  }

  /** The type that NumPy describes as {@code descr}, little-endian only. */
  static Optional<ScalarType> ofNumpy(String descr) {
    return descr.isEmpty() ? Optional.empty() : find(descr, type -> type.numpy);
  }

  /** Bytes an element. */
  int bytes() {
    return bytes;
  }

  /** Whether {@link #next} can read it. */
  boolean isFloat() {
    return compareTo(BF16) <= 0;
  }

  /**
   * Reads the next element as float32, rounding to nearest.
   *
   * @param from a little-endian buffer
   * @throws IllegalStateException if this is no floating-point type
   */
  float next(ByteBuffer from) {
    return switch (this) {
      case F64 -> (float) from.getDouble();
      case F32 -> from.getFloat();
      case F16 -> ofHalf(from.getShort());
      case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
      default -> throw new IllegalStateException(this + " is no floating-point type");
    };
  }

  /**
   * Reads the next elements as float32.
   *
   * @param from a little-endian buffer; where it stands afterwards is left open
   * @param into where to put them
   * @param at the index of the first in {@code into}
   * @param count how many
   * @throws IllegalStateException if this is no floating-point type
   */
  void next(ByteBuffer from, float[] into, int at, int count) {
    if (this == F32) { // At once, because files of gigabytes are of this type.
      from.asFloatBuffer().get(into, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      into[at + i] = next(from);
    }
  }

  /** IEEE 754 binary16 (1 sign, 5 exponent, 10 fraction bits) to binary32, exactly. */
  private static float ofHalf(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    return switch (exponent) {
      case 0 -> Math.copySign(fraction * 0x1p-24f, Float.intBitsToFloat(sign));
      case 0x1f -> Float.intBitsToFloat(sign | 0x7f800000 | (fraction << 13));
      default ->
          Float.intBitsToFloat(sign | ((exponent + EXPONENT_OFFSET) << 23) | (fraction << 13));
    };
  }

  /**
   * Writes elements of float32, rounded to the nearest value of this type, ties to even.
   *
   * @param into a little-endian buffer; where it stands afterwards is left open
   * @param from where they are
   * @param at the index of the first in {@code from}
   * @param count how many
   * @throws IllegalStateException if this is neither {@link #F32} nor {@link #F16}
   */
  void put(ByteBuffer into, float[] from, int at, int count) {
    switch (this) {
      case F32 -> into.asFloatBuffer().put(from, at, count);
      case F16 -> {
        for (int i = 0; i < count; i++) {
          into.putShort(toHalf(from[at + i]));
        }
      }
      default -> throw new IllegalStateException(this + " is not written");
    }
  }

  /** Binary32 to binary16; what is too large becomes infinite. */
  private static short toHalf(float value) {
    int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
    float magnitude = Math.abs(value);
    if (!(magnitude < SafetensorsWriter.HALVES_END)) {
      return (short) (sign | (Float.isNaN(value) ? 0x7e00 : 0x7c00));
    }
    int exponent = Math.max(Math.getExponent(magnitude), -14);
    // In steps of its binade; a carry goes on into the exponent, as it should.
    int steps = (int) Math.rint(Math.scalb((double) magnitude, 10 - exponent));
    return (short) (sign | (steps + ((exponent + 14) << 10)));
  }

  private static Optional<ScalarType> find(String name, Function<ScalarType, String> naming) {
    for (ScalarType type : values()) {
      if (naming.apply(type).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
