package impasto.models;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small weight files by hand, honest and otherwise. */
final class Bytes {
  private Bytes() {}

  /** Each character as one byte. */
  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] int64(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  static byte[] safetensors(String header, int dataBytes) {
    return safetensors(header, new byte[dataBytes]);
  }

  static byte[] safetensors(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return concat(int64(json.length), json, data);
  }

  static byte[] zip(int method, Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        CRC32 crc = new CRC32();
        crc.update(entry.getValue());
        head.setMethod(method);
        head.setSize(entry.getValue().length);
        head.setCrc(crc.getValue());
        out.putNextEntry(head);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An uncompressed file of torch.save with one storage of that many bytes, called 0. */
  static byte[] torch(byte[] pickle, int storageBytes) {
    return zip(ZipEntry.STORED, Map.of("a/data.pkl", pickle, "a/data/0", new byte[storageBytes]));
  }

  /** A compressed .npz with one array, called w. */
  static byte[] npz(String header, int dataBytes) {
    byte[] npy =
        concat(
            latin("\u0093NUMPY\u0001\u0000"),
            new byte[] {(byte) header.length(), (byte) (header.length() >> 8)},
            latin(header),
            new byte[dataBytes]);
    return zip(ZipEntry.DEFLATED, Map.of("w.npy", npy));
  }

  static String npyHeader(String descr, String shape) {
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
  }
}
