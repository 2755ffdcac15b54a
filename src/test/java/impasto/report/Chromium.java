package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, by which tests look at pages. */
public final class Chromium {
  private final Path program;
  private final Path profile;

  /**
   * @param program from {@link #find}
   * @param profile a folder for what the browser keeps
   */
  public Chromium(Path program, Path profile) {
    this.program = program;
    this.profile = profile;
  }

  /** Where the browser is, under whichever of its names. */
  public static Optional<Path> find() {
    List<String> folders =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .toList();
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page and gives back its elements as they are once its scripts have run.
   *
   * @param page the file
   * @param width of the window, in pixels
   */
  public String dom(Path page, int width) throws IOException, InterruptedException {
    Path dom = profile.resolveSibling("dom.html");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + profile,
                "--window-size=" + width + ",1600",
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("Chromium comes to an end").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(dom, UTF_8);
  }
}
