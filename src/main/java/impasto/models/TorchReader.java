package impasto.models;

import impasto.torch.StateDict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

/** PyTorch's {@code torch.save}: a zip since version 1.6, a series of pickles before. */
final class TorchReader {
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

  private TorchReader() {}

  static StateDict read(Path file, Predicate<String> wanted) throws IOException {
    return isZip(file) ? TorchZipReader.read(file, wanted) : TorchSerialReader.read(file, wanted);
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC);
    }
  }
}
