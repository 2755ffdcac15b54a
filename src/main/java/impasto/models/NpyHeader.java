package impasto.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code .npy} array says of itself, versions 1 to 3 of NumPy's format.
 *
 * @param type the elements' type, a floating-point one
 * @param layout how they lie in the bytes that follow
 */
record NpyHeader(ScalarType type, TensorLayout layout) {
  // The limit of NumPy itself.
  private static final int MAX_HEADER = 10_000;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** A Python dictionary, whose keys NumPy always writes in this order. */
  private static final Pattern DICTIONARY =
      Pattern.compile(
          " *\\{ *'descr' *: *'([^']*)' *, *'fortran_order' *: *(True|False) *,"
              + " *'shape' *: *\\(([0-9, ]*)\\) *,? *} *\n?");

  private static final Pattern AXIS = Pattern.compile("[0-9]{1,18}");

  /** Reads a header; the array's bytes come next. */
  static NpyHeader read(String name, LittleEndianInput in) throws IOException {
    if (!Arrays.equals(in.bytes(MAGIC.length), MAGIC)) {
      throw new MalformedFileException("holds something other than a NumPy array as " + name);
    }
    int major = in.u8();
    in.skip(1);
    if (major < 1 || major > 3) {
      throw new MalformedFileException("holds '" + name + "' in the unknown .npy version " + major);
    }
    int length = major == 1 ? in.u16() : in.i32();
    if (length < 0 || length > MAX_HEADER) {
      throw new MalformedFileException(
          "gives '" + name + "' an .npy header of " + Integer.toUnsignedString(length) + " bytes");
    }
    String text = new String(in.bytes(length), StandardCharsets.UTF_8);
    Matcher dictionary = DICTIONARY.matcher(text);
    if (!dictionary.matches()) {
      throw new MalformedFileException("has an .npy header that is malformed, at '" + name + "'");
    }
    String descr = dictionary.group(1);
    ScalarType type =
        ScalarType.ofNumpy(descr)
            .filter(ScalarType::isFloat)
            .orElseThrow(
                () ->
                    new MalformedFileException(
                        "holds '" + name + "' as " + descr + ", not as <f2, <f4 or <f8"));
    int[] shape = TensorLayout.shape(name, axes(dictionary.group(3)));
    return new NpyHeader(
        type,
        dictionary.group(2).equals("True")
            ? TensorLayout.columnMajor(shape)
            : TensorLayout.rowMajor(shape));
  }

  private static List<Long> axes(String tuple) {
    return AXIS.matcher(tuple).results().map(axis -> Long.valueOf(axis.group())).toList();
  }
}
