package impasto.cli;

import impasto.config.Pooling;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads max and avg. */
final class PoolingConverter implements ITypeConverter<Pooling> {
  @Override
  public Pooling convert(String value) {
    return switch (value) {
      case "max" -> Pooling.MAX;
      case "avg" -> Pooling.AVERAGE;
      default -> throw new TypeConversionException("expected max or avg, not '" + value + "'");
    };
  }
}
