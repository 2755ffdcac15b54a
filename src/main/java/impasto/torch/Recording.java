package impasto.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;

/**
 * One differentiable call of a {@link Program}: the outputs, and the way back from gradients at the
 * outputs to the gradient at the input.
 *
 * <p>Only the program runs under automatic differentiation. What is computed from the outputs is
 * not recorded, so a loss supplies its own gradient: a Gram matrix then costs one matrix product
 * each way, and none of the traps of DJL's recorded arithmetic can be reached. There is at most one
 * recording in a process at a time.
 */
public final class Recording implements AutoCloseable {
  /** The method that every recordable program carries beside its {@code forward}. */
  public static final String PULLBACK =
      """
        def pullback(self: __torch__.Net,
          x: Tensor,
          outputs: List[Tensor],
          gradients: List[Tensor]) -> List[Tensor]:
          seeds = annotate(List[Optional[Tensor]], [])
          for i in range(torch.len(gradients)):
            g = gradients[i]
            _0 = torch.append(seeds, g)
          r = (torch.autograd.grad(outputs, [x], seeds))[0]
          return [torch.contiguous(unchecked_cast(Tensor, r))]
      """;

  private final Program program;
  private final NDManager scope;
  private final GradientCollector collector;
  private final NDArray leaf;
  private final List<NDArray> recorded;
  private final List<NDArray> outputs = new ArrayList<>();

  private Recording(Program program, NDArray input, List<NDArray> weights) {
    this.program = program;
    scope = input.getManager().newSubManager();
    collector = Engine.getInstance().newGradientCollector();
    try {
      // A fresh leaf each time: DJL adds gradients up on a leaf that it has seen before.
      leaf = input.duplicate();
      leaf.attach(scope);
      leaf.setRequiresGradient(true);
      recorded = program.call(scope, "forward", Argument.tensor(leaf), Argument.tensors(weights));
      for (NDArray array : recorded) {
        NDArray output = array.stopGradient();
        output.attach(scope);
        outputs.add(output);
      }
    } catch (RuntimeException e) {
      // Else the engine would go on recording, and refuse the next one.
      close();
      throw e;
    }
  }

  /**
   * Calls {@code forward(x, weights)} of a program and records it.
   *
   * @param program a program with the method {@link #PULLBACK}
   * @param input the tensor to differentiate by; it is copied
   * @param weights the program's constants
   * @return the recording; the caller closes it, which frees the graph
   */
  public static Recording of(Program program, NDArray input, List<NDArray> weights) {
    return new Recording(program, input, weights);
  }

  /** What the program returned; read only, and valid until this recording is closed. */
  public List<NDArray> outputs() {
    return List.copyOf(outputs);
  }

  /**
   * The vector-Jacobian product: the gradient at the input. To be called at most once.
   *
   * @param owner the manager to which the result is attached
   * @param gradients the gradient at each output, of its shape and type
   * @return the gradient, of the input's shape and type, contiguous
   */
  public NDArray pullback(NDManager owner, List<NDArray> gradients) {
    return program
        .call(
            owner,
            "pullback",
            Argument.tensor(leaf),
            Argument.tensors(recorded),
            Argument.tensors(gradients))
        .get(0);
  }

  /** Frees the graph and the outputs. */
  @Override
  public void close() {
    scope.close();
    collector.close();
  }
}
