package impasto.models;

import static impasto.models.Bytes.torch;
import static impasto.models.Bytes.zip;
import static impasto.models.Pickles.dict;
import static impasto.models.Pickles.int32;
import static impasto.models.Pickles.pickle;
import static impasto.models.Pickles.storage;
import static impasto.models.Pickles.string;
import static impasto.models.Pickles.tensor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTorchTest {
  private static final byte[] GOOD = Fixtures.bytes("zip.pth");
  private static final int[] FOUR = {4};

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource({"zips", "pickles", "views"})
  void isRefusedInOneLine(HostileFile file) {
    file.assertRefused(folder);
  }

  static Stream<HostileFile> zips() {
    byte[] four = pickle(dict(tensor(4, 0, FOUR, 1)));
    return Stream.of(
        file("truncated", Arrays.copyOf(GOOD, GOOD.length / 2), "truncated"),
        file("only the magic number", Arrays.copyOf(GOOD, 4), "truncated"),
        file("no pickle", zip(ZipEntry.STORED, Map.of("a/x", four)), "has 0"),
        file("two pickles", zips(Map.of("a/data.pkl", four, "b/data.pkl", four)), "has 2"),
        file("no storage", zips(Map.of("a/data.pkl", four)), "a/data/0"),
        file("storage too short", torch(four, 15), "15 bytes"),
        file("storage too long", torch(four, 20), "20 bytes"),
        file(
            "big-endian",
            zips(Map.of("a/data.pkl", four, "a/byteorder", Bytes.latin("big"))),
            "big-endian"),
        file(
            "compressed bomb",
            zip(ZipEntry.DEFLATED, Map.of("a/data.pkl", four, "a/data/0", new byte[1 << 24])),
            "is compressed"));
  }

  static Stream<HostileFile> pickles() {
    return Stream.of(
        pickled("os.system", "cposix\nsystem\n(" + string("id") + "tR", "posix.system"),
        pickled("eval", "cbuiltins\neval\n(" + string("1") + "tR", "builtins.eval"),
        pickled("a dotted global", "ctorch\n_utils._rebuild_tensor_v2.x\n", "more than a state"),
        pickled("an instance", "(iposix\nsystem\n", "opcode 0x69"),
        pickled("a new object", ")\u0081", "opcode 0x81"),
        pickled("protocol 4", "\u0080\u0004", "protocol 4"),
        pickled("string of 2 GB", "X" + int32(Integer.MAX_VALUE), "2147483647 bytes"),
        pickled("string of -1 bytes", "X" + int32(-1), "4294967295 bytes"),
        pickled("string beyond the file", "X" + int32(1 << 20), "truncated"),
        pickled("endless name", "c" + "a".repeat(1000), "endless"),
        pickled("no object", "", "stack"),
        pickled("pop below the mark", "}(s", "stack"),
        pickled("no mark", "t", "mark"),
        pickled("memo never stored", "h\u0007", "never stored"),
        pickled("append to a number", "K\u0001K\u0001a", "appends"),
        pickled("attributes of a number", "K\u0001}b", "attributes"),
        pickled("call of a number", "K\u0001)R", "put together"),
        pickled("unhashable key", "}]K\u0001s", "put together"),
        pickled("odd items", "}(K\u0001u", "put together"),
        pickled("key twice", "}(K\u0001K\u0001K\u0001K\u0001u", "twice"),
        pickled("a list", "]", "other than a state dict"),
        pickled("a million opcodes and more", "N".repeat(1 << 20), "opcodes"),
        pickled("100 000 nested lists", "]".repeat(100_000) + "a".repeat(99_999), "state dict"),
        pickled("a list in itself as a storage", "]q\u0000h\u0000aQ", "put together"),
        pickled("a name without a tensor", dict("K\u0001"), "no tensor under 'w'"),
        pickled("pairs many times over", manyPairs(), "put together"));
  }

  static Stream<HostileFile> views() {
    return Stream.of(
        view("beyond its storage", tensor(4, 1, FOUR, 1), "outside"),
        view("before its storage", tensor(4, -1, FOUR, 1), "outside"),
        view("negative stride", tensor(4, 3, FOUR, -1), "outside"),
        view("stride too long", tensor(4, 0, new int[] {2}, Integer.MAX_VALUE), "outside"),
        view("one value as a billion", tensor(4, 0, new int[] {1 << 30}, 0), "outside"),
        view("negative axis", tensor(4, 0, new int[] {-1}, 1), "impossible shape"),
        view("product that wraps", tensor(4, 0, new int[] {1 << 30, 1 << 30}, 0, 0), "shape"),
        view("more strides than axes", tensor(4, 0, FOUR, 1, 1), "put together"),
        view("storage of negative size", tensor(-4, 0, FOUR, 1), "contradicts"),
        view("storage of 8 GB", tensor(Integer.MAX_VALUE, 0, FOUR, 1), "16 bytes"),
        view("two sizes of a storage", storage("0", 5) + "0" + tensor(4, 0, FOUR, 1), "0x30"),
        view("contradiction", "(" + storage("0", 5) + tensor(4, 0, FOUR, 1) + "t", "contradicts"),
        file("one storage under many names", aliases(), "too much memory"));
  }

  /** A storage of 1 MiB as the value of 40 names. */
  private static byte[] aliases() {
    StringBuilder opcodes = new StringBuilder("}");
    for (int i = 0; i < 40; i++) {
      opcodes.append(string("w" + i)).append(tensor(1 << 18, 0, new int[] {1 << 18}, 1));
      opcodes.append('s');
    }
    return torch(pickle(opcodes.toString()), 1 << 20);
  }

  /** A thousand pairs in the memo, and ten thousand ordered dictionaries made of them. */
  private static String manyPairs() {
    StringBuilder opcodes = new StringBuilder("](");
    for (int i = 0; i < 1000; i++) {
      opcodes.append(Pickles.integer(i)).append("N\u0086");
    }
    return opcodes + "eq\u0000" + "ccollections\nOrderedDict\nh\u0000\u0085R".repeat(10_000);
  }

  private static byte[] zips(Map<String, byte[]> entries) {
    return zip(ZipEntry.STORED, entries);
  }

  private static HostileFile pickled(String title, String opcodes, String reason) {
    return file(title, torch(pickle(opcodes), 0), reason);
  }

  private static HostileFile view(String title, String opcodes, String reason) {
    return file(title, torch(pickle(dict(opcodes)), 16), reason);
  }

  private static HostileFile file(String title, byte[] contents, String reason) {
    return new HostileFile(title, ".pth", contents, reason);
  }
}
