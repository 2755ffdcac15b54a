package impasto.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import impasto.config.OptimizerConfig;
import impasto.config.Start;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;

/** Closed choices as objects with a key {@code type} that names the one, as the options do. */
final class SealedAdapters implements TypeAdapterFactory {
  private static final Map<Class<?>, Map<String, Class<?>>> CHOICES =
      Map.of(
          Start.class,
          Map.of(
              "content", Start.Content.class,
              "random", Start.Noise.class,
              "file", Start.FromFile.class),
          OptimizerConfig.class,
          Map.of("lbfgs", OptimizerConfig.Lbfgs.class, "adam", OptimizerConfig.Adam.class));

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Map<String, Class<?>> choices = CHOICES.get(type.getRawType());
    return choices == null ? null : new ChoiceAdapter<>(gson, choices);
  }

  private static final class ChoiceAdapter<T> extends TypeAdapter<T> {
    private static final String TYPE = "type";

    private final Gson gson;
    private final TypeAdapter<JsonElement> trees;
    private final Map<String, Class<?>> choices;

    ChoiceAdapter(Gson gson, Map<String, Class<?>> choices) {
      this.gson = gson;
      this.trees = gson.getAdapter(JsonElement.class);
      this.choices = choices;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      JsonObject object = new JsonObject();
      choices.entrySet().stream()
          .filter(choice -> choice.getValue() == value.getClass())
          .forEach(choice -> object.addProperty(TYPE, choice.getKey()));
      if (object.isEmpty()) {
        throw new IllegalStateException("no name for " + value.getClass());
      }
      gson.toJsonTree(value)
          .getAsJsonObject()
          .entrySet()
          .forEach(entry -> object.add(entry.getKey(), entry.getValue()));
      trees.write(out, object);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonReader in) throws IOException {
      String path = in.getPath();
      if (!(trees.read(in) instanceof JsonObject object)) {
        throw new Misfit(path, "must be an object");
      }
      if (!(object.get(TYPE) instanceof JsonPrimitive type)) {
        throw new Misfit(path + "." + TYPE, "is missing");
      }
      Class<?> choice = choices.get(type.getAsString());
      if (choice == null) {
        throw new Misfit(
            path + "." + TYPE,
            "must be one of "
                + String.join(", ", new TreeSet<>(choices.keySet()))
                + ", not "
                + type);
      }
      try {
        return (T) gson.getAdapter(choice).fromJsonTree(object);
      } catch (Misfit e) {
        throw e.under(path);
      }
    }
  }
}
