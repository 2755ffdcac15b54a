package impasto.models;

import impasto.torch.StateDict;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The wanted tensors of a pickled state dict, filled storage by storage in any order. */
final class TorchTensors {
  private final Map<String, Pickled.Tensor> tensors;
  private final Map<Pickled.Storage, Map<String, TensorLayout>> views = new LinkedHashMap<>();
  private final Map<String, float[]> values = new HashMap<>();
  private final LoadedTensors loaded;

  /**
   * Picks the wanted tensors.
   *
   * @param pickled a state dict, or a checkpoint that holds one as {@code state_dict}
   * @param fileBytes the file's size
   */
  TorchTensors(Object pickled, Predicate<String> wanted, long fileBytes)
      throws MalformedFileException {
    this.tensors = pick(pickled, wanted);
    this.loaded = new LoadedTensors(fileBytes);
    tensors.forEach(
        (name, tensor) ->
            views
                .computeIfAbsent(tensor.storage(), storage -> new LinkedHashMap<>())
                .put(name, tensor.layout()));
  }

  private static Map<String, Pickled.Tensor> pick(Object pickled, Predicate<String> wanted)
      throws MalformedFileException {
    if (!(pickled instanceof Map<?, ?> map)) {
      throw new MalformedFileException("holds something other than a state dict");
    }
    Map<?, ?> dict = map.get("state_dict") instanceof Map<?, ?> inner ? inner : map;
    Map<String, Pickled.Tensor> picked = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      if (entry.getKey() instanceof String name && wanted.test(name)) {
        if (!(entry.getValue() instanceof Pickled.Tensor tensor)) {
          throw new MalformedFileException("holds no tensor under '" + name + "'");
        }
        if (!tensor.storage().type().isFloat()) {
          throw new MalformedFileException(
              "holds '" + name + "' as " + tensor.storage().type() + ", not as floating-point");
        }
        picked.put(name, tensor);
      }
    }
    return picked;
  }

  /** The storages to be read, each once. */
  Set<Pickled.Storage> storages() {
    return views.keySet();
  }

  /**
   * Reads as much of one storage as its tensors need.
   *
   * @param in the input, at the storage's first element
   */
  void read(Pickled.Storage storage, LittleEndianInput in) throws IOException {
    Map<String, TensorLayout> users = views.get(storage);
    long begin = users.values().stream().mapToLong(TensorLayout::offset).min().orElseThrow();
    long end = users.values().stream().mapToLong(TensorLayout::end).max().orElseThrow();
    String first = users.keySet().iterator().next();
    if (end - begin > Integer.MAX_VALUE) {
      throw new MalformedFileException("has a storage too long for Java, at '" + first + "'");
    }
    in.skip(begin * storage.type().bytes());
    loaded.reserve(first, end - begin);
    float[] span = in.floats(storage.type(), (int) (end - begin));
    for (Map.Entry<String, TensorLayout> user : users.entrySet()) {
      loaded.reserve(user.getKey(), user.getValue().count());
      values.put(user.getKey(), user.getValue().gather(span, begin));
    }
  }

  /** All tensors in the order of the pickle, once every storage has been read. */
  StateDict toStateDict() throws MalformedFileException {
    for (Map.Entry<String, Pickled.Tensor> entry : tensors.entrySet()) {
      loaded.add(entry.getKey(), entry.getValue().layout().shape(), values.get(entry.getKey()));
    }
    return loaded.toStateDict(Map.of());
  }
}
