package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.models.SafetensorsWriter;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import impasto.transfer.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingStateTest {
  private static final Map<String, HostTensor> TENSORS =
      Map.of("x", new HostTensor(new int[] {2}, new float[] {1.5f, -2}));

  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new TrainingState(12, TENSORS).write(file, "a lesson");

    TrainingState read = TrainingState.read(file, "a lesson");

    assertThat(read.step()).isEqualTo(12);
    assertThat(read.tensors().get("x").values()).containsExactly(1.5f, -2);
  }

  @Test
  void thatOfAnotherLessonIsRefused() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new TrainingState(12, TENSORS).write(file, "a lesson");

    assertThatThrownBy(() -> TrainingState.read(file, "another"))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContainingAll(file.toString(), "of another training, a lesson;");
  }

  @Test
  void aFileThatIsNoneIsRefused() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(file, new StateDict(TENSORS, Map.of()));

    assertThatThrownBy(() -> TrainingState.read(file, "a lesson"))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining("no checkpoint of a training");
  }
}
