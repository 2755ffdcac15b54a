package impasto.models;

import java.util.List;
import java.util.Map;

/** What {@link StateDictPickle} makes of a pickle, beside Java's strings, numbers and maps. */
final class Pickled {
  private Pickled() {}

  /** A Python tuple; a Python list is a plain {@link List}. */
  record Tuple(List<Object> items) {}

  /**
   * The elements behind one or more tensors, kept outside the pickle.
   *
   * @param type the elements' type
   * @param key the name under which the file holds them
   * @param count how many elements there are
   */
  record Storage(ScalarType type, String key, long count) {}

  /** A view of a storage. */
  record Tensor(Storage storage, TensorLayout layout) {}

  /**
   * A pickle read to its end.
   *
   * @param value the object it holds
   * @param storages every storage it refers to, by key
   */
  record Document(Object value, Map<String, Storage> storages) {}
}
