package impasto.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A download that has not come to its end: the bytes so far, and beside them what the server calls
 * this version of the file, so that no two versions are ever put together.
 *
 * @param file the bytes
 * @param validator the file with the server's word for the version
 */
record PartialFile(Path file, Path validator) {

  /** The partial download of a model; its extension is that of the published file. */
  static PartialFile of(Path folder, Catalogue.Entry entry) {
    String extension = entry.file().substring(entry.file().lastIndexOf('.'));
    return new PartialFile(
        folder.resolve(entry.name() + ".partial" + extension),
        folder.resolve(entry.name() + ".partial.version"));
  }

  /** Bytes there are. */
  long length() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The server's word for the version. */
  Optional<String> version() throws IOException {
    return Files.exists(validator) ? Optional.of(Files.readString(validator)) : Optional.empty();
  }

  /** Begins anew. */
  void restart(Optional<String> version) throws IOException {
    delete();
    if (version.isPresent()) {
      Files.write(validator, version.get().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Opens the bytes for more at their end. */
  FileChannel append() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a whole buffer. */
  static void write(FileChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Deletes everything. */
  void delete() throws IOException {
    Files.deleteIfExists(validator);
    Files.deleteIfExists(file);
  }
}
