package impasto.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive that TorchScript loads: a zip of stored entries with one class, {@code
 * __torch__.Net}, which has methods and no attributes.
 */
final class TorchScriptArchive {
  // Pickle, protocol 2: an empty instance of __torch__.Net, and an empty tuple of constants.
  private static final byte[] MODULE =
      "\u0080\u0002c__torch__\nNet\n)\u0081}b.".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

  private TorchScriptArchive() {}

  /**
   * Packs a program.
   *
   * @param methods the text of the class's methods, as TorchScript serialises them
   * @return the bytes of a {@code .pt} file
   */
  static byte[] of(String methods) {
    String code = "class Net(Module):\n  __parameters__ = []\n  __buffers__ = []\n" + methods;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "net/data.pkl", MODULE);
      put(zip, "net/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
      put(zip, "net/constants.pkl", CONSTANTS);
      put(zip, "net/version", "3\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
