package impasto.report;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Records as objects with a key a component. Gson's own adapter takes a missing number for 0; this
 * one refuses a missing key, unless the component is an {@link Optional} or came later.
 */
final class RecordAdapters implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().isRecord()) {
      return null;
    }
    @SuppressWarnings("unchecked")
    Class<T> raw = (Class<T>) type.getRawType();
    return new RecordAdapter<>(raw, Part.of(gson, raw));
  }

  /** A component and how its value is written. */
  private record Part(RecordComponent component, TypeAdapter<Object> adapter) {
    static List<Part> of(Gson gson, Class<?> type) {
      return Arrays.stream(type.getRecordComponents()).map(one -> of(gson, one)).toList();
    }

    private static Part of(Gson gson, RecordComponent component) {
      @SuppressWarnings("unchecked")
      TypeAdapter<Object> adapter =
          (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(component.getGenericType()));
      return new Part(component, adapter);
    }

    String name() {
      return component.getName();
    }

    /** What stands for a key that is not there; null if there must be one. */
    Object absent() {
      return component.getType() == Optional.class
          ? Optional.empty()
          : LaterSettings.before(component);
    }
  }

  private static final class RecordAdapter<T> extends TypeAdapter<T> {
    private final Class<T> type;
    private final List<Part> parts;

    RecordAdapter(Class<T> type, List<Part> parts) {
      this.type = type;
      this.parts = parts;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.beginObject();
      for (Part part : parts) {
        out.name(part.name());
        try {
          part.adapter().write(out, part.component().getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("a record of ours that cannot be read: " + part.component(), e);
        }
      }
      out.endObject();
    }

    @Override
    public T read(JsonReader in) throws IOException {
      String path = in.getPath();
      if (in.peek() != JsonToken.BEGIN_OBJECT) {
        throw new Misfit(path, "must be an object");
      }
      Object[] values = new Object[parts.size()];
      in.beginObject();
      while (in.hasNext()) {
        int index = indexOf(in.nextName());
        if (index < 0) {
          in.skipValue();
        } else {
          values[index] = parts.get(index).adapter().read(in);
        }
      }
      in.endObject();
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i] == null ? parts.get(i).absent() : values[i];
        if (values[i] == null) {
          throw new Misfit(path + "." + parts.get(i).name(), "is missing");
        }
      }
      return construct(path, values);
    }

    private int indexOf(String name) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }

    private T construct(String path, Object[] values) {
      Class<?>[] types =
          parts.stream().map(part -> part.component().getType()).toArray(Class<?>[]::new);
      try {
        Constructor<T> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw new Misfit(path, "does not hold together: " + e.getCause().getMessage());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("a record of ours that cannot be constructed: " + type, e);
      }
    }
  }
}
