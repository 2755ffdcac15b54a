package impasto.models;

import static impasto.models.Bytes.concat;
import static impasto.models.Bytes.int64;
import static impasto.models.Bytes.latin;
import static impasto.models.Bytes.safetensors;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSafetensorsTest {
  private static final byte[] GOOD = Fixtures.bytes("plain.safetensors");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInOneLine(HostileFile file) {
    file.assertRefused(folder);
  }

  static Stream<HostileFile> files() {
    return Stream.concat(
        Stream.of(
            file("empty", new byte[0], "truncated"),
            file("seven bytes", new byte[7], "truncated"),
            file("truncated header", Arrays.copyOf(GOOD, 100), "truncated"),
            file("truncated data", Arrays.copyOf(GOOD, GOOD.length - 1), "its header lists"),
            file("bytes after the end", concat(GOOD, new byte[1]), "its header lists"),
            file("header of no bytes", int64(0), "0 bytes"),
            file("header of 2^63 - 1 bytes", concat(int64(Long.MAX_VALUE), GOOD), "9223372036"),
            file("header of negative length", concat(int64(-8), GOOD), "-8 bytes"),
            file("header over the limit", over16MiB(), "16777217 bytes"),
            file("header not in UTF-8", concat(int64(2), latin("{\u00ff")), "no valid JSON"),
            header("header not JSON", "hello", 0, "header"),
            header("header an array", "[]", 0, "header"),
            header("header unfinished", "{\"w\":", 0, "header"),
            header("two headers", "{}{}", 0, "header"),
            header("lenient JSON", "{w:1}", 0, "header"),
            header("100 000 nested arrays", "{\"w\":" + "[".repeat(100_000), 0, "header"),
            header("metadata that are no strings", "{\"__metadata__\":{\"a\":1}}", 0, "'a'")),
        entries());
  }

  private static Stream<HostileFile> entries() {
    return Stream.of(
        entry("unknown type", "F8_E5M2", "[1]", "[0,1]", 1, "F8_E5M2"),
        entry("integers", "I32", "[1]", "[0,4]", 4, "I32"),
        entry("missing offsets", "F32", "[1]", "[]", 4, "incompletely"),
        entry("three offsets", "F32", "[1]", "[0,4,8]", 4, "incompletely"),
        entry("negative offset", "F32", "[1]", "[-4,0]", 4, "out of range"),
        entry("offset with a fraction", "F32", "[1]", "[0,4.0]", 4, "out of range"),
        entry("offset with an exponent", "F32", "[1]", "[0,4e0]", 4, "out of range"),
        entry("offset as a string", "F32", "[1]", "[0,\"4\"]", 4, "out of range"),
        entry("offset beyond 64 bits", "F32", "[1]", "[0,99999999999999999999]", 4, "range"),
        entry("offsets beyond the file", "F32", "[250000000]", "[0,1000000000]", 4, "lists"),
        entry("offsets the wrong way", "F32", "[1]", "[4,0]", 4, "-4 bytes"),
        entry("negative axis", "F32", "[-1]", "[0,4]", 4, "out of range"),
        entry("product over 31 bits", "F32", "[65536,65536]", "[0,4]", 4, "impossible shape"),
        entry("product that wraps to 1", "F32", "[4294967296,4294967296]", "[0,4]", 4, "shape"),
        entry("40 axes", "F32", "[1" + ",1".repeat(39) + "]", "[0,4]", 4, "40 axes"),
        entry("shape against offsets", "F32", "[2]", "[0,4]", 4, "needs 8"),
        entry("gap before the data", "F32", "[1]", "[4,8]", 8, "gap"),
        header(
            "overlap",
            "{" + one("a", "F32", "[2]", "[0,8]") + "," + one("b", "F32", "[1]", "[4,8]") + "}",
            8,
            "overlap"),
        header(
            "a name twice",
            "{" + one("a", "F32", "[1]", "[0,4]") + "," + one("a", "F32", "[1]", "[4,8]") + "}",
            8,
            "twice"),
        header("an unknown key", "{\"w\":{\"evil\":1}}", 0, "'evil'"),
        header(
            "control characters in a name",
            "{\"\\u001b[2J\\n\":{\"evil\":1}}",
            0,
            "twice or unasked in '?[2J?'"),
        file(
            "a NaN",
            safetensors("{" + one("w", "F32", "[1]", "[0,4]") + "}", latin("\0\0\u00c0\u007f")),
            "NaN among the values of 'w'"),
        file(
            "a double beyond float32",
            safetensors("{" + one("w", "F64", "[1]", "[0,8]") + "}", int64(0x7fe0L << 48)),
            "Infinity among the values of 'w'"));
  }

  private static byte[] over16MiB() {
    int length = (16 << 20) + 1;
    return concat(int64(length), new byte[length]);
  }

  private static String one(String name, String type, String shape, String offsets) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, type, shape, offsets);
  }

  private static HostileFile entry(
      String title, String type, String shape, String offsets, int data, String reason) {
    return header(title, "{" + one("w", type, shape, offsets) + "}", data, reason);
  }

  private static HostileFile header(String title, String header, int data, String reason) {
    return file(title, safetensors(header, data), reason);
  }

  private static HostileFile file(String title, byte[] contents, String reason) {
    return new HostileFile(title, ".safetensors", contents, reason);
  }
}
