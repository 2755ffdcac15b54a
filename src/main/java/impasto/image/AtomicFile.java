package impasto.image;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files that appear whole or not at all. */
public final class AtomicFile {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

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
    Path temporary = temporaryBeside(file);
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
      force(file.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Finds out whether files can be made in a folder by making one, and removes it. Permissions do
   * not tell of quotas, of folders that may not change or of file systems that others hold.
   *
   * @param file a file in the folder, which is left alone
   * @throws IOException if a file cannot be made beside it
   */
  static void tryBeside(Path file) throws IOException {
    Path temporary = temporaryBeside(file);
    Files.createFile(temporary);
    Files.delete(temporary);
  }

  /** Not Files.createTempFile: its files, and so ours, would be readable by their owner only. */
  private static Path temporaryBeside(Path file) {
    return file.resolveSibling(".impasto-" + UUID.randomUUID() + ".tmp");
  }

  /** Has the new name survive a power cut, too, where folders can be opened. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("{} cannot be forced to the disk", folder, e);
    }
  }
}
