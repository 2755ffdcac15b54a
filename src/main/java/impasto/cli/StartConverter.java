package impasto.cli;

import impasto.config.Start;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads content (neural-style says image), random, or the name of a file. */
final class StartConverter implements ITypeConverter<Start> {
  @Override
  public Start convert(String value) {
    return switch (value) {
      case "content", "image" -> new Start.Content();
      case "random" -> new Start.Noise();
      default -> new Start.FromFile(Path.of(value));
    };
  }
}
