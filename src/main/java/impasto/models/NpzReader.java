package impasto.models;

import impasto.torch.StateDict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** NumPy's {@code .npz}: a zip, compressed or not, with an entry {@code NAME.npy} an array. */
final class NpzReader {
  private static final String SUFFIX = ".npy";

  private NpzReader() {}

  static StateDict read(Path file, Predicate<String> wanted) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      LoadedTensors loaded = new LoadedTensors(Files.size(file));
      for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
        ZipEntry entry = all.next();
        if (!entry.getName().endsWith(SUFFIX)) {
          throw new MalformedFileException(
              "is no .npz file of NumPy: it holds '" + entry.getName() + "'");
        }
        String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
        if (wanted.test(name)) {
          try (InputStream stream = new BufferedInputStream(zip.getInputStream(entry))) {
            read(name, stream, entry.getSize(), loaded);
          }
        }
      }
      return loaded.toStateDict(Map.of());
    }
  }

  private static void read(String name, InputStream stream, long size, LoadedTensors loaded)
      throws IOException {
    LittleEndianInput in = new LittleEndianInput(stream, size);
    NpyHeader header = NpyHeader.read(name, in);
    TensorLayout layout = header.layout();
    if (in.remaining() != (long) layout.count() * header.type().bytes()) {
      throw new MalformedFileException(
          "holds " + in.remaining() + " bytes of '" + name + "', not what its shape needs");
    }
    loaded.reserve(name, 2L * layout.count());
    float[] values = in.floats(header.type(), layout.count());
    if (stream.read() >= 0) {
      throw new MalformedFileException("has more bytes of '" + name + "' than it says");
    }
    loaded.add(name, layout.shape(), layout.gather(values, 0));
  }
}
