package impasto.cli;

import impasto.batch.Redo;
import impasto.config.CoarseNetwork;
import impasto.config.InputConvention;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OriginalColors;
import impasto.config.Padding;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Quality;
import impasto.config.StyleStatistics;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers and names, with messages in the words of the help instead of Java's. */
final class Converters {
  private Converters() {}

  /** Makes a command line and its subcommands use them. */
  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(int.class, number(Integer::valueOf, "a whole number"))
        .registerConverter(Integer.class, number(Integer::valueOf, "a whole number"))
        .registerConverter(long.class, number(Long::valueOf, "a whole number"))
        .registerConverter(double.class, number(Double::valueOf, "a number"))
        .registerConverter(Double.class, number(Double::valueOf, "a number"))
        .registerConverter(Preset.class, name(Preset.values()))
        .registerConverter(Preconditioner.class, name(Preconditioner.values()))
        .registerConverter(Padding.class, name(Padding.values()))
        .registerConverter(CoarseNetwork.class, name(CoarseNetwork.values()))
        .registerConverter(Quality.class, name(Quality.values()))
        .registerConverter(StyleStatistics.class, name(StyleStatistics.values()))
        .registerConverter(Redo.class, name(Redo.values()))
        .registerConverter(OriginalColors.class, name(OriginalColors.values()))
        .registerConverter(InputConvention.class, name(InputConvention.values()))
        .registerConverter(
            Precision.class,
            name(new Precision[] {Precision.FLOAT32, Precision.WINOGRAD, Precision.BFLOAT16}))
        .registerConverter(
            EngineOptions.PrecisionChoice.class, name(EngineOptions.PrecisionChoice.values()))
        .registerConverter(OptimizerChoice.Name.class, name(OptimizerChoice.Name.values()));
  }

  private static <T> ITypeConverter<T> number(Function<String, T> parser, String expected) {
    return value -> {
      try {
        return parser.apply(value);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("expected " + expected + ", not '" + value + "'");
      }
    };
  }

  /** Reads the names of constants: lower case, with hyphens. */
  private static <E extends Enum<E>> ITypeConverter<E> name(E[] constants) {
    return value ->
        Arrays.stream(constants)
            .filter(constant -> nameOf(constant).equals(value))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        Arrays.stream(constants)
                            .map(Converters::nameOf)
                            .collect(
                                Collectors.joining(
                                    ", ", "expected one of ", ", not '" + value + "'"))));
  }

  /** The name of a constant on the command line. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
