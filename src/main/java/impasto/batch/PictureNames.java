package impasto.batch;

import java.util.List;
import java.util.Locale;

/** Which entries of a folder are taken for pictures. */
final class PictureNames {
  private static final List<String> ALL =
      List.of("png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "gif");

  /** The extensions, for messages. */
  static final String EXTENSIONS = "." + String.join(", .", ALL);

  private PictureNames() {}

  /** Whether a file's name has the extension of a format that is read, in any case. */
  static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && ALL.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
