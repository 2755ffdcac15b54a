package impasto.models;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that appear whole or not at all. */
final class WholeFile {
  /** Writes the contents of a file. */
  interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What is done to the file once it is written, before it appears. */
  interface Finish {
    void accept(Path temporary) throws IOException;
  }

  private WholeFile() {}

  /** Writes a file, or replaces one. */
  static void write(Path file, Contents contents) throws IOException {
    write(file, contents, temporary -> {});
  }

  /**
   * Writes to a temporary file in the same folder, forces it to the disk and moves it into place.
   *
   * @throws IOException if writing fails; the temporary file is removed and an existing file kept
   */
  static void write(Path file, Contents contents, Finish finish) throws IOException {
    // Not Files.createTempFile: its files, and so ours, would be readable by their owner only.
    write(file, file.resolveSibling(".impasto-" + UUID.randomUUID() + ".tmp"), contents, finish);
  }

  /** The same by way of a temporary file of a given name, which is replaced if it is there. */
  static void write(Path file, Path temporary, Contents contents, Finish finish)
      throws IOException {
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        contents.writeTo(out);
        out.getFD().sync();
      }
      finish.accept(temporary);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
