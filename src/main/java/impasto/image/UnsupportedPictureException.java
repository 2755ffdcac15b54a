package impasto.image;

import java.io.IOException;

/**
 * Why a picture is refused though nothing is damaged: its format, size, colours or values; {@link
 * ImageCodec} adds the name of the file.
 */
final class UnsupportedPictureException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the reason and the way out
   */
  UnsupportedPictureException(String message) {
    super(message);
  }
}
