package impasto.optim;

import ai.djl.ndarray.NDArray;
import impasto.torch.Evaluation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an optimiser stands, entirely: named tensors and numbers that can be saved, restored, or
 * kept to roll back to.
 *
 * <p>A state shares tensors with its successors. Whoever drops it calls {@link #release} with the
 * state that goes on.
 *
 * @param tensors the point {@code x} and what the optimiser remembers
 * @param numbers counters and factors
 * @param terms what the last value was the sum of, by name
 */
public record OptimizerState(
    Map<String, NDArray> tensors, Map<String, Double> numbers, Map<String, Double> terms) {
  private static final String POINT = "x";
  private static final String AVERAGE = "average";
  private static final String VALUE = "value";
  private static final String EVALUATIONS = "evaluations";

  /** Keeps unmodifiable copies of the maps; the tensors are shared. */
  public OptimizerState {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /**
   * The start of any optimiser: a point, nothing evaluated.
   *
   * @param x the point, which the state owns from now on
   */
  public static OptimizerState at(NDArray x) {
    return new OptimizerState(Map.of(POINT, x), Map.of(EVALUATIONS, 0.0), Map.of());
  }

  /** The best-known point that the optimiser goes on from. */
  public NDArray x() {
    return tensors.get(POINT);
  }

  /** What the optimiser has to show: the average of its points if it keeps one, else the point. */
  public NDArray result() {
    return tensors.getOrDefault(AVERAGE, x());
  }

  /** The objective at the last point that was evaluated; NaN before the first. */
  public double value() {
    return number(VALUE, Double.NaN);
  }

  /** How often the objective has been evaluated. */
  public int evaluations() {
    return (int) number(EVALUATIONS, 0);
  }

  /**
   * A number of the optimiser's.
   *
   * @param name its name
   * @param otherwise what to return if there is none
   */
  public double number(String name, double otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }

  /**
   * Frees the tensors that a successor does not share.
   *
   * @param successor the state that goes on
   */
  public void release(OptimizerState successor) {
    for (NDArray tensor : tensors.values()) {
      // By identity: DJL's equals compares elements.
      if (successor.tensors.values().stream().noneMatch(other -> other == tensor)) {
        tensor.close();
      }
    }
  }

  /** A successor in the making, which starts from nothing but the count of evaluations. */
  static Builder builder(OptimizerState previous) {
    return new Builder(previous.evaluations());
  }

  /** Collects the parts of a state. */
  static final class Builder {
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private Map<String, Double> terms = Map.of();

    private Builder(int evaluations) {
      numbers.put(EVALUATIONS, (double) evaluations);
    }

    Builder tensor(String name, NDArray tensor) {
      tensors.put(name, tensor);
      return this;
    }

    Builder number(String name, double number) {
      numbers.put(name, number);
      return this;
    }

    Builder point(NDArray x) {
      return tensor(POINT, x);
    }

    Builder average(NDArray average) {
      return tensor(AVERAGE, average);
    }

    /**
     * Counts an evaluation and keeps its value and terms; the gradient is the optimiser's to keep.
     */
    Builder evaluated(Evaluation evaluation) {
      numbers.merge(EVALUATIONS, 1.0, Double::sum);
      numbers.put(VALUE, evaluation.value());
      terms = evaluation.terms();
      return this;
    }

    /** Counts an evaluation whose point was not taken: value and terms stay. */
    Builder rejected(OptimizerState previous) {
      numbers.merge(EVALUATIONS, 1.0, Double::sum);
      numbers.put(VALUE, previous.value());
      terms = previous.terms();
      return this;
    }

    OptimizerState build() {
      return new OptimizerState(tensors, numbers, terms);
    }
  }
}
