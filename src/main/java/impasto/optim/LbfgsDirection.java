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
 * identity, as in PyTorch, or multilevel, in the manner of Bramble, Pasciak and Xu (<i>Parallel
 * Multilevel Preconditioners</i>, 1990): P = I + U P' U^T / 2, where U enlarges a picture to about
 * twice its sides by bilinear interpolation and P' is the same on the smaller one, {@value #LEVELS}
 * times. On an even tint U^T U is 4, so that P about doubles when the frequency halves: the
 * curvature of losses on feature maps falls by luminance towards low frequencies about as the
 * frequency itself, and steps along the plain gradient leave broad shapes for last. y.Py is a sum
 * of squares of the reduced y, for which nothing is enlarged. With the multilevel P gamma is
 * {@value #LENGTHENING} times as much, since steps lean towards steep directions and what they
 * leave to P is flatter, the more so the more of them are remembered: with each one gamma grows by
 * another {@value #FURTHER}. The first step goes along the gradient itself: nothing is known then
 * of how far P may go, and too far a first step costs dozens of others.
 */
final class LbfgsDirection implements AutoCloseable {
  private static final int LEVELS = 5;
  private static final double LENGTHENING = 2;
  private static final double FURTHER = 0.025;

  private static final String TEXT =
      """
        def first(self: __torch__.Net,
          g: Tensor) -> List[Tensor]:
          return [torch.neg(g)]
        def preconditioned(self: __torch__.Net,
          v: Tensor) -> List[Tensor]:
          return [(self).precondition(v, )]
        def reduce(self: __torch__.Net,
          v: Tensor) -> List[Tensor]:
          levels = annotate(List[Tensor], [v])
          for i in range(LEVELS):
            f = levels[i]
            h = torch.size(f, 2)
            w = torch.size(f, 3)
            c = torch.floordiv(torch.add(h, 1), 2)
            d = torch.floordiv(torch.add(w, 1), 2)
            shape = [1, torch.size(f, 1), c, d]
            low = torch.upsample_bilinear2d_backward(f, [h, w], shape, False, None, None)
            _0 = torch.append(levels, low)
          return levels
        def precondition(self: __torch__.Net,
          v: Tensor) -> Tensor:
          levels = (self).reduce(v, )
          r = levels[LEVELS]
          for i in range(LEVELS):
            f = levels[torch.sub(torch.sub(LEVELS, 1), i)]
            size = [torch.size(f, 2), torch.size(f, 3)]
            broad = torch.upsample_bilinear2d(r, size, False, None, None)
            r = torch.add(f, broad, alpha=0.5)
          return r
        def energy(self: __torch__.Net,
          v: Tensor) -> Tensor:
          levels = (self).reduce(v, )
          top = torch.view(levels[LEVELS], [-1])
          r = torch.dot(top, top)
          for i in range(LEVELS):
            f = torch.view(levels[torch.sub(torch.sub(LEVELS, 1), i)], [-1])
            r = torch.add(torch.dot(f, f), r, alpha=0.5)
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
          ypy = (self).energy(y[torch.sub(m, 1)], )
          pq = torch.view((self).precondition(torch.view(q, torch.size(g)), ), [-1])
          gamma = torch.div(curvatures[0], ypy)
          r = torch.mul_(pq, torch.mul(gamma, torch.add(LENGTHENING, torch.mul(m, FURTHER))))
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
    program =
        Program.compile(
            manager,
            switch (preconditioner) {
              case NONE -> text(0, 1, 0);
              case MULTILEVEL -> text(LEVELS, LENGTHENING, FURTHER);
            });
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

  private static String text(int levels, double lengthening, double further) {
    return TEXT.replace("LEVELS", Integer.toString(levels))
        .replace("LENGTHENING", Double.toString(lengthening))
        .replace("FURTHER", Double.toString(further));
  }

  /** P v, attached to the owner; for tests. */
  NDArray preconditioned(NDManager owner, NDArray v) {
    return program.call(owner, "preconditioned", Argument.tensor(v)).get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
