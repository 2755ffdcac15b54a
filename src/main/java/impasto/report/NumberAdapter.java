package impasto.report;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/**
 * Numbers, exactly: gson's own adapters cut a fraction off and let a whole number overflow. What is
 * not finite, for which JSON has no word, is written as text, such as {@code "NaN"}.
 */
final class NumberAdapter<T extends Number> extends TypeAdapter<T> {
  private final String expected;
  private final Function<String, T> parser;

  /**
   * @param expected what the number must be, in words
   * @param parser from the text to the number; throws NumberFormatException if it is none
   */
  NumberAdapter(String expected, Function<String, T> parser) {
    this.expected = expected;
    this.parser = parser;
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    if (Double.isFinite(value.doubleValue())) {
      out.value(value);
    } else {
      out.value(value.toString());
    }
  }

  @Override
  public T read(JsonReader in) throws IOException {
    String path = in.getPath();
    JsonToken token = in.peek();
    if (token == JsonToken.NUMBER || token == JsonToken.STRING) {
      String text = in.nextString();
      try {
        T value = parser.apply(text);
        if (Double.isFinite(value.doubleValue()) == (token == JsonToken.NUMBER)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
    }
    throw new Misfit(path, "must be " + expected);
  }
}
