package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What users download, unpacked and run. The build runs this after packing. */
class PackagedIT {
  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void unpack() throws IOException {
    Path to = Files.createDirectory(folder.resolve("un packed"));
    String name = Objects.requireNonNull(System.getProperty("impasto.zip"), "run by Maven only");
    try (ZipFile zip = ZipFile.builder().setPath(Path.of(name)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Path file = to.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if ((entry.getUnixMode() & 0100) != 0) {
          assertThat(file.toFile().setExecutable(true)).isTrue();
        }
      }
    }
    try (Stream<Path> inside = Files.list(to)) {
      home = inside.toList().get(0);
    }
  }

  @Test
  void itHoldsWhatAUserNeeds() {
    assertThat(home.getFileName().toString()).matches("impasto-\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    for (String file :
        List.of("README.md", "LICENSE", "bin/impasto", "bin/impasto.cmd", "completion/impasto")) {
      assertThat(home.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void itRunsFromAnotherFolder() throws Exception {
    assertThat(run("--version")).singleElement().asString().startsWith("impasto ");
  }

  @Test
  void itsEngineStarts() throws Exception {
    assertThat(run("doctor", "-q", "--threads=1"))
        .anyMatch(line -> line.matches("ok +engine +started.*"))
        .noneMatch(line -> line.startsWith("problem"));
  }

  private static List<String> run(String... args) throws Exception {
    String launcher = OS.WINDOWS.isCurrentOs() ? "bin/impasto.cmd" : "bin/impasto";
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve(launcher).toString()), Stream.of(args)).toList());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try (var out = process.inputReader(UTF_8)) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor()).as(lines.toString()).isZero();
      return lines;
    }
  }
}
