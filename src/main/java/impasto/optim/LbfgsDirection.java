package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.torch.Argument;
import impasto.torch.Program;
import java.util.List;

/**
 * The two-loop recursion (Nocedal 1980; Nocedal and Wright, <i>Numerical Optimization</i>,
 * algorithm 7.4) as a TorchScript program: one call instead of some hundred, and a single pass over
 * memory where DJL's operations would need two.
 */
final class LbfgsDirection implements AutoCloseable {
  private static final String TEXT =
      """
        def first(self: __torch__.Net,
          g: Tensor) -> List[Tensor]:
          return [torch.neg(g)]
        def recurse(self: __torch__.Net,
          g: Tensor,
          s: List[Tensor],
          y: List[Tensor]) -> List[Tensor]:
          q = torch.neg(torch.view(g, [-1]))
          m = torch.len(s)
          alphas = annotate(List[Tensor], [])
          curvatures = annotate(List[Tensor], [])
          for i in range(m):
            j = torch.sub(torch.sub(m, 1), i)
            sj = torch.view(s[j], [-1])
            yj = torch.view(y[j], [-1])
            ys = torch.dot(yj, sj)
            alpha = torch.div(torch.dot(sj, q), ys)
            _0 = torch.append(alphas, alpha)
            _1 = torch.append(curvatures, ys)
            _2 = torch.addcmul_(q, yj, alpha, value=-1)
          last = torch.view(y[torch.sub(m, 1)], [-1])
          r = torch.mul_(q, torch.div(curvatures[0], torch.dot(last, last)))
          for i in range(m):
            j = torch.sub(torch.sub(m, 1), i)
            si = torch.view(s[i], [-1])
            yi = torch.view(y[i], [-1])
            beta = torch.div(torch.dot(yi, r), curvatures[j])
            _3 = torch.addcmul_(r, si, torch.sub(alphas[j], beta))
          return [torch.view(r, torch.size(g))]
      """;

  private final Program program;

  LbfgsDirection(NDManager manager) {
    program = Program.compile(manager, TEXT);
  }

  /**
   * The direction -H g.
   *
   * @param owner the manager to which it is attached
   * @param gradient the gradient
   * @param steps differences of points, oldest first
   * @param changes differences of gradients, oldest first
   */
  NDArray of(NDManager owner, NDArray gradient, List<NDArray> steps, List<NDArray> changes) {
    if (steps.isEmpty()) {
      return program.call(owner, "first", Argument.tensor(gradient)).get(0);
    }
    return program
        .call(
            owner,
            "recurse",
            Argument.tensor(gradient),
            Argument.tensors(steps),
            Argument.tensors(changes))
        .get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
