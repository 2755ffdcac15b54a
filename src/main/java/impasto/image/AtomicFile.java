package impasto.image;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that appear whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes to a temporary file in the same folder, forces it to the disk and moves it into place.
   *
   * @param file where to
   * @param content all of its bytes
   * @param overwrite whether an existing file is replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and is not to be replaced
   * @throws IOException if writing fails; the temporary file is removed and an existing file kept
   */
  public static void write(Path file, byte[] content, boolean overwrite) throws IOException {
    // Not Files.createTempFile: its files, and so ours, would be readable by their owner only.
    Path temporary = file.resolveSibling(".impasto-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      if (overwrite) {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(temporary, file);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
