package impasto.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a length of time in seconds, such as {@code 90}, {@code 90s}, {@code 1.5m} or {@code 2h}.
 */
final class DurationConverter implements ITypeConverter<Double> {
  private static final Pattern SYNTAX = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(s|m|min|h)?");
  private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "min", 60, "h", 3600);

  @Override
  public Double convert(String value) {
    Matcher matcher = SYNTAX.matcher(value);
    if (matcher.matches()) {
      String unit = matcher.group(2) == null ? "s" : matcher.group(2);
      double seconds = Double.parseDouble(matcher.group(1)) * SECONDS.get(unit);
      if (seconds > 0 && Double.isFinite(seconds)) {
        return seconds;
      }
    }
    throw new TypeConversionException(
        "expected a length of time such as 90s, 5m or 1h, not '" + value + "'");
  }
}
