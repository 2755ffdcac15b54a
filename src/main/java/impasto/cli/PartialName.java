package impasto.cli;

import java.nio.file.Path;

/** The name under which an unfinished picture is saved. */
final class PartialName {
  private PartialName() {}

  /** {@code a/b.png} becomes {@code a/b.partial.png}. */
  static Path of(Path output) {
    String name = output.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return output.resolveSibling(name.substring(0, dot) + ".partial" + name.substring(dot));
  }
}
