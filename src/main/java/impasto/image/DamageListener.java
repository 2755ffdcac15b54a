package impasto.image;

import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Remembers the warning by which a decoder tells that a picture is incomplete.
 *
 * <p>The JPEG reader fills what is missing from a truncated file with grey and only warns, and the
 * WebP reader takes alpha it does not know for opaque. Other warnings (a broken colour profile,
 * stray bytes between markers, which cameras do write) leave the pixels whole and are passed over.
 */
final class DamageListener implements IIOReadWarningListener {
  private static final List<String> DAMAGE =
      List.of(
          "Truncated File",
          "Premature end",
          "Corrupt JPEG data",
          "Nothing to decode",
          "WebP alpha",
          "byteCount < required");

  /** The one corruption that costs no pixels. */
  private static final String HARMLESS = "extraneous";

  private String damage;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    boolean damaging = DAMAGE.stream().anyMatch(warning::contains) && !warning.contains(HARMLESS);
    if (damage == null && damaging) {
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
