package impasto.cli;

import impasto.config.LayerWeight;
import impasto.net.Network;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code relu4_2} and {@code relu4_2:0.5}. */
final class LayerWeightConverter implements ITypeConverter<LayerWeight> {
  private static final Pattern SYNTAX = Pattern.compile("([^:]+)(?::(.+))?");

  @Override
  public LayerWeight convert(String value) {
    Matcher matcher = SYNTAX.matcher(value);
    if (!matcher.matches() || !Network.VGG19.layerNames().contains(matcher.group(1))) {
      throw new TypeConversionException(
          "'"
              + value
              + "' is no layer; layers are conv1_1, relu1_1, ..., pool1, ..., relu5_4, pool5");
    }
    try {
      double weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
      return new LayerWeight(matcher.group(1), weight);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'" + matcher.group(2) + "' in '" + value + "' is no number");
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
