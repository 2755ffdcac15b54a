package impasto.models;

import static impasto.models.Bytes.latin;
import static impasto.models.Bytes.npyHeader;
import static impasto.models.Bytes.npz;
import static impasto.models.Bytes.zip;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileNpzTest {
  private static final byte[] GOOD = Fixtures.bytes("plain.npz");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInOneLine(HostileFile file) {
    file.assertRefused(folder);
  }

  static Stream<HostileFile> files() {
    return Stream.of(
        file("empty", new byte[0], "truncated"),
        file("truncated", Arrays.copyOf(GOOD, GOOD.length - 10), "truncated"),
        file("text", latin("not found"), "truncated"),
        file("an entry that is no array", one("readme.txt", ""), "'readme.txt'"),
        file("no magic number", one("w.npy", "\u0093NUMPI\u0001\u0000"), "other than"),
        file("version 9", one("w.npy", "\u0093NUMPY\u0009\u0000\u0000\u0000"), "version 9"),
        file("header of 4 GB", one("w.npy", version2("\u00ff\u00ff\u00ff\u00ff")), "4294967295"),
        file("header of 2 GB", one("w.npy", version2("\u00ff\u00ff\u00ff\u007f")), "2147483647"),
        file("header beyond the entry", one("w.npy", version2("\u0000\u0001\0\0")), "truncated"),
        file("header that is code", npz("__import__('os')", 0), "malformed"),
        file("big-endian", npz(npyHeader(">f4", "1,"), 4), ">f4"),
        file("Python objects", npz(npyHeader("|O", "1,"), 8), "|O"),
        file("negative axis", npz(npyHeader("<f4", "-1,"), 4), "malformed"),
        file("product over 31 bits", npz(npyHeader("<f4", "65536, 65536"), 4), "shape"),
        file("axis beyond 64 bits", npz(npyHeader("<f4", "9".repeat(30) + ","), 4), "shape"),
        file("entry too short", npz(npyHeader("<f4", "2,"), 4), "4 bytes"),
        file("entry too long", npz(npyHeader("<f4", "2,"), 12), "12 bytes"),
        file("bomb of 64 MiB", npz(npyHeader("<f4", "16777216,"), 1 << 26), "too much memory"),
        file("size that lies low", lying(-4), "more bytes"),
        file("size that lies high", lying(4), "truncated"));
  }

  /** An array of one value whose sizes, in the header and the zip's directory, are off. */
  private static byte[] lying(int by) {
    String shape = (2 + by / 4) + ",";
    byte[] honest = npz(npyHeader("<f4", shape), 8);
    int directory = find(honest, latin("PK\u0001\u0002"));
    honest[directory + 24] += (byte) by;
    return honest;
  }

  private static int find(byte[] in, byte[] what) {
    int at = 0;
    while (!Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
      at++;
    }
    return at;
  }

  private static byte[] one(String name, String contents) {
    return zip(ZipEntry.STORED, Map.of(name, latin(contents)));
  }

  private static String version2(String length) {
    return "\u0093NUMPY\u0002\u0000" + length;
  }

  private static HostileFile file(String title, byte[] contents, String reason) {
    return new HostileFile(title, ".npz", contents, reason);
  }
}
