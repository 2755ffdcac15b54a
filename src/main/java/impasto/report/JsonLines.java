package impasto.report;

import com.google.gson.JsonParseException;
import java.util.Optional;

/** Records as JSON, a line each. */
public final class JsonLines {
  private JsonLines() {}

  /**
   * A record as an object on a single line, without a line break at its end.
   *
   * @param value a record of numbers, texts, times, enums, lists, optionals and other records
   */
  public static String line(Record value) {
    return RecordJson.compact(RecordJson.tree(value));
  }

  /**
   * Reads a record from a line that may be damaged.
   *
   * @param <T> the type of the record
   * @param type that type
   * @param line a text
   * @return the record; empty if the text is not the whole of one
   */
  public static <T extends Record> Optional<T> parse(Class<T> type, String line) {
    try {
      return Optional.ofNullable(Adapters.GSON.fromJson(line, type));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }
}
