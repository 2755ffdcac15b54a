package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugTest {
  @TempDir Path folder;

  /** A catalogue of ours that is no JSON, before the real one on the class path. */
  @Test
  void aBuildOfOursThatIsBrokenIs1() throws Exception {
    Path models = Files.createDirectories(folder.resolve("broken/impasto/models"));
    Files.writeString(models.resolve("catalogue.json"), "{{{");
    String classPath = System.getProperty("java.class.path");
    System.setProperty(
        "java.class.path", folder.resolve("broken") + File.pathSeparator + classPath);
    CommandRun run;
    try {
      run =
          CommandRun.in(
              folder,
              "stylize",
              Reference.CONTENT,
              Reference.STYLE,
              "-o",
              "painted.png",
              "-m",
              Reference.MUTE_MODEL);
    } finally {
      System.setProperty("java.class.path", classPath);
    }
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("a bug of ours", "--stacktrace");
    assertThat(folder.resolve("painted.png")).doesNotExist();
  }
}
