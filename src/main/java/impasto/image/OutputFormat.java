package impasto.image;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The formats pictures are written in, chosen by the extension of the file. */
enum OutputFormat {
  PNG("png"),
  JPEG("jpeg");

  private static final Map<String, OutputFormat> BY_EXTENSION =
      Map.of("png", PNG, "jpg", JPEG, "jpeg", JPEG);

  private final String imageIoName;

  OutputFormat(String imageIoName) {
    this.imageIoName = imageIoName;
  }

  /** The name ImageIO finds the writer by. */
  String imageIoName() {
    return imageIoName;
  }

  /**
   * The format of a file to write.
   *
   * @throws UnwritablePictureException if the extension is missing or unknown
   */
  static OutputFormat of(Path file) {
    Path fileName = file.getFileName();
    String name = fileName == null ? "" : fileName.toString();
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    OutputFormat format = BY_EXTENSION.get(extension);
    if (format == null) {
      String reason = extension.isEmpty() ? "it has no extension" : "unknown format ." + extension;
      throw new UnwritablePictureException(
          file, reason + "; end the name in .png, .jpg or .jpeg", null);
    }
    return format;
  }
}
