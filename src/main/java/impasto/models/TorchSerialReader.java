package impasto.models;

import impasto.torch.StateDict;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The format of PyTorch before 1.6: four pickles (a magic number, the protocol, facts of the
 * machine, the state dict), a pickled list of storage keys, then each storage as a count (8 bytes)
 * and its elements.
 */
final class TorchSerialReader {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Object PROTOCOL = 1001L;

  /** How a pickle begins: protocol 2. */
  private static final int PICKLE_START = 0x80;

  private TorchSerialReader() {}

  static StateDict read(Path file, Predicate<String> wanted) throws IOException {
    // A FileInputStream skips by seeking.
    try (FileInputStream stream = new FileInputStream(file.toFile());
        InputStream buffered = new BufferedInputStream(stream)) {
      long fileBytes = stream.getChannel().size();
      LittleEndianInput in = new LittleEndianInput(buffered, fileBytes);
      checkStart(in, buffered);
      Pickled.Document pickled = StateDictPickle.read(in);
      TorchTensors tensors = new TorchTensors(pickled.value(), wanted, fileBytes);
      Set<Pickled.Storage> missing = new HashSet<>(tensors.storages());
      for (Pickled.Storage storage : order(StateDictPickle.read(in).value(), pickled.storages())) {
        read(storage, in, missing.remove(storage), tensors);
      }
      if (!missing.isEmpty()) {
        throw new MalformedFileException("lacks " + missing.size() + " of its storages");
      }
      return tensors.toStateDict();
    }
  }

  private static void checkStart(LittleEndianInput in, InputStream stream) throws IOException {
    stream.mark(1);
    boolean pickle = stream.read() == PICKLE_START;
    stream.reset();
    if (!pickle || !MAGIC.equals(StateDictPickle.read(in).value())) {
      throw new MalformedFileException("is no file of torch.save, or one older than 2017");
    }
    if (!PROTOCOL.equals(StateDictPickle.read(in).value())) {
      throw new MalformedFileException("has an unknown version of torch.save's old format");
    }
    if (!(StateDictPickle.read(in).value() instanceof Map<?, ?> system)
        || !Boolean.TRUE.equals(system.get("little_endian"))) {
      throw new MalformedFileException("was saved with big-endian numbers");
    }
  }

  private static Set<Pickled.Storage> order(Object keys, Map<String, Pickled.Storage> storages)
      throws MalformedFileException {
    if (!(keys instanceof List<?> list)) {
      throw new MalformedFileException("has no list of storages after its state dict");
    }
    Set<Pickled.Storage> order = new LinkedHashSet<>();
    for (Object key : list) {
      // Looked up as a string only: hashing a list that holds itself would never end.
      Pickled.Storage storage = key instanceof String name ? storages.get(name) : null;
      if (storage == null || !order.add(storage)) {
        throw new MalformedFileException("lists storages that its state dict does not use");
      }
    }
    return order;
  }

  private static void read(
      Pickled.Storage storage, LittleEndianInput in, boolean wanted, TorchTensors tensors)
      throws IOException {
    long count = in.i64();
    if (count != storage.count() || count > in.remaining() / storage.type().bytes()) {
      throw new MalformedFileException(
          "is truncated, or lies about the size of storage " + storage.key());
    }
    long end = in.position() + count * storage.type().bytes();
    if (wanted) {
      tensors.read(storage, in);
    }
    in.skip(end - in.position());
  }
}
