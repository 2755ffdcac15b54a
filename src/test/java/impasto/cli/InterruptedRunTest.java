package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.image.ImageCodec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send Ctrl-C there")
class InterruptedRunTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void anInterruptedRunSavesWhatItHas(String signal, int exitCode) throws Exception {
    LauncherTest.assumeHeard(signal);
    Process process =
        CommandRun.start(
            folder,
            Reference.stylize(
                "painted.png",
                "--size=64",
                "--min-size=32",
                "--scales=2",
                "--iterations=1,1000000"));
    try {
      BufferedReader err =
          new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
      // The end of a scale is always told: the second one begins.
      assertThat(err.lines().anyMatch(line -> line.contains("iteration 1/1,"))).isTrue();
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
      assertThat(err.lines())
          .containsExactly(
              "impasto: painted.partial.png: 64 x 48 pixels",
              "impasto: painted.checkpoint.safetensors: --resume goes on from here");
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("painted.partial.png", "painted.checkpoint.safetensors");
    assertThat(ImageCodec.read(folder.resolve("painted.partial.png")).width()).isEqualTo(64);
  }
}
