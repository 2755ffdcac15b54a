package impasto.image;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Remembers the warning by which ImageIO tells that a picture is incomplete.
 *
 * <p>The JPEG reader fills what is missing from a truncated file with grey and only warns. Its
 * other warnings (a broken colour profile, stray bytes between markers, which cameras do write)
 * leave the pixels whole and are passed over.
 */
final class DamageListener implements IIOReadWarningListener {
  private String damage;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    boolean missing = warning.contains("Truncated") || warning.contains("Premature end");
    boolean corrupt = warning.contains("Corrupt JPEG data") && !warning.contains("extraneous");
    if (damage == null && (missing || corrupt)) {
      damage = warning;
    }
  }

  /**
   * Complains if there was such a warning.
   *
   * @throws IIOException with the words of the first one
   */
  void check() throws IIOException {
    if (damage != null) {
      throw new IIOException(damage);
    }
  }
}
