package impasto.transfer;

import impasto.torch.HostTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that a run needs to go on to the same result: its position, the optimiser's state and
 * the best picture.
 *
 * @param position how far the run has come
 * @param numbers the optimiser's numbers by name, and the lowest loss
 * @param terms what the optimiser's value was the sum of, by name
 * @param tensors the optimiser's tensors and the best picture, by name, each 1 x 3 x H x W of the
 *     position's size; fetched from the device when they are asked for, one at a time
 */
public record Checkpoint(
    Position position,
    Map<String, Double> numbers,
    Map<String, Double> terms,
    Map<String, Supplier<HostTensor>> tensors) {

  /** Keeps unmodifiable copies of the maps, in their order. */
  public Checkpoint {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
