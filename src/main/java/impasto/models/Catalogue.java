package impasto.models;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The weight files known to us, as data: {@code models/catalogue.json}.
 *
 * @param models all known files
 */
record Catalogue(List<Entry> models) {
  private static final String RESOURCE = "catalogue.json";

  /**
   * One known file.
   *
   * @param name what users call the model
   * @param file the file's name where it is published
   * @param url where it is published
   * @param sha256Prefix how its SHA-256 begins, lower-case hexadecimal; against accidents only
   * @param input its input convention, {@code torchvision} or {@code caffe}
   */
  record Entry(String name, String file, String url, String sha256Prefix, String input) {}

  /** Reads the catalogue, a resource beside this class. */
  static Catalogue load() {
    try (Reader json =
        new InputStreamReader(
            Catalogue.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(json, Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
