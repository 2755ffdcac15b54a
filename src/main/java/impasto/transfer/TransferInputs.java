package impasto.transfer;

import impasto.config.OriginalColors;
import impasto.image.ColorMatch;
import impasto.image.Picture;
import java.util.List;
import java.util.Optional;

/**
 * The pictures that a run needs.
 *
 * @param content the photo
 * @param styles the paintings, at least one
 * @param start the picture to start from, given if the recipe says {@link
 *     impasto.config.Start.FromFile}
 */
public record TransferInputs(Picture content, List<Picture> styles, Optional<Picture> start) {

  /** Copies the list. */
  public TransferInputs {
    styles = List.copyOf(styles);
  }

  /** The pictures as they are painted from: with the paintings recoloured, if that is asked for. */
  TransferInputs prepared(OriginalColors colors) {
    return colors == OriginalColors.MATCH
        ? new TransferInputs(
            content, styles.stream().map(style -> ColorMatch.match(style, content)).toList(), start)
        : this;
  }
}
