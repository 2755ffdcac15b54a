package impasto.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import impasto.config.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How each type of our records is written as JSON. */
final class Adapters {
  private static final String WHOLE = "a whole number";
  private static final Pattern DEVICE = Pattern.compile("(auto|cpu|cuda)(?::(\\d{1,4}))?");

  /** Strict, exact, on a single line; a later adapter goes before an earlier one. */
  static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .disableHtmlEscaping()
          .registerTypeAdapterFactory(new RecordAdapters())
          .registerTypeAdapterFactory(new SealedAdapters())
          .registerTypeAdapterFactory(new EnumAdapters())
          .registerTypeAdapterFactory(new OptionalAdapters())
          .registerTypeAdapter(int.class, new NumberAdapter<>(WHOLE, Integer::valueOf))
          .registerTypeAdapter(Integer.class, new NumberAdapter<>(WHOLE, Integer::valueOf))
          .registerTypeAdapter(long.class, new NumberAdapter<>(WHOLE, Long::valueOf))
          .registerTypeAdapter(double.class, new NumberAdapter<>("a number", Double::valueOf))
          .registerTypeAdapter(Double.class, new NumberAdapter<>("a number", Double::valueOf))
          .registerTypeAdapter(boolean.class, new TruthAdapter())
          .registerTypeAdapter(
              String.class, new TextAdapter<String>("text", text -> text, text -> text))
          .registerTypeAdapter(
              Path.class, new TextAdapter<Path>("a path of this system", Path::toString, Path::of))
          .registerTypeAdapter(
              Instant.class,
              new TextAdapter<>(
                  "a time such as 2026-01-31T12:00:00Z", Instant::toString, Instant::parse))
          .registerTypeAdapter(
              DeviceChoice.class,
              new TextAdapter<>("auto, cpu or cuda:N", Adapters::nameOf, Adapters::device))
          .create();

  private Adapters() {}

  private static String nameOf(DeviceChoice device) {
    String kind = device.kind().name().toLowerCase(Locale.ROOT);
    return device.kind() == DeviceChoice.Kind.CUDA ? kind + ":" + device.index() : kind;
  }

  private static DeviceChoice device(String name) {
    Matcher matcher = DEVICE.matcher(name);
    if (!matcher.matches() || (matcher.group(2) != null && !name.startsWith("cuda"))) {
      throw new IllegalArgumentException(name);
    }
    return new DeviceChoice(
        DeviceChoice.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
  }

  /** True and false; gson's own adapter takes any text for false. */
  private static final class TruthAdapter extends TypeAdapter<Boolean> {
    @Override
    public void write(JsonWriter out, Boolean value) throws IOException {
      out.value(value);
    }

    @Override
    public Boolean read(JsonReader in) throws IOException {
      if (in.peek() != JsonToken.BOOLEAN) {
        throw new Misfit(in.getPath(), "must be true or false");
      }
      return in.nextBoolean();
    }
  }
}
