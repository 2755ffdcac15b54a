package impasto.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named tensors of a network and what the file says of them, as PyTorch's {@code state_dict}.
 *
 * @param tensors the tensors by name, in the file's order
 * @param metadata free-form facts of the file, such as {@code impasto.input}; empty if it has none
 */
public record StateDict(Map<String, HostTensor> tensors, Map<String, String> metadata) {

  /** Keeps unmodifiable copies of the maps, in their order; the tensors are shared. */
  public StateDict {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
