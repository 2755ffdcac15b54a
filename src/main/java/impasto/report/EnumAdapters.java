package impasto.report;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import impasto.config.Pooling;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as users write them in options: lower case, with hyphens. */
final class EnumAdapters implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked")
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    return raw.isEnum()
        ? new TextAdapter<>(
            expected(raw), value -> nameOf((Enum<?>) value), text -> (T) of(raw, text))
        : null;
  }

  static String nameOf(Enum<?> constant) {
    return constant == Pooling.AVERAGE
        ? "avg"
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object of(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> nameOf((Enum<?>) constant).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static String expected(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> nameOf((Enum<?>) constant))
        .collect(Collectors.joining(", ", "one of ", ""));
  }
}
