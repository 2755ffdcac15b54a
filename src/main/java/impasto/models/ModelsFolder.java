package impasto.models;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where installed models are kept. */
public final class ModelsFolder {
  private static final String NAME = "models";

  private ModelsFolder() {}

  /** The folder of this user on this machine. */
  public static Path standard() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * {@code IMPASTO_HOME/models}; without that variable, in the user's cache as the system has it.
   *
   * @param environment the environment variables
   * @param system the operating system's name, as Java gives it
   * @param home the user's folder
   */
  static Path of(Map<String, String> environment, String system, Path home) {
    String ours = environment.getOrDefault("IMPASTO_HOME", "");
    if (!ours.isBlank()) {
      return Path.of(ours).toAbsolutePath().resolve(NAME);
    }
    return cache(environment, system.toLowerCase(Locale.ROOT), home)
        .resolve("impasto")
        .resolve(NAME);
  }

  private static Path cache(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    // A relative path is to be ignored, as the XDG Base Directory Specification has it.
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".cache");
  }
}
