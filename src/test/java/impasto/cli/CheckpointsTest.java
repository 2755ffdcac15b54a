package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.Precision;
import impasto.image.Picture;
import impasto.torch.HostTensor;
import impasto.transfer.Checkpoint;
import impasto.transfer.Position;
import impasto.transfer.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock moves only when a test or the writing of a checkpoint moves it. */
class CheckpointsTest {
  @TempDir Path folder;
  private Path file;
  private double seconds;
  private double writing;
  private float value;
  private int taken;

  @BeforeEach
  void name() {
    file = folder.resolve("run.checkpoint.safetensors");
  }

  @Test
  void oneIsKeptWhenTheTimeHasCome() {
    Checkpoints checkpoints = every(60);

    assertThat(takenAt(checkpoints, 59.9)).isZero();
    assertThat(takenAt(checkpoints, 60)).isEqualTo(1);
    assertThat(takenAt(checkpoints, 119)).isEqualTo(1);
    assertThat(takenAt(checkpoints, 121)).isEqualTo(2);
    assertThat(file).exists();
  }

  @Test
  void writingTakesAtMostTwoHundredthsOfTheTime() {
    writing = 10;
    Checkpoints checkpoints = every(60);

    assertThat(takenAt(checkpoints, 60)).isEqualTo(1);
    // It ended at 70; ten seconds are 2 % of 500.
    assertThat(takenAt(checkpoints, 569)).isEqualTo(1);
    assertThat(takenAt(checkpoints, 571)).isEqualTo(2);
  }

  @Test
  void zeroKeepsNone() {
    Checkpoints checkpoints = every(0);

    assertThat(takenAt(checkpoints, 1e6)).isZero();
    checkpoints.stopped(new Still());
    assertThat(file).doesNotExist();
  }

  @Test
  void aStopKeepsOneAtOnce() {
    Checkpoints checkpoints = every(60);

    checkpoints.stopped(new Still());

    assertThat(file).exists();
  }

  @Test
  void aFailureToWriteDoesNotEndTheRun() throws Exception {
    Files.createDirectory(file);
    Files.createFile(file.resolve("in the way"));
    Checkpoints checkpoints = every(60);

    assertThat(takenAt(checkpoints, 60)).isEqualTo(1);
    assertThat(takenAt(checkpoints, 130)).isEqualTo(2);
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
  }

  @Test
  void aTensorThatCannotBeKeptDoesNotEndTheRun() {
    value = Float.NaN;
    Checkpoints checkpoints = every(60);

    assertThat(takenAt(checkpoints, 60)).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  private Checkpoints every(double everySeconds) {
    return new Checkpoints(file, everySeconds, () -> (long) (seconds * 1e9), Map::of);
  }

  private int takenAt(Checkpoints checkpoints, double time) {
    seconds = time;
    checkpoints.iterated(new Still());
    return taken;
  }

  /** A run of one pixel. */
  private final class Still implements Snapshot {
    @Override
    public Picture picture() {
      throw new AssertionError("not asked for");
    }

    @Override
    public Checkpoint checkpoint() {
      taken++;
      seconds += writing;
      Position position = new Position(0, 1, 1, 1, 1, 0, 1, Precision.FLOAT32, 1);
      return new Checkpoint(
          position,
          Map.of(),
          Map.of(),
          Map.of("x", () -> new HostTensor(new int[] {1, 3, 1, 1}, new float[] {0, 0, value})));
    }
  }
}
