package impasto.models;

import impasto.files.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The SHA-256 of files. */
public final class Sha256 {
  private static final int CHUNK_BYTES = 1 << 16;

  private Sha256() {}

  /**
   * The hash of a file, as 64 lower-case hexadecimal digits.
   *
   * @throws ModelException if the file cannot be read
   */
  public static String of(Path file) {
    MessageDigest digest = Digests.sha256();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return Digests.hex(digest);
  }
}
