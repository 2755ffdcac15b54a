package impasto.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files that appear whole or not at all: to a temporary file in the same folder, which is
 * forced to the disk and moved into place. It is removed if writing fails.
 */
public final class AtomicFile {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

  private static final String PREFIX = ".impasto-";
  private static final String SUFFIX = ".tmp";

  /** The name of a temporary file tells the process that writes it. */
  private static final Pattern WRITER = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,18})-.*");

  private AtomicFile() {}

  /** Writes the contents of a file. */
  @FunctionalInterface
  public interface Contents {

    /**
     * Writes them all.
     *
     * @param out where to; neither flushed nor closed
     * @throws IOException if that fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What is done to a file once it is written, before it appears. */
  @FunctionalInterface
  public interface Finish {

    /**
     * Does it.
     *
     * @param temporary the whole file
     * @throws IOException if that fails; the file then does not appear
     */
    void accept(Path temporary) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param file where to
   * @param content all of its bytes
   * @param overwrite whether an existing file is replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and is not to be replaced
   * @throws IOException if writing fails; an existing file is kept
   */
  public static void write(Path file, byte[] content, boolean overwrite) throws IOException {
    write(file, content, overwrite, whole -> {});
  }

  /**
   * Writes a file, with something to be done before it appears.
   *
   * @param file where to
   * @param content all of its bytes
   * @param overwrite whether an existing file is replaced
   * @param finish done to the whole file
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and is not to be replaced
   * @throws IOException if either fails; an existing file is kept
   */
  public static void write(Path file, byte[] content, boolean overwrite, Finish finish)
      throws IOException {
    write(file, temporaryBeside(file), overwrite, out -> out.write(content), finish);
  }

  /**
   * Writes a file, or replaces one, piece by piece.
   *
   * @param file where to
   * @param contents writes its contents
   * @throws IOException if writing fails; an existing file is kept
   */
  public static void write(Path file, Contents contents) throws IOException {
    write(file, contents, whole -> {});
  }

  /**
   * Writes a file, or replaces one, with something to be done before it appears.
   *
   * @param file where to
   * @param contents writes its contents
   * @param finish done to the whole file
   * @throws IOException if either fails; an existing file is kept
   */
  public static void write(Path file, Contents contents, Finish finish) throws IOException {
    write(file, temporaryBeside(file), true, contents, finish);
  }

  /**
   * Writes a file, or replaces one, by way of a temporary file of a given name: what a killed
   * process leaves then is found again.
   *
   * @param file where to
   * @param temporary where it is until it is whole, in the same folder; replaced if it is there
   * @param contents writes its contents
   * @throws IOException if writing fails; an existing file is kept
   */
  public static void write(Path file, Path temporary, Contents contents) throws IOException {
    write(file, temporary, true, contents, whole -> {});
  }

  private static void write(
      Path file, Path temporary, boolean overwrite, Contents contents, Finish finish)
      throws IOException {
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        contents.writeTo(out);
        out.getFD().sync();
      }
      finish.accept(temporary);
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
  public static void tryBeside(Path file) throws IOException {
    Path temporary = temporaryBeside(file);
    Files.createFile(temporary);
    Files.delete(temporary);
  }

  /**
   * Removes what killed processes have left of unfinished files in a folder; what those write that
   * are alive is left alone.
   *
   * @param folder a folder
   * @throws IOException if one cannot be removed
   */
  public static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : leftovers) {
        if (!isBeingWritten(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Whether the process lives that writes a file, and not another one of its number. */
  private static boolean isBeingWritten(Path temporary) throws IOException {
    Matcher name = WRITER.matcher(temporary.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(name.group(1)));
    Instant written = Files.getLastModifiedTime(temporary).toInstant();
    return writer.isPresent()
        && writer.get().info().startInstant().map(start -> !start.isAfter(written)).orElse(true);
  }

  /** Not Files.createTempFile: its files, and so ours, would be readable by their owner only. */
  private static Path temporaryBeside(Path file) {
    return file.resolveSibling(
        PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + SUFFIX);
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
