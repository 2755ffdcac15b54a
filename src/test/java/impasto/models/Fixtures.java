package impasto.models;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import impasto.torch.HostTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The files that scripts/fixtures/weights.py wrote with PyTorch and NumPy. */
final class Fixtures {
  private Fixtures() {}

  static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Fixtures.class.getResource(name), "no fixture " + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tensors as PyTorch has them, of {@code state} or {@code checkpoint}. */
  static Map<String, HostTensor> expected(String which) throws IOException {
    return new Gson()
        .fromJson(
            Files.readString(path("expected.json")),
            new TypeToken<Map<String, Map<String, HostTensor>>>() {})
        .get(which);
  }
}
