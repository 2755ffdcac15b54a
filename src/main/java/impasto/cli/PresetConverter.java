package impasto.cli;

import impasto.config.Preset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of presets. */
final class PresetConverter implements ITypeConverter<Preset> {
  @Override
  public Preset convert(String value) {
    for (Preset preset : Preset.values()) {
      if (preset.toString().equals(value)) {
        return preset;
      }
    }
    throw new TypeConversionException(
        "expected impasto, gatys, neural-style or tutorial, not '" + value + "'");
  }
}
