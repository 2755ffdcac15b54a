package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Argument;
import impasto.torch.Program;
import java.util.List;

/**
 * The two-loop recursion (Nocedal 1980; Nocedal and Wright, <i>Numerical Optimization</i>,
 * algorithm 7.4) as a TorchScript program: one call instead of some hundred, and a single pass over
 * memory where DJL's operations would need two.
 *
 * <p>Its initial inverse Hessian is gamma P with gamma = s.y / y.Py of the last step. P is the
 * identity or the multilevel sum of Bramble, Pasciak and Xu (<i>Parallel Multilevel
 * Preconditioners</i>, 1990): I + sum of k/2 U U^T / k^2 over k = 2, 4, 8, 16, 32, where U enlarges
 * a picture k times with bilinear interpolation. The curvature of losses on feature maps falls
 * towards low frequencies about as the frequency itself, and so does 1/P; steps along the plain
 * gradient leave broad shapes and tints for last. The first step goes along the gradient itself:
 * nothing is known then of how far P may go, and too far a first step costs dozens of others.
 */
final class LbfgsDirection implements AutoCloseable {
  private static final String TEXT =
      """
        def first(self: __torch__.Net,
          g: Tensor) -> List[Tensor]:
          return [torch.neg(g)]
        def preconditioned(self: __torch__.Net,
          v: Tensor) -> List[Tensor]:
          return [(self).precondition(v, )]
        def precondition(self: __torch__.Net,
          v: Tensor) -> Tensor:
          r = v
          k = 1
          for i in range(LEVELS):
            k = torch.mul(k, 2)
            h = torch.size(v, 2)
            w = torch.size(v, 3)
            c = torch.size(v, 1)
            lh = torch.add(torch.floordiv(torch.sub(h, 1), k), 1)
            lw = torch.add(torch.floordiv(torch.sub(w, 1), k), 1)
            low = torch.upsample_bilinear2d_backward(v, [h, w], [1, c, lh, lw], False, None, None)
            broad = torch.upsample_bilinear2d(low, [h, w], False, None, None)
            weight = torch.div(torch.mul(torch.mul(lh, lw), k), torch.mul(torch.mul(h, w), 2))
            r = torch.add(r, broad, alpha=weight)
          return r
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
          pl = torch.view((self).precondition(torch.view(last, torch.size(g)), ), [-1])
          pq = torch.view((self).precondition(torch.view(q, torch.size(g)), ), [-1])
          r = torch.mul_(pq, torch.div(curvatures[0], torch.dot(last, pl)))
          for i in range(m):
            j = torch.sub(torch.sub(m, 1), i)
            si = torch.view(s[i], [-1])
            yi = torch.view(y[i], [-1])
            beta = torch.div(torch.dot(yi, r), curvatures[j])
            _3 = torch.addcmul_(r, si, torch.sub(alphas[j], beta))
          return [torch.view(r, torch.size(g))]
      """;

  private final Program program;

  LbfgsDirection(NDManager manager, Preconditioner preconditioner) {
    int levels =
        switch (preconditioner) {
          case NONE -> 0;
          case MULTILEVEL -> 5;
        };
    program = Program.compile(manager, TEXT.replace("LEVELS", Integer.toString(levels)));
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

  /** P v, attached to the owner. */
  NDArray preconditioned(NDManager owner, NDArray v) {
    return program.call(owner, "preconditioned", Argument.tensor(v)).get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
