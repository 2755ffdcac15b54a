package impasto.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** JSON in the places where the command line writes it. */
final class Json {
  static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  /** A number; null for one that is not finite, for which JSON has no word. */
  static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  /** An object of numbers. */
  static JsonObject numbers(Map<String, Double> values) {
    JsonObject object = new JsonObject();
    values.forEach((name, value) -> object.add(name, number(value)));
    return object;
  }
}
