package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Size;
import impasto.net.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * One rung of the ladder: the photo and the paintings at their sizes there.
 *
 * @param content the photo
 * @param styles the paintings, which are resized when they are looked at
 */
record Scale(Picture content, List<Painting> styles) {

  /**
   * A painting at a scale.
   *
   * @param original as it was read
   * @param size its size there
   */
  record Painting(Picture original, Size size) {
    Picture resized() {
      return Scale.resized(original, size);
    }
  }

  /** The pictures at the sizes of a rung. */
  static Scale of(Plan.Rung rung, Picture content, List<Picture> styles) {
    List<Painting> paintings = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      paintings.add(new Painting(styles.get(i), rung.styles().get(i)));
    }
    return new Scale(resized(content, rung.content()), paintings);
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
    int styleSide = Plan.styleSide(Size.of(picture).longerSide(), config.styleScale());
    Scale scale =
        new Scale(
            resized(content, Size.of(picture)),
            styles.stream()
                .map(style -> new Painting(style, Size.of(style).fitted(styleSide)))
                .toList());
    int least = network.smallestSide(config.network().padding());
    Plan.check("content picture", Size.of(scale.content), least);
    scale.styles.forEach(style -> Plan.check("style picture", style.size(), least));
    return scale;
  }

  private static Picture resized(Picture picture, Size size) {
    return Resampler.resize(picture, size.width(), size.height());
  }
}
