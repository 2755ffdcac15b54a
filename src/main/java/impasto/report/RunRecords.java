package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The record of a run as a JSON file. */
public final class RunRecords {
  private static final String KIND = "impasto-run";
  private static final int LARGEST_MEGABYTES = 4;

  private RunRecords() {}

  /** The record as text for people and programs. */
  public static String pretty(RunRecord record) {
    return PrettyJson.text(RecordJson.tree(KIND, record));
  }

  /**
   * Writes a record; the file appears whole or not at all.
   *
   * @param file where to
   * @param record what happened
   * @param overwrite whether an existing file is replaced
   * @throws java.nio.file.FileAlreadyExistsException if it exists and is not to be replaced
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, RunRecord record, boolean overwrite) throws IOException {
    AtomicFile.write(file, pretty(record).getBytes(UTF_8), overwrite);
  }

  /**
   * Reads a record.
   *
   * @param file as {@link #write} left it
   * @throws UnreadableRecordException if it is missing, damaged, incomplete, larger than 4 MB or of
   *     a later format
   */
  public static RunRecord read(Path file) {
    return RecordJson.parse(RunRecord.class, KIND, file.toString(), textOf(file));
  }

  /**
   * Whether a JSON file holds a recipe alone, without a run.
   *
   * @param file a JSON file
   * @throws UnreadableRecordException if it is missing, larger than 4 MB or no text
   */
  public static boolean isRecipe(Path file) {
    return RecipeJson.isRecipe(textOf(file));
  }

  /**
   * Reads the recipe from the record of a run, or from a file that holds a recipe alone.
   *
   * @param file a JSON file
   * @throws UnreadableRecordException as {@link #read}
   */
  public static Recipe readRecipe(Path file) {
    String text = textOf(file);
    return RecipeJson.isRecipe(text)
        ? RecipeJson.parse(file.toString(), text)
        : RecordJson.parse(RunRecord.class, KIND, file.toString(), text).recipe();
  }

  private static String textOf(Path file) {
    int most = LARGEST_MEGABYTES << 20;
    try {
      if (Files.isDirectory(file)) {
        throw unreadable(file, "it is a folder; name a JSON file", null);
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(most + 1);
      }
      if (bytes.length > most) {
        throw unreadable(file, "no record is larger than " + LARGEST_MEGABYTES + " MB", null);
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(file, "damaged or no JSON (it is not UTF-8); get a whole copy", e);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw unreadable(file, "permission denied; make it readable", e);
    } catch (IOException e) {
      throw unreadable(file, e.toString(), e);
    }
  }

  private static UnreadableRecordException unreadable(Path file, String reason, Throwable cause) {
    return new UnreadableRecordException(file.toString(), reason, cause);
  }
}
