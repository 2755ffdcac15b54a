package impasto.transfer;

import ai.djl.ndarray.NDArray;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Breaks chosen evaluations of a run, counted from 1 over all its scales. */
final class Faults implements UnaryOperator<Objective> {
  private final Kind kind;
  private final Set<Integer> when;
  private int count;

  Faults(Kind kind, Integer... when) {
    this.kind = kind;
    this.when = Set.of(when);
  }

  @Override
  public Objective apply(Objective whole) {
    return x -> {
      Evaluation evaluation = whole.evaluate(x);
      return when.contains(++count) ? kind.broken(evaluation) : evaluation;
    };
  }

  /** What goes wrong. */
  enum Kind {
    NAN_LOSS(Double.NaN, 1),
    INFINITE_LOSS(Double.POSITIVE_INFINITY, 1),
    NAN_GRADIENT(0, Float.NaN),
    INFINITE_GRADIENT(0, Float.POSITIVE_INFINITY),
    EXPLODED_LOSS(1e12, 1);

    private final double added;
    private final float factor;

    Kind(double added, float factor) {
      this.added = added;
      this.factor = factor;
    }

    private Evaluation broken(Evaluation evaluation) {
      NDArray gradient = evaluation.gradient().mul(factor);
      evaluation.gradient().close();
      return new Evaluation(evaluation.value() + added, gradient, Map.of());
    }
  }
}
