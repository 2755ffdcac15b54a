package impasto.models;

import impasto.files.Digests;
import java.io.IOException;
import java.nio.file.Path;

/** The SHA-256 of files. */
public final class Sha256 {
  private Sha256() {}

  /**
   * The hash of a file, as 64 lower-case hexadecimal digits.
   *
   * @throws ModelException if the file cannot be read
   */
  public static String of(Path file) {
    try {
      return Digests.sha256(file);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
