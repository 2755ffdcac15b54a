package impasto.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.regex.Pattern;

/**
 * Records as JSON objects that say what they are: {@code kind}, and {@code format}, the number of
 * the format. Keys that are not known are passed over, so that a later version may add some.
 */
final class RecordJson {
  private static final int NEWEST = 1;

  private RecordJson() {}

  /**
   * What comes first in an object.
   *
   * @param kind what it is
   * @param format the number of the format
   */
  record Header(String kind, int format) {}

  /** A record as an object. */
  static JsonObject tree(String kind, Record value) {
    JsonObject object = tree(new Header(kind, NEWEST));
    object.asMap().putAll(tree(value).asMap());
    return object;
  }

  /** A record as an object without a header. */
  static JsonObject tree(Record value) {
    return Adapters.GSON.toJsonTree(value).getAsJsonObject();
  }

  /** An object on a single line. */
  static String compact(JsonObject object) {
    return Adapters.GSON.toJson(object);
  }

  /**
   * Whether a text says that it is of a kind; whether it is whole is another question, so it is not
   * parsed. Inside a string of JSON the quotes would have backslashes.
   */
  static boolean claims(String kind, String text) {
    return text.stripLeading().startsWith("{")
        && Pattern.compile("\"kind\"\\s*:\\s*\"" + kind + "\"").matcher(text).find();
  }

  /**
   * Reads a record.
   *
   * @param source what the text came from, for messages
   * @throws UnreadableRecordException if the text is no whole record of that kind
   */
  static <T extends Record> T parse(Class<T> type, String kind, String source, String text) {
    try {
      JsonObject object = object(text);
      check(Adapters.GSON.fromJson(object, Header.class), kind);
      return Adapters.GSON.fromJson(object, type);
    } catch (RuntimeException e) {
      // Parsers throw nearly anything on damaged text.
      throw new UnreadableRecordException(source, reason(e), e);
    }
  }

  private static JsonObject object(String text) {
    JsonElement element = Adapters.GSON.fromJson(text, JsonElement.class);
    if (element instanceof JsonObject object) {
      return object;
    }
    throw new Misfit("$", element == null ? "is empty" : "must be an object");
  }

  private static void check(Header header, String kind) {
    if (!header.kind().equals(kind)) {
      throw new Misfit("$.kind", "is " + header.kind() + ", not " + kind);
    }
    if (header.format() < 1 || header.format() > NEWEST) {
      throw new Misfit(
          "$.format",
          "is %d, and this version reads up to %d; use the version of Impasto that wrote it"
              .formatted(header.format(), NEWEST));
    }
  }

  private static String reason(RuntimeException e) {
    if (e instanceof Misfit) {
      return e.getMessage();
    }
    // The message of gson itself, without its layers around it and its link below it.
    Throwable deepest = e;
    while (deepest instanceof JsonParseException && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    return "damaged or not JSON (" + message + "); get a whole copy";
  }
}
