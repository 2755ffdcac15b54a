package impasto.report;

import impasto.config.InputConvention;
import java.util.Optional;

/**
 * The network's weights.
 *
 * @param path where the file was; inside a picture its name alone
 * @param name the name under which Impasto knows the file, if it does
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param input the input that the weights expect
 * @param coarse the SHA-256 of the built-in network's bytes, if that paints all scales but the last
 */
public record Weights(
    String path,
    Optional<String> name,
    String sha256,
    InputConvention input,
    Optional<String> coarse) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Weights {
    Require.path("the path of the weights", path);
    Require.sha256(sha256);
    coarse.ifPresent(Require::sha256);
  }

  /** The weights without the folders their file lay in. */
  Weights withoutFolders() {
    return new Weights(InputFile.nameOf(path), name, sha256, input, coarse);
  }
}
