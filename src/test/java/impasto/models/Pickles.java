package impasto.models;

import java.nio.charset.StandardCharsets;

/** Writes pickles opcode by opcode; each character stands for a byte. */
final class Pickles {
  private Pickles() {}

  /** Protocol 2, the opcodes, STOP. */
  static byte[] pickle(String opcodes) {
    return Bytes.latin("\u0080\u0002" + opcodes + ".");
  }

  /** The opcodes for a state dict of one tensor, called w. */
  static String dict(String value) {
    return "}" + string("w") + value + "s";
  }

  /** The opcodes for a float32 tensor that is a view of storage 0. */
  static String tensor(int storageCount, int offset, int[] shape, int... strides) {
    return "ctorch._utils\n_rebuild_tensor_v2\n("
        + storage("0", storageCount)
        + integer(offset)
        + tuple(shape)
        + tuple(strides)
        + "\u0089}tR";
  }

  static String storage(String key, int count) {
    return "("
        + string("storage")
        + "ctorch\nFloatStorage\n"
        + string(key)
        + string("cpu")
        + integer(count)
        + "tQ";
  }

  static String string(String text) {
    return "X" + int32(text.length()) + text;
  }

  static String integer(int value) {
    return "J" + int32(value);
  }

  static String int32(int value) {
    byte[] bytes = {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static String tuple(int... items) {
    StringBuilder tuple = new StringBuilder("(");
    for (int item : items) {
      tuple.append(integer(item));
    }
    return tuple.append("t").toString();
  }
}
