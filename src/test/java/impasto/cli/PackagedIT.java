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
import org.junit.jupiter.api.condition.DisabledOnOs;
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

  @Test
  void itPaintsWithNothingInstalled() throws Exception {
    Files.copy(Reference.CONTENT, folder.resolve("photo.png"));
    Files.copy(Reference.STYLE, folder.resolve("painting.png"));

    assertThat(run("stylize", "photo.png", "painting.png", "-o=x.png", "-s=64", "-n=2"))
        .anyMatch(line -> line.contains("built-in network"));

    assertThat(folder.resolve("x.png")).isNotEmptyFile();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
  void itPassesTheSmokeRun() throws Exception {
    assertThat(command(Path.of("scripts/smoke.sh").toAbsolutePath().toString(), "smoke.png"))
        .anyMatch(line -> line.matches("smoke: the loss fell from .*; the picture is sound"));
    assertThat(folder.resolve("smoke.png")).isNotEmptyFile();
  }

  private static List<String> run(String... args) throws Exception {
    return command(
        Stream.concat(Stream.of(launcher().toString()), Stream.of(args)).toArray(String[]::new));
  }

  private static Path launcher() {
    return home.resolve(OS.WINDOWS.isCurrentOs() ? "bin/impasto.cmd" : "bin/impasto");
  }

  private static List<String> command(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("IMPASTO", launcher().toString());
    builder.environment().put("IMPASTO_HOME", folder.resolve("home").toString());
    Process process = builder.start();
    try (var out = process.inputReader(UTF_8)) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor()).as(lines.toString()).isZero();
      return lines;
    }
  }
}
