package impasto.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.torch.Argument;
import impasto.torch.Program;
import java.util.List;

/**
 * The responses of one layer to some pictures, as sums over positions.
 *
 * @param second of f f^T, C x C
 * @param first of f, 1 x C
 * @param positions how many there are
 */
record Responses(NDArray second, NDArray first, long positions) {

  /** Float64, written as TorchScript writes types, for the eigenvectors alone. */
  private static final String ANALYSIS =
      """
        def analyse(self: __torch__.Net,
          second: Tensor,
          first: Tensor,
          n: Tensor) -> List[Tensor]:
          mean = torch.div(first, n)
          c = torch.sub(torch.div(second, n), torch.matmul(torch.t(mean), mean))
          values, vectors = torch.linalg_eigh(torch.to(c, 7))
          return [mean, torch.to(vectors, 6)]
      """;

  /**
   * What the responses are like.
   *
   * @param mean the mean response, 1 x C
   * @param components orthonormal columns, C x C, along which the responses vary more and more: the
   *     last is the first principal component
   */
  record Analysis(NDArray mean, NDArray components) {}

  /** Those of one feature map in float32; the manager keeps the sums. */
  static Responses of(FeatureMap map, NDManager keeper) {
    NDArray second = map.secondMoments();
    NDArray first = map.matrix().sum(new int[] {0}, true);
    second.attach(keeper);
    first.attach(keeper);
    return new Responses(second, first, map.positions());
  }

  /** These and others. */
  Responses plus(Responses other) {
    return new Responses(
        second.add(other.second), first.add(other.first), positions + other.positions);
  }

  /** Compiles what {@link #analysed} calls. */
  static Program analysis(NDManager manager) {
    return Program.compile(manager, ANALYSIS);
  }

  /**
   * Analyses the responses.
   *
   * @param analysis what {@link #analysis} compiled
   * @return in float32, kept by the manager of the sums
   */
  Analysis analysed(Program analysis) {
    NDManager keeper = second.getManager();
    List<NDArray> results =
        analysis.call(
            keeper,
            "analyse",
            Argument.tensor(second),
            Argument.tensor(first),
            Argument.tensor(keeper.create((float) positions)));
    return new Analysis(results.get(0), results.get(1));
  }
}
