package impasto.models;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model in the models folder, as the record beside its file has it.
 *
 * @param name what users call it
 * @param file its weights, a safetensors file
 * @param sha256 the file's SHA-256, 64 lower-case hexadecimal digits
 * @param bytes the file's length
 * @param modified when the file was last changed, in milliseconds since 1970
 */
public record InstalledModel(String name, Path file, String sha256, long bytes, long modified) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** What the record beside the file holds. */
  private record Facts(String sha256, long bytes, long modified) {}

  /** The model with the length and time that its file has now. */
  static InstalledModel of(String name, Path file, String sha256) throws IOException {
    return new InstalledModel(name, file, sha256, Files.size(file), modified(file));
  }

  /** Reads the record; empty if there is none or it is no record of ours. */
  static Optional<InstalledModel> read(String name, Path file, Path record) throws IOException {
    if (!Files.isRegularFile(record)) {
      return Optional.empty();
    }
    try {
      Facts facts = GSON.fromJson(Files.readString(record), Facts.class);
      return facts == null || facts.sha256() == null
          ? Optional.empty()
          : Optional.of(
              new InstalledModel(name, file, facts.sha256(), facts.bytes(), facts.modified()));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Writes the record, whole or not at all. */
  void write(Path record) throws IOException {
    AtomicFile.write(
        record,
        out ->
            out.write(
                (GSON.toJson(new Facts(sha256, bytes, modified)) + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the file has the length and time of the record: a cheap sign that it is untouched. */
  boolean seemsUntouched() throws IOException {
    return Files.size(file) == bytes && modified(file) == modified;
  }

  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }
}
