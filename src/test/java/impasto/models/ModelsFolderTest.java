package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsFolderTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void theCacheIsWhereTheSystemHasIt() {
    assertThat(of(Map.of(), "Linux")).isEqualTo(HOME.resolve(".cache/impasto/models"));
    assertThat(of(Map.of("XDG_CACHE_HOME", "/var/cache/ada"), "Linux"))
        .isEqualTo(Path.of("/var/cache/ada/impasto/models"));
    assertThat(of(Map.of("XDG_CACHE_HOME", "relative"), "Linux"))
        .isEqualTo(HOME.resolve(".cache/impasto/models"));
    assertThat(of(Map.of(), "Mac OS X")).isEqualTo(HOME.resolve("Library/Caches/impasto/models"));
    assertThat(of(Map.of("LOCALAPPDATA", "/local"), "Windows 11"))
        .isEqualTo(Path.of("/local/impasto/models"));
    assertThat(of(Map.of(), "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/impasto/models"));
  }

  @Test
  void ourOwnVariableComesFirst() {
    Path ours = Path.of("ours").toAbsolutePath();
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertThat(of(Map.of("IMPASTO_HOME", ours.toString(), "XDG_CACHE_HOME", "/x"), system))
          .isEqualTo(ours.resolve("models"));
      assertThat(of(Map.of("IMPASTO_HOME", "ours"), system)).isEqualTo(ours.resolve("models"));
    }
    assertThat(of(Map.of("IMPASTO_HOME", " "), "Linux"))
        .isEqualTo(HOME.resolve(".cache/impasto/models"));
  }

  private static Path of(Map<String, String> environment, String system) {
    return ModelsFolder.of(environment, system, HOME);
  }
}
