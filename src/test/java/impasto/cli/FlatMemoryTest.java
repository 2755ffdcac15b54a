package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryTest {
  private static final int SETTLED = 50;
  private static final int END = 300;

  @TempDir Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the resident memory")
  void aLongRunStaysAsSmallAsAShortOne() throws Exception {
    CommandRun run =
        CommandRun.in(
            folder,
            Reference.stylize(
                "painted.png",
                "-s",
                128,
                "--scales",
                1,
                "-n",
                END,
                "--precision",
                "float32",
                "--tolerance",
                0,
                "--metrics",
                "metrics.jsonl"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Double> megabytes =
        Files.readAllLines(folder.resolve("metrics.jsonl")).stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .map(line -> line.get("rss_mb").getAsDouble())
            .toList();
    assertThat(megabytes).hasSize(END);
    // One forgotten picture an iteration would add 40 MB to some 350.
    assertThat(megabytes.get(END - 1)).isLessThan(1.05 * megabytes.get(SETTLED - 1));
  }
}
