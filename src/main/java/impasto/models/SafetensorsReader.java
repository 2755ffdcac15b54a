package impasto.models;

import impasto.torch.StateDict;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Safetensors: the header's length (8 bytes), a JSON header, then the tensors' bytes. */
final class SafetensorsReader {
  static final int MAX_HEADER = 16 << 20;

  private SafetensorsReader() {}

  static StateDict read(Path file, Predicate<String> wanted) throws IOException {
    // A FileInputStream skips by seeking.
    try (FileInputStream opened = new FileInputStream(file.toFile());
        InputStream stream = new BufferedInputStream(opened)) {
      return read(stream, opened.getChannel().size(), wanted);
    }
  }

  /** Reads a file that is in memory. */
  static StateDict read(byte[] file, Predicate<String> wanted) throws IOException {
    return read(new ByteArrayInputStream(file), file.length, wanted);
  }

  private static StateDict read(InputStream stream, long size, Predicate<String> wanted)
      throws IOException {
    LittleEndianInput in = new LittleEndianInput(stream, size);
    long length = in.i64();
    if (length < 2 || length > Math.min(MAX_HEADER, in.remaining())) {
      throw new MalformedFileException(
          "is no safetensors file, or truncated: its header would take " + length + " bytes");
    }
    SafetensorsHeader header = SafetensorsHeader.parse(in.bytes((int) length), in.remaining());
    LoadedTensors loaded = new LoadedTensors(size);
    for (SafetensorsHeader.Entry entry : header.entries()) {
      if (wanted.test(entry.name())) {
        read(entry, in, loaded);
      } else {
        in.skip(entry.end() - entry.begin());
      }
    }
    return loaded.toStateDict(header.metadata());
  }

  private static void read(
      SafetensorsHeader.Entry entry, LittleEndianInput in, LoadedTensors loaded)
      throws IOException {
    if (!entry.type().isFloat()) {
      throw new MalformedFileException(
          "holds '" + entry.name() + "' as " + entry.type() + ", not as floating-point numbers");
    }
    int count = entry.layout().count();
    loaded.reserve(entry.name(), count);
    loaded.add(entry.name(), entry.layout().shape(), in.floats(entry.type(), count));
  }
}
