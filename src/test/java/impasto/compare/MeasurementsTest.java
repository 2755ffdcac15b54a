package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
  private static final Measurement PLAIN = new Measurement("a/b.png", "12", 3.5, Optional.empty());
  private static final Measurement JUDGED =
      PLAIN.judged(new Judgement("ab", "neural-style", 7, Map.of("tv", 1.0, "content.x", 6.0), 2));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("measurements.jsonl");
  }

  @Test
  void theLastLineOfAPictureHolds() throws Exception {
    Measurements measurements = Measurements.read(file);
    measurements.add(PLAIN);
    measurements.add(new Measurement("other.png", "34", 1, Optional.empty()));
    measurements.add(JUDGED);

    assertThat(measurements.of("a/b.png", "12")).contains(JUDGED);
    assertThat(Measurements.read(file).of("a/b.png", "12")).contains(JUDGED);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void whatWasMeasuredOfAnotherPictureInItsPlaceDoesNotCount() throws Exception {
    Measurements measurements = Measurements.read(file);
    measurements.add(PLAIN);

    assertThat(measurements.of("a/b.png", "13")).isEmpty();
  }

  @Test
  void aLineThatAKillCutOffIsPassedOver() throws Exception {
    Measurements.read(file).add(PLAIN);
    Files.writeString(file, "{\"output\":\"a/b.png\",\"sha", StandardOpenOption.APPEND);

    Measurements.read(file).add(JUDGED);

    assertThat(Measurements.read(file).of("a/b.png", "12")).contains(JUDGED);
  }
}
