package impasto.net;

import ai.djl.ndarray.NDArray;
import impasto.torch.Argument;
import impasto.torch.Program;

/**
 * A map in bfloat16, which DJL carries but must not be asked about: a program calculates with it.
 * The products take a third of the time of those in float32, and no copy in float32 is made.
 *
 * @param layer the layer's name
 * @param halves positions x channels, bfloat16
 * @param program with the methods {@link #METHODS}
 */
record HalfMap(String layer, NDArray halves, Program program) implements FeatureMap {
  /**
   * What a program must have for its maps. A product adds up in float32 but gives its sums in
   * bfloat16, with an error of 2^-9: in blocks of 1024 positions, which are added in float32, the
   * errors are many and small. The last positions, and all of a small map, are taken in float32.
   */
  static final String METHODS =
      """
        def matrix(self: __torch__.Net,
          f: Tensor) -> List[Tensor]:
          return [torch.to(f, 6)]
        def own(self: __torch__.Net,
          g: Tensor) -> List[Tensor]:
          return [torch.to(g, 15)]
        def blocks(self: __torch__.Net,
          f: Tensor) -> Tensor:
          k = torch.mul(torch.floordiv(torch.size(f, 0), 2048), 2)
          whole = torch.narrow(f, 0, 0, torch.mul(k, 1024))
          return torch.view(whole, [k, 1024, torch.size(f, 1)])
        def rest(self: __torch__.Net,
          f: Tensor) -> Tensor:
          n = torch.size(f, 0)
          whole = torch.mul(torch.floordiv(n, 2048), 2048)
          return torch.to(torch.narrow(f, 0, whole, torch.sub(n, whole)), 6)
        def moments(self: __torch__.Net,
          f: Tensor) -> List[Tensor]:
          b = (self).blocks(f, )
          r = (self).rest(f, )
          p = torch.bmm(torch.transpose(b, 1, 2), b)
          return [torch.add(torch.sum(torch.to(p, 6), [0]), torch.matmul(torch.t(r), r))]
        def mean(self: __torch__.Net,
          f: Tensor) -> List[Tensor]:
          s = torch.sum(torch.to(torch.sum((self).blocks(f, ), [1]), 6), [0], True)
          t = torch.add(s, torch.sum((self).rest(f, ), [0], True))
          return [torch.div(t, torch.size(f, 0))]
        def affine(self: __torch__.Net,
          f: Tensor,
          slope: Tensor,
          shift: Tensor) -> List[Tensor]:
          return [torch.addmm(torch.to(shift, 15), f, torch.to(slope, 15))]
      """;

  @Override
  public long positions() {
    return halves.getShape().get(0);
  }

  @Override
  public long channels() {
    return halves.getShape().get(1);
  }

  @Override
  public NDArray matrix() {
    return call("matrix", Argument.tensor(halves));
  }

  @Override
  public NDArray secondMoments() {
    return call("moments", Argument.tensor(halves));
  }

  @Override
  public NDArray mean() {
    return call("mean", Argument.tensor(halves));
  }

  @Override
  public NDArray affine(NDArray slope, NDArray shift) {
    return call("affine", Argument.tensor(halves), Argument.tensor(slope), Argument.tensor(shift));
  }

  @Override
  public NDArray own(NDArray gradient) {
    return call("own", Argument.tensor(gradient));
  }

  private NDArray call(String method, Argument... arguments) {
    return program.call(halves.getManager(), method, arguments).get(0);
  }
}
