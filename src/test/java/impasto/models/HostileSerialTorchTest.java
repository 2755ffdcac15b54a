package impasto.models;

import static impasto.models.Bytes.concat;
import static impasto.models.Bytes.int64;
import static impasto.models.Bytes.latin;
import static impasto.models.Pickles.dict;
import static impasto.models.Pickles.pickle;
import static impasto.models.Pickles.string;
import static impasto.models.Pickles.tensor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSerialTorchTest {
  private static final byte[] GOOD = Fixtures.bytes("serial.pth");
  private static final byte[] MAGIC = pickle("\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019");
  private static final byte[] PROTOCOL = pickle("M\u00e9\u0003");
  private static final byte[] LITTLE = pickle("}" + string("little_endian") + "\u0088s");
  private static final byte[] DICT = pickle(dict(tensor(4, 0, new int[] {4}, 1)));
  private static final byte[] KEYS = pickle("]" + string("0") + "a");
  private static final byte[] STORAGE = concat(int64(4), new byte[16]);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInOneLine(HostileFile file) {
    file.assertRefused(folder);
  }

  static Stream<HostileFile> files() {
    byte[] head = concat(MAGIC, PROTOCOL, LITTLE, DICT);
    byte[] big = pickle("}" + string("little_endian") + "\u0089s");
    return Stream.of(
        file("empty", "no file of torch.save", new byte[0]),
        file("text", "no file of torch.save", latin("<html>not found</html>")),
        file("another magic number", "no file of torch.save", pickle("K\u0001"), PROTOCOL),
        file("only the magic number", "truncated", MAGIC),
        file("another protocol", "unknown version", MAGIC, pickle("M\u00ea\u0003"), LITTLE),
        file("big-endian", "big-endian", MAGIC, PROTOCOL, big, DICT, KEYS, STORAGE),
        file("truncated at its last byte", "truncated", Arrays.copyOf(GOOD, GOOD.length - 1)),
        file("no keys", "truncated", head),
        file("keys in no list", "no list", head, pickle("}"), STORAGE),
        file("a list in itself for keys", "does not use", head, pickle("]q\u0000h\u0000a")),
        file("unknown key", "does not use", head, pickle("]" + string("1") + "a"), STORAGE),
        file(
            "key twice",
            "does not use",
            head,
            pickle("](" + string("0") + string("0") + "e"),
            STORAGE),
        file("missing key", "lacks 1 of", head, pickle("]"), STORAGE),
        file("negative count", "lies about", head, KEYS, int64(-4), new byte[16]),
        file("huge count", "lies about", head, KEYS, int64(1L << 62), new byte[16]),
        file("another count", "lies about", head, KEYS, int64(3), new byte[16]),
        file("truncated storage", "truncated", head, KEYS, Arrays.copyOf(STORAGE, 20)));
  }

  private static HostileFile file(String title, String reason, byte[]... parts) {
    return new HostileFile(title, ".pth", concat(parts), reason);
  }
}
