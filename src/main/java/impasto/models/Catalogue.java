package impasto.models;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The weight files known to us, as data: {@code models/catalogue.json}.
 *
 * @param models all known files
 */
public record Catalogue(List<Entry> models) {
  private static final String RESOURCE = "catalogue.json";

  /** Copies the list. */
  public Catalogue {
    models = List.copyOf(models);
  }

  /**
   * One known file.
   *
   * @param name what users call the model: letters, digits, hyphens and underscores
   * @param file the file's name where it is published
   * @param url where it is published
   * @param sha256Prefix how its SHA-256 begins, lower-case hexadecimal; against accidents only
   * @param input its input convention, {@code torchvision} or {@code caffe}
   * @param about what it is, in a few words
   * @param bytes its length, 0 if not known
   */
  public record Entry(
      String name,
      String file,
      String url,
      String sha256Prefix,
      String input,
      String about,
      long bytes) {}

  /** Reads the catalogue, a resource beside this class. */
  public static Catalogue load() {
    try (Reader json =
        new InputStreamReader(
            Catalogue.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(json, Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads another catalogue of the same form.
   *
   * @param file the JSON file
   * @throws ModelException if it cannot be read or is not as a catalogue has it
   */
  public static Catalogue read(Path file) {
    try (Reader json = Files.newBufferedReader(file)) {
      Catalogue catalogue = new Gson().fromJson(json, Catalogue.class);
      if (catalogue == null) {
        throw new ModelException(file + ": is an empty catalogue");
      }
      Set<String> names = new HashSet<>();
      for (Entry entry : catalogue.models()) {
        check(file, entry, names.add(entry.name()));
      }
      return catalogue;
    } catch (NoSuchFileException e) {
      throw new ModelException(file + ": no such file", e);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (" + e + ")", e);
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) {
      // Gson wraps what the constructor of a record throws in one of no class of its own.
      throw new ModelException(
          file + ": is no catalogue; it needs the form of models/catalogue.json", e);
    }
  }

  /** The model of that name. */
  public Optional<Entry> find(String name) {
    return models.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static void check(Path file, Entry entry, boolean newName) {
    hold(file, newName, entry, "its name is there twice");
    hold(file, InstalledModels.isName(entry.name()), entry, "its name is none");
    hold(file, !entry.name().equals(BuiltinModel.NAME), entry, "its name is Impasto's own");
    // The file's name becomes part of a path.
    hold(file, plain(entry.file()), entry, "its file is no plain file name");
    hold(file, matches(entry.sha256Prefix(), "[0-9a-f]{8,64}"), entry, "its sha256Prefix is none");
    hold(file, matches(entry.input(), "torchvision|caffe"), entry, "its input is none");
    hold(file, matches(entry.url(), "https?://.+") && isUri(entry.url()), entry, "its url is none");
    hold(file, entry.bytes() >= 0, entry, "its bytes are negative");
  }

  private static void hold(Path file, boolean right, Entry entry, String otherwise) {
    if (!right) {
      String name = entry.name() == null ? "?" : entry.name().replaceAll("\\p{Cntrl}", "?");
      throw new ModelException(file + ": is no catalogue, at '" + name + "': " + otherwise);
    }
  }

  private static boolean plain(String file) {
    return matches(file, "[A-Za-z0-9][A-Za-z0-9._-]*\\.(pth|pt|safetensors|npz)");
  }

  private static boolean matches(String text, String pattern) {
    return text != null && text.matches(pattern);
  }

  private static boolean isUri(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
