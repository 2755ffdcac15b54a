package impasto.models;

import impasto.torch.StateDict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip format of PyTorch: {@code NAME/data.pkl}, and {@code NAME/data/KEY} a storage.
 *
 * <p>PyTorch never compresses, and compressed entries are refused: so an entry is no longer than
 * the file.
 */
final class TorchZipReader {
  private static final String PICKLE = "data.pkl";

  private TorchZipReader() {}

  static StateDict read(Path file, Predicate<String> wanted) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String root = root(zip);
      long fileBytes = Files.size(file);
      checkByteOrder(zip, root, fileBytes);
      Pickled.Document pickled;
      try (InputStream stream = open(zip, root + PICKLE)) {
        pickled = StateDictPickle.read(input(zip, root + PICKLE, stream, fileBytes));
      }
      TorchTensors tensors = new TorchTensors(pickled.value(), wanted, fileBytes);
      for (Pickled.Storage storage : tensors.storages()) {
        String name = root + "data/" + storage.key();
        try (InputStream stream = open(zip, name)) {
          LittleEndianInput in = input(zip, name, stream, fileBytes);
          // Divided, since the count may be anything.
          if (in.remaining() / storage.type().bytes() != storage.count()) {
            throw new MalformedFileException(
                "holds " + in.remaining() + " bytes in " + name + ", not what its pickle says");
          }
          tensors.read(storage, in);
        }
      }
      return tensors.toStateDict();
    }
  }

  /** What stands before {@code data.pkl}. */
  private static String root(ZipFile zip) throws MalformedFileException {
    List<String> pickles =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw new MalformedFileException(
          "is no file of torch.save: of data.pkl it has " + pickles.size());
    }
    return pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
  }

  /** Since PyTorch 2.1 the file says in which order its bytes are. */
  private static void checkByteOrder(ZipFile zip, String root, long fileBytes) throws IOException {
    String name = root + "byteorder";
    if (zip.getEntry(name) == null) {
      return;
    }
    try (InputStream stream = open(zip, name)) {
      LittleEndianInput in = input(zip, name, stream, fileBytes);
      String order =
          new String(in.bytes((int) Math.min(in.remaining(), 16)), StandardCharsets.UTF_8);
      if (!order.equals("little")) {
        throw new MalformedFileException("was saved with " + order + "-endian numbers");
      }
    }
  }

  private static InputStream open(ZipFile zip, String name) throws IOException {
    return new BufferedInputStream(zip.getInputStream(entry(zip, name)));
  }

  private static LittleEndianInput input(
      ZipFile zip, String name, InputStream stream, long fileBytes) throws MalformedFileException {
    return new LittleEndianInput(stream, Math.min(entry(zip, name).getSize(), fileBytes));
  }

  private static ZipEntry entry(ZipFile zip, String name) throws MalformedFileException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new MalformedFileException("lacks its entry " + name);
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new MalformedFileException("is compressed, which torch.save never does, at " + name);
    }
    return entry;
  }
}
