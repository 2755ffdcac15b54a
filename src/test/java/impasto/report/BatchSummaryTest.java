package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSummaryTest {
  private static final BatchSummary.Failure FAILURE =
      new BatchSummary.Failure(
          "b/\u6d6e \"1\".png", "/photos/b.png", List.of("/c.png", "/d.png"), "no such file");

  @TempDir Path folder;

  @Test
  void programsFindWhatTheyLookFor() throws IOException {
    JsonObject summary = written(summary(12.5, Optional.of(1.25)));

    assertThat(summary.keySet())
        .containsExactly(
            "kind",
            "format",
            "version",
            "commandLine",
            "started",
            "wallSeconds",
            "startUpSeconds",
            "jobSeconds",
            "networkSeconds",
            "workers",
            "replacedWorkers",
            "interrupted",
            "jobs",
            "failures");
    assertThat(summary.get("kind").getAsString()).isEqualTo("impasto-batch");
    assertThat(summary.get("format").getAsInt()).isEqualTo(1);
    assertThat(summary.get("version").getAsString()).isEqualTo("0.1.0");
    assertThat(summary.get("commandLine").getAsJsonArray().get(1).getAsString())
        .isEqualTo("my photos");
    assertThat(Instant.parse(summary.get("started").getAsString()))
        .isEqualTo("2026-01-31T12:00:00Z");
    assertThat(summary.get("wallSeconds").getAsDouble()).isEqualTo(12.5);
    assertThat(summary.get("startUpSeconds").getAsDouble()).isEqualTo(1.25);
    assertThat(summary.get("jobSeconds").getAsDouble()).isEqualTo(20);
    assertThat(summary.get("networkSeconds").getAsDouble()).isEqualTo(17.75);
    assertThat(summary.get("workers").getAsInt()).isEqualTo(2);
    assertThat(summary.get("replacedWorkers").getAsInt()).isEqualTo(3);
    assertThat(summary.get("interrupted").getAsBoolean()).isTrue();
    assertThat(summary.get("jobs"))
        .isEqualTo(JsonParser.parseString("{\"done\": 4, \"failed\": 1, \"left\": 0}"));
  }

  @Test
  void failuresTellWhichPicturesAndWhy() throws IOException {
    JsonArray failures = written(summary(12.5, Optional.empty())).getAsJsonArray("failures");

    assertThat(failures).hasSize(1);
    JsonObject failure = failures.get(0).getAsJsonObject();
    assertThat(failure.get("output").getAsString()).isEqualTo("b/\u6d6e \"1\".png");
    assertThat(failure.get("content").getAsString()).isEqualTo("/photos/b.png");
    assertThat(failure.get("styles")).isEqualTo(JsonParser.parseString("[\"/c.png\", \"/d.png\"]"));
    assertThat(failure.get("reason").getAsString()).isEqualTo("no such file");
  }

  @Test
  void whereNoWorkerWasNeededNoTimeIsTold() throws IOException {
    assertThat(written(summary(12.5, Optional.empty())).has("startUpSeconds")).isFalse();
  }

  @Test
  void anEarlierSummaryIsReplaced() throws IOException {
    written(summary(12.5, Optional.empty()));
    assertThat(written(summary(13, Optional.empty())).get("wallSeconds").getAsDouble())
        .isEqualTo(13);
    assertThat(folder.toFile().list()).containsExactly("summary.json");
  }

  @Test
  void timesThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> summary(-1, Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> summary(Double.NaN, Optional.empty()));
  }

  private JsonObject written(BatchSummary summary) throws IOException {
    Path file = folder.resolve("summary.json");
    summary.write(file);
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static BatchSummary summary(double wallSeconds, Optional<Double> startUpSeconds) {
    Map<String, Integer> jobs = new LinkedHashMap<>();
    jobs.put("done", 4);
    jobs.put("failed", 1);
    jobs.put("left", 0);
    return new BatchSummary(
        "0.1.0",
        List.of("batch", "my photos"),
        Instant.parse("2026-01-31T12:00:00Z"),
        wallSeconds,
        startUpSeconds,
        20,
        17.75,
        2,
        3,
        true,
        jobs,
        List.of(FAILURE));
  }
}
