package impasto.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few classes and functions that a pickled state dict may name, and what they do. */
final class PickleGlobals {
  private static final int STORAGE_FIELDS = 5;
  private static final int MAX_PAIRS = 1 << 20;

  private final Map<String, Pickled.Storage> storages = new HashMap<>();
  private int pairs;

  private enum Function {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER
  }

  /** Every storage the pickle has named so far, by key. */
  Map<String, Pickled.Storage> storages() {
    return storages;
  }

  /** Something of Python by its module and name. */
  Object resolve(String module, String name) throws MalformedFileException {
    String global = module + "." + name;
    return switch (global) {
      case "collections.OrderedDict" -> Function.ORDERED_DICT;
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" ->
          Function.REBUILD_TENSOR;
      case "torch._utils._rebuild_parameter" -> Function.REBUILD_PARAMETER;
      default ->
          ScalarType.ofTorch(global)
              .orElseThrow(
                  () ->
                      new MalformedFileException(
                          "is more than a state dict: it asks for Python's " + global));
    };
  }

  /** Calls what {@link #resolve} gave. */
  Object call(Object function, Object arguments) throws MalformedFileException {
    List<Object> given = items(arguments);
    if (function == Function.ORDERED_DICT && given.size() <= 1) {
      return orderedDict(given);
    }
    if (function == Function.REBUILD_TENSOR && given.size() >= 4) {
      return tensor(given);
    }
    // A parameter is its tensor; whether it asks for gradients and its hooks do not matter here.
    if (function == Function.REBUILD_PARAMETER && given.size() == 3) {
      return as(Pickled.Tensor.class, given.get(0));
    }
    throw unexpected();
  }

  /** A storage by its persistent id: "storage", type, key, device, count and, formerly, a view. */
  Pickled.Storage storage(Object persistentId) throws MalformedFileException {
    List<Object> fields = items(persistentId);
    if (fields.size() < STORAGE_FIELDS || !"storage".equals(fields.get(0))) {
      throw unexpected();
    }
    if (fields.size() > STORAGE_FIELDS && fields.get(STORAGE_FIELDS) != null) {
      throw new MalformedFileException("has views of storages, which PyTorch gave up in 2017");
    }
    ScalarType type = as(ScalarType.class, fields.get(1));
    String key = as(String.class, fields.get(2));
    Pickled.Storage storage = new Pickled.Storage(type, key, as(Long.class, fields.get(4)));
    Pickled.Storage known = storages.putIfAbsent(key, storage);
    if (storage.count() < 0 || (known != null && !known.equals(storage))) {
      throw new MalformedFileException("contradicts itself about the size of storage " + key);
    }
    return storage;
  }

  /** Puts keys and values, in turns, into a dictionary. */
  static void putAll(Object dictionary, List<Object> keysAndValues) throws MalformedFileException {
    if (!(dictionary instanceof Map<?, ?>) || keysAndValues.size() % 2 != 0) {
      throw unexpected();
    }
    @SuppressWarnings("unchecked") // Every map was made here or in StateDictPickle, of objects.
    Map<Object, Object> map = (Map<Object, Object>) dictionary;
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      if (!(key instanceof String || key instanceof Long)) {
        throw unexpected();
      }
      if (map.containsKey(key)) {
        throw new MalformedFileException("has the key '" + key + "' twice");
      }
      map.put(key, keysAndValues.get(i + 1));
    }
  }

  /** Python 3 makes an ordered dictionary empty and fills it; Python 2 gives it a list of pairs. */
  private Map<Object, Object> orderedDict(List<Object> given) throws MalformedFileException {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (!given.isEmpty()) {
      // One list of pairs may be given many times, so its length counts each time.
      pairs += items(given.get(0)).size();
      if (pairs > MAX_PAIRS) {
        throw unexpected();
      }
      for (Object pair : items(given.get(0))) {
        if (items(pair).size() != 2) {
          throw unexpected();
        }
        putAll(map, items(pair));
      }
    }
    return map;
  }

  /** Storage, offset, size and stride; what follows (gradients, hooks) does not matter here. */
  private static Pickled.Tensor tensor(List<Object> given) throws MalformedFileException {
    Pickled.Storage storage = as(Pickled.Storage.class, given.get(0));
    String of = "a view of storage " + storage.key();
    int[] shape = TensorLayout.shape(of, longs(given.get(2)));
    long[] strides = longs(given.get(3)).stream().mapToLong(Long::longValue).toArray();
    if (strides.length != shape.length) {
      throw unexpected();
    }
    TensorLayout layout = new TensorLayout(shape, as(Long.class, given.get(1)), strides);
    if (!layout.fits(storage.count())) {
      throw new MalformedFileException("has " + of + " that reaches outside it");
    }
    return new Pickled.Tensor(storage, layout);
  }

  private static List<Long> longs(Object tuple) throws MalformedFileException {
    List<Long> longs = new ArrayList<>();
    if (items(tuple).size() > TensorLayout.MAX_RANK) {
      throw unexpected();
    }
    for (Object item : items(tuple)) {
      longs.add(as(Long.class, item));
    }
    return longs;
  }

  /** The items of a tuple or list. */
  private static List<Object> items(Object sequence) throws MalformedFileException {
    if (sequence instanceof Pickled.Tuple tuple) {
      return tuple.items();
    }
    if (sequence instanceof List<?> list) {
      return Collections.unmodifiableList(list);
    }
    throw unexpected();
  }

  private static <T> T as(Class<T> type, Object value) throws MalformedFileException {
    if (!type.isInstance(value)) {
      throw unexpected();
    }
    return type.cast(value);
  }

  private static MalformedFileException unexpected() {
    return new MalformedFileException("is no state dict: its pickle is put together otherwise");
  }
}
