package impasto.report;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Values that are written as text. */
final class TextAdapter<T> extends TypeAdapter<T> {
  private final String expected;
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  /**
   * @param expected what the text must be, in words
   * @param writer from the value to its text
   * @param reader from the text to the value; throws IllegalArgumentException or DateTimeException
   *     if it is none
   */
  TextAdapter(String expected, Function<T, String> writer, Function<String, T> reader) {
    this.expected = expected;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(writer.apply(value));
  }

  @Override
  public T read(JsonReader in) throws IOException {
    String path = in.getPath();
    if (in.peek() != JsonToken.STRING) {
      throw new Misfit(path, "must be " + expected + " in quotes");
    }
    String text = in.nextString();
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Misfit(path, "must be " + expected + ", not '" + text + "'");
    }
  }
}
