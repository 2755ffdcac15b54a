package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.AtomicFile;
import impasto.files.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The record of a picture that is about to appear. Two files cannot appear at one moment: this one
 * is written before the picture and becomes its record after it. Whoever comes after a process that
 * was killed in between can tell by the picture's hash how far it came.
 *
 * @param picture the picture's place
 * @param pending this record's place until then
 * @param record its place from then on
 */
public record PendingRecord(Path picture, Path pending, Path record) {

  /**
   * Writes the record; an earlier pending one is replaced.
   *
   * @param run with the hash of the picture's file
   * @throws IOException if it cannot be written
   */
  public void write(RunRecord run) throws IOException {
    AtomicFile.write(pending, RunRecords.pretty(run).getBytes(UTF_8), true);
  }

  /**
   * Makes it the record of the picture, which is there by now.
   *
   * @param overwrite whether an earlier record is replaced
   * @throws java.nio.file.FileAlreadyExistsException if there is one and it is not to be replaced
   * @throws IOException if that fails
   */
  public void publish(boolean overwrite) throws IOException {
    if (overwrite) {
      Files.move(pending, record, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.move(pending, record);
    }
  }

  /**
   * Drops it, as the picture does not appear.
   *
   * @throws IOException if it cannot be removed
   */
  public void drop() throws IOException {
    Files.deleteIfExists(pending);
  }

  /**
   * Brings to an end what a killed process began, if there is anything: to be called while nobody
   * else paints this picture.
   *
   * @throws IOException if files cannot be read, moved or removed
   */
  public void settle() throws IOException {
    if (!Files.exists(pending)) {
      return;
    }
    if (Files.exists(picture) && hash().equals(Optional.of(Digests.sha256(picture)))) {
      publish(true);
    } else {
      drop();
    }
  }

  private Optional<String> hash() {
    try {
      return RunRecords.read(pending).sha256();
    } catch (UnreadableRecordException e) {
      return Optional.empty();
    }
  }
}
