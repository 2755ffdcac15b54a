package impasto.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Fixtures that the command can be run on: pictures of 64 x 48 pixels and a slim VGG19. */
final class Reference {
  static final Path CONTENT = path("/impasto/reference/content.png");
  static final Path STYLE = path("/impasto/reference/style.png");
  static final Path IMAGE = path("/impasto/reference/image.png");
  static final Path MODEL = path("/impasto/reference/slim-vgg19.safetensors");

  /** Weights whose file does not tell what input they expect. */
  static final Path MUTE_MODEL = path("/impasto/models/zip.pth");

  private Reference() {}

  /** The command that paints the content in the manner of the style. */
  static Object[] stylize(String output, Object... more) {
    return Stream.concat(
            Stream.of("stylize", CONTENT, STYLE, "-m", MODEL, "-o", output), Stream.of(more))
        .toArray();
  }

  private static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Reference.class.getResource(name), "no fixture " + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
