package impasto.transfer;

import impasto.config.CoarseNetwork;
import impasto.config.LadderConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.net.NetworkWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * The scales of a run by their sizes, before anything is computed.
 *
 * @param rungs from coarse to fine, at least one
 */
public record Plan(List<Rung> rungs) {

  /**
   * One scale.
   *
   * @param content the size of the picture there
   * @param styles the sizes of the paintings there
   * @param iterations evaluations of the objective there
   * @param network which network paints it
   */
  public record Rung(Size content, List<Size> styles, int iterations, CoarseNetwork network) {

    /** Copies the list. */
    public Rung {
      styles = List.copyOf(styles);
    }

    /** What an evaluation takes, in pixels of the recipe's network. */
    public double cost() {
      return content.pixels() * network.cost();
    }

    /** What all its evaluations take, in pixels of the recipe's network. */
    public double work() {
      return iterations * cost();
    }
  }

  /** Copies the list. */
  public Plan {
    rungs = List.copyOf(rungs);
  }

  /**
   * Plans a run. Rungs too small for the network are left out.
   *
   * @param config the recipe
   * @param weights of the network, up to its deepest tap
   * @param content the photo
   * @param styles the paintings
   * @throws PictureTooSmallException if a picture is too small at the last rung
   */
  public static Plan of(
      TransferConfig config, NetworkWeights weights, Picture content, List<Picture> styles) {
    return of(config, weights, Size.of(content), styles.stream().map(Size::of).toList());
  }

  /**
   * Plans a run by the sizes of its pictures alone; otherwise as {@link #of(TransferConfig,
   * NetworkWeights, Picture, List)}.
   *
   * @param config the recipe
   * @param weights of the network, up to its deepest tap
   * @param content the size of the photo
   * @param styles the sizes of the paintings
   * @throws PictureTooSmallException if a picture is too small at the last rung
   */
  public static Plan of(
      TransferConfig config, NetworkWeights weights, Size content, List<Size> styles) {
    CoarseNetwork coarse = CoarseScales.network(config, weights);
    int least = weights.network().smallestSide(config.network().padding());
    LadderConfig ladder = config.ladder();
    int longerSide = ladder.size() == LadderConfig.ORIGINAL ? content.longerSide() : ladder.size();
    List<Rung> rungs = new ArrayList<>();
    for (int side : ladder.sizes(longerSide)) {
      Rung rung =
          rung(
              side,
              config.styleScale(),
              content,
              styles,
              ladder.iterationsAt(rungs.size()),
              side < longerSide || ladder.finish() > 0 ? coarse : CoarseNetwork.SAME);
      if (side == longerSide) {
        check(rung, least);
      }
      if (fits(rung, least)) {
        rungs.add(rung);
      }
    }
    Rung last = rungs.get(rungs.size() - 1);
    if (last.network() != CoarseNetwork.SAME) {
      rungs.add(new Rung(last.content(), last.styles(), ladder.finish(), CoarseNetwork.SAME));
    }
    return new Plan(rungs);
  }

  /** The last and largest scale. */
  public Rung finest() {
    return rungs.get(rungs.size() - 1);
  }

  /** Whether the rung after this one is of its size, for another network. */
  boolean staysAfter(int index) {
    return index + 1 < rungs.size()
        && rungs.get(index + 1).content().equals(rungs.get(index).content());
  }

  /** Whether a run of this plan can have stood at a position. */
  public boolean holds(Position position) {
    return position.scale() >= 0
        && position.scale() < rungs.size()
        && rungs
            .get(position.scale())
            .content()
            .equals(new Size(position.width(), position.height()));
  }

  /** The length of a painting's longer side beside a picture of the given one, in pixels. */
  static int styleSide(int side, double styleScale) {
    return Math.max(1, (int) Math.round(side * styleScale));
  }

  /**
   * Checks that a picture reaches the deepest layer.
   *
   * @throws PictureTooSmallException if not
   */
  static void check(String what, Size size, int least) {
    if (size.shorterSide() < least) {
      throw new PictureTooSmallException(what, size.width(), size.height(), least);
    }
  }

  private static Rung rung(
      int side,
      double styleScale,
      Size content,
      List<Size> styles,
      int iterations,
      CoarseNetwork network) {
    int styleSide = styleSide(side, styleScale);
    return new Rung(
        content.fitted(side),
        styles.stream().map(style -> style.fitted(styleSide)).toList(),
        iterations,
        network);
  }

  private static void check(Rung rung, int least) {
    check("content picture", rung.content(), least);
    rung.styles().forEach(style -> check("style picture", style, least));
  }

  private static boolean fits(Rung rung, int least) {
    return rung.content().shorterSide() >= least
        && rung.styles().stream().allMatch(style -> style.shorterSide() >= least);
  }
}
