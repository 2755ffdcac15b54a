package impasto.report;

import impasto.files.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that went into a picture.
 *
 * @param path where it was; inside a picture its name alone
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param bytes its length, at least 0
 */
public record InputFile(String path, String sha256, long bytes) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public InputFile {
    Require.path("the path of an input", path);
    Require.sha256(sha256);
    Require.atLeast("the length of " + path, 0, bytes);
  }

  /**
   * Describes a file by reading all of it; the path is made absolute.
   *
   * @param file the file
   * @throws IOException if it cannot be read
   */
  public static InputFile of(Path file) throws IOException {
    return new InputFile(
        file.toAbsolutePath().normalize().toString(), Digests.sha256(file), Files.size(file));
  }

  /** The file without the folders it lay in. */
  InputFile withoutFolders() {
    return new InputFile(nameOf(path), sha256, bytes);
  }

  /** The last part of a path of any system. */
  static String nameOf(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.isBlank() ? "unnamed" : name;
  }
}
