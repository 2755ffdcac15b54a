package impasto.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The coarse-to-fine ladder: each scale starts from the picture of the scale before, enlarged and
 * with some of the photo's detail.
 *
 * @param size the longer side of the result in pixels, or {@link #ORIGINAL} for the photo's own
 * @param minSize the longer side of the first scale, if there are several
 * @param scales how many scales, or {@link #OCTAVES} or {@link #HALF_OCTAVES}
 * @param iterations evaluations of the objective at each scale; the last number holds for all
 *     scales that follow
 * @param finish where another network paints the coarse scales ({@link CoarseNetwork}): how many
 *     evaluations the recipe's own network, whole, adds at the finest scale, after the other has
 *     painted that too; 0 for the own network alone there
 * @param detail the share of the photo's detail, too fine for the scale before, that a scale's
 *     start has beside the enlarged picture, 0 to 1; the first scale has no such start
 */
public record LadderConfig(
    int size, int minSize, int scales, List<Integer> iterations, int finish, double detail) {
  /** A size: that of the photo. */
  public static final int ORIGINAL = 0;

  /** A number of scales: as many as steps of about two need. */
  public static final int OCTAVES = -1;

  /** A number of scales: as many as steps of about the square root of two need. */
  public static final int HALF_OCTAVES = 0;

  /**
   * Copies the list and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public LadderConfig {
    iterations = List.copyOf(iterations);
    Checks.atLeast("the size", 0, size);
    Checks.atLeast("the smallest size", 1, minSize);
    if (scales != OCTAVES) {
      Checks.atLeast("the number of scales", HALF_OCTAVES, scales);
    }
    if (iterations.isEmpty()) {
      throw new IllegalArgumentException("there must be a number of iterations");
    }
    iterations.forEach(count -> Checks.atLeast("iterations", 1, count));
    Checks.atLeast("the finishing iterations", 0, finish);
    if (!(detail >= 0 && detail <= 1)) {
      throw new IllegalArgumentException(
          "the photo's detail must be between 0 and 1, not " + detail);
    }
    if (scales > 0 && iterations.size() > scales) {
      throw new IllegalArgumentException(
          "more numbers of iterations (" + iterations.size() + ") than scales (" + scales + ")");
    }
  }

  /**
   * A ladder whose finest scale is painted by the recipe's own network alone, and whose scales
   * start from the enlarged picture alone.
   */
  public LadderConfig(int size, int minSize, int scales, List<Integer> iterations) {
    this(size, minSize, scales, iterations, 0, 0);
  }

  /**
   * The longer side at each scale, ascending, in equal ratios.
   *
   * @param longerSide the longer side of the result in pixels
   */
  public List<Integer> sizes(int longerSide) {
    int first = Math.min(minSize, longerSide);
    double octaves = Math.log((double) longerSide / first) / Math.log(2);
    int count =
        switch (scales) {
          case OCTAVES -> 1 + (int) Math.round(octaves);
          case HALF_OCTAVES -> 1 + (int) Math.round(2 * octaves);
          default -> scales;
        };
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      int side = (int) Math.round(first * Math.pow(2, octaves * i / (count - 1)));
      // A ladder steeper than the pixels allow loses the steps that would repeat a size.
      if (side < longerSide && (sizes.isEmpty() || side > sizes.get(sizes.size() - 1))) {
        sizes.add(side);
      }
    }
    sizes.add(longerSide);
    return sizes;
  }

  /**
   * Evaluations at one scale.
   *
   * @param scale the scale's number, from 0
   */
  public int iterationsAt(int scale) {
    return iterations.get(Math.min(scale, iterations.size() - 1));
  }
}
