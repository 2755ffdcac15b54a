package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.cli.CommandRun.Setting;
import impasto.report.RunRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of memory against what real runs with real weights take. */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells a process's peak")
@EnabledIfEnvironmentVariable(
    named = "IMPASTO_TEST_WEIGHTS",
    matches = ".+",
    disabledReason = "needs the real weights of VGG19")
class MemoryPeakTest {
  private static final Pattern ESTIMATE = Pattern.compile("memory: about (\\d+) MB");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"256, float32", "256, winograd", "256, bfloat16", "512, bfloat16"})
  void theEstimateIsWithinAQuarterOfThePeak(int size, String precision) throws Exception {
    assertEstimate(Setting.PLAIN, size, precision);
  }

  @ParameterizedTest
  @CsvSource({"256, float32", "512, winograd"})
  void soItIsWhereTheLauncherHasFreedMemoryKept(int size, String precision) throws Exception {
    Map<String, String> environment =
        Map.of(
            "MALLOC_MMAP_THRESHOLD_", "1073741824",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_ARENA_MAX", "1");
    assertEstimate(new Setting(List.of(), List.of(), environment), size, precision);
  }

  private void assertEstimate(Setting setting, int size, String precision) throws Exception {
    CommandRun run =
        CommandRun.with(
            setting,
            folder,
            "stylize",
            Reference.CONTENT,
            Reference.STYLE,
            "-m",
            System.getenv("IMPASTO_TEST_WEIGHTS"),
            "-o",
            "painted.png",
            "-v",
            "--scales=1",
            // The history is full after one more than twenty.
            "-n=24",
            "--size=" + size,
            "--precision=" + precision);

    assertThat(run.exitCode()).as(run.err()).isZero();
    Matcher told = ESTIMATE.matcher(run.err());
    assertThat(told.find()).as(run.err()).isTrue();
    double peak = RunRecords.read(folder.resolve("painted.json")).peakMemoryMb().orElseThrow();
    assertThat(Double.parseDouble(told.group(1))).isBetween(0.75 * peak, 1.25 * peak);
  }
}
