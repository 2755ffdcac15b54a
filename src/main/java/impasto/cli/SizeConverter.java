package impasto.cli;

import impasto.config.LadderConfig;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of pixels, or 'original'. */
final class SizeConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    if (value.equals("original")) {
      return LadderConfig.ORIGINAL;
    }
    try {
      int size = Integer.parseInt(value);
      if (size >= 1) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException(
        "expected a number of pixels or 'original', not '" + value + "'");
  }
}
