package impasto.training;

import impasto.models.ModelException;
import impasto.models.SafetensorsWriter;
import impasto.models.WeightFiles;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import impasto.transfer.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training needs to go on: where the optimiser stands.
 *
 * @param step how many steps are done
 * @param tensors the optimiser's, by name
 */
public record TrainingState(int step, Map<String, HostTensor> tensors) {
  private static final String STEP = "training.step";
  private static final String LESSON = "training.lesson";

  /** Copies the map. */
  public TrainingState {
    tensors = Map.copyOf(tensors);
  }

  /**
   * Writes a checkpoint; it appears whole or not at all, and an existing one is replaced.
   *
   * @param file where to
   * @param lesson what is trained by whom on what, as text
   * @throws IOException if it cannot be written; an earlier one is untouched
   */
  public void write(Path file, String lesson) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(STEP, Integer.toString(step));
    facts.put(LESSON, lesson);
    SafetensorsWriter.write(file, new StateDict(tensors, facts));
  }

  /**
   * Reads a checkpoint.
   *
   * @param file as {@link #write} left it
   * @param lesson the text that it must have been written with
   * @throws UnusableCheckpointException if it cannot be read, is none, or is of another lesson
   */
  public static TrainingState read(Path file, String lesson) {
    StateDict state;
    int step;
    try {
      state = WeightFiles.read(file, name -> true);
      step = Integer.parseInt(state.metadata().get(STEP));
    } catch (ModelException | NumberFormatException e) {
      throw new UnusableCheckpointException(file, "it is no checkpoint of a training", e);
    }
    String written = state.metadata().get(LESSON);
    if (!lesson.equals(written)) {
      throw new UnusableCheckpointException(
          file,
          "it is of another training, " + written + "; repeat its options, --precision too",
          null);
    }
    return new TrainingState(step, state.tensors());
  }
}
