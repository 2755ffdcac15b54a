package impasto.transfer;

import impasto.config.LadderConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.net.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * One rung of the ladder: the photo and the paintings at their sizes there.
 *
 * @param content the photo
 * @param styles the paintings
 */
record Scale(Picture content, List<Picture> styles) {

  /**
   * The ladder for some pictures. Rungs too small for the network are left out.
   *
   * @param config sizes and style scale
   * @param network up to its deepest tap
   * @param content the photo
   * @param styles the paintings
   * @throws PictureTooSmallException if a picture is too small at the last rung
   */
  static List<Scale> ladder(
      TransferConfig config, Network network, Picture content, List<Picture> styles) {
    int least = network.smallestSide(config.network().padding());
    int size = config.ladder().size();
    int longerSide =
        size == LadderConfig.ORIGINAL ? Math.max(content.width(), content.height()) : size;
    List<Scale> scales = new ArrayList<>();
    for (int side : config.ladder().sizes(longerSide)) {
      Scale scale = at(side, config.styleScale(), content, styles);
      if (scale.fits(least) || side == longerSide) {
        scales.add(scale);
      }
    }
    scales.get(scales.size() - 1).check(least);
    return scales;
  }

  /**
   * The scale of a picture that is to be scored: the photo at its exact size.
   *
   * @throws PictureTooSmallException if a picture is too small
   */
  static Scale like(
      Picture picture,
      TransferConfig config,
      Network network,
      Picture content,
      List<Picture> styles) {
    int side = Math.max(picture.width(), picture.height());
    Scale scale =
        new Scale(
            Resampler.resize(content, picture.width(), picture.height()),
            at(side, config.styleScale(), content, styles).styles());
    scale.check(network.smallestSide(config.network().padding()));
    return scale;
  }

  private static Scale at(int side, double styleScale, Picture content, List<Picture> styles) {
    int styleSide = Math.max(1, (int) Math.round(side * styleScale));
    return new Scale(
        Resampler.fitted(content, side),
        styles.stream().map(style -> Resampler.fitted(style, styleSide)).toList());
  }

  private boolean fits(int least) {
    return shorterSide(content) >= least
        && styles.stream().allMatch(style -> shorterSide(style) >= least);
  }

  private void check(int least) {
    check("content picture", content, least);
    styles.forEach(style -> check("style picture", style, least));
  }

  private static void check(String what, Picture picture, int least) {
    if (shorterSide(picture) < least) {
      throw new PictureTooSmallException(what, picture.width(), picture.height(), least);
    }
  }

  private static int shorterSide(Picture picture) {
    return Math.min(picture.width(), picture.height());
  }
}
