package impasto.transfer;

import impasto.config.Precision;
import impasto.models.ModelException;
import impasto.models.SafetensorsWriter;
import impasto.models.WeightFiles;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps a {@link Checkpoint} in one safetensors file: the tensors as they are, everything else as
 * metadata.
 */
public final class CheckpointFile {
  private static final String FORMAT = "impasto.checkpoint";
  private static final String VERSION = "1";
  private static final String POSITION = "position.";
  private static final String NUMBER = "number.";
  private static final String TERM = "term.";
  private static final String NOTE = "note.";

  private CheckpointFile() {}

  /**
   * What was read.
   *
   * @param checkpoint where the run stood
   * @param notes what was kept with it
   */
  public record Saved(Checkpoint checkpoint, Map<String, String> notes) {}

  /**
   * Writes a checkpoint, a tensor at a time. The file appears whole or not at all; one that is
   * there is replaced.
   *
   * @param file its name ends in {@code .safetensors}
   * @param checkpoint where the run stands
   * @param notes anything else that is to be kept with it, by name
   * @throws IOException if it cannot be written; an earlier file is untouched
   */
  public static void write(Path file, Checkpoint checkpoint, Map<String, String> notes)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FORMAT, VERSION);
    Position position = checkpoint.position();
    metadata.put(POSITION + "scale", Integer.toString(position.scale()));
    metadata.put(POSITION + "width", Integer.toString(position.width()));
    metadata.put(POSITION + "height", Integer.toString(position.height()));
    metadata.put(POSITION + "iteration", Integer.toString(position.iteration()));
    metadata.put(POSITION + "evaluations", Integer.toString(position.evaluations()));
    metadata.put(POSITION + "restarts", Integer.toString(position.restarts()));
    metadata.put(POSITION + "stepFactor", Double.toString(position.stepFactor()));
    metadata.put(POSITION + "precision", position.precision().name());
    metadata.put(POSITION + "seconds", Double.toString(position.seconds()));
    checkpoint.numbers().forEach((name, value) -> metadata.put(NUMBER + name, value.toString()));
    checkpoint.terms().forEach((name, value) -> metadata.put(TERM + name, value.toString()));
    notes.forEach((name, text) -> metadata.put(NOTE + name, text));
    int[] shape = {1, 3, position.height(), position.width()};
    SafetensorsWriter.write(file, temporary(file), shape, checkpoint.tensors(), metadata);
  }

  /**
   * Reads a checkpoint.
   *
   * @param file as {@link #write} left it
   * @throws UnusableCheckpointException if it is missing, damaged or of another kind
   */
  public static Saved read(Path file) {
    try {
      StateDict state = WeightFiles.read(file, name -> true);
      Map<String, String> metadata = state.metadata();
      if (!VERSION.equals(metadata.get(FORMAT))) {
        throw new UnusableCheckpointException(
            file, "it is no checkpoint that this version of Impasto can read", null);
      }
      Position position = position(metadata);
      Map<String, Supplier<HostTensor>> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, HostTensor> entry : state.tensors().entrySet()) {
        HostTensor tensor = entry.getValue();
        if (tensor.values().length != 3 * position.width() * position.height()) {
          throw new UnusableCheckpointException(file, "its tensors are of different sizes", null);
        }
        tensors.put(entry.getKey(), () -> tensor);
      }
      if (!tensors.containsKey("x")) {
        throw new UnusableCheckpointException(file, "it holds no picture", null);
      }
      if (!metadata.containsKey(NUMBER + "evaluations")) {
        throw new UnusableCheckpointException(file, "it is damaged", null);
      }
      Checkpoint checkpoint =
          new Checkpoint(position, numbers(metadata, NUMBER), numbers(metadata, TERM), tensors);
      return new Saved(checkpoint, texts(metadata, NOTE));
    } catch (ModelException | IllegalArgumentException | NullPointerException e) {
      throw new UnusableCheckpointException(file, "it is damaged", e);
    }
  }

  /**
   * Removes a checkpoint, and what a killed process may have left of the next.
   *
   * @param file the checkpoint, which need not exist
   * @throws IOException if it cannot be removed
   */
  public static void remove(Path file) throws IOException {
    Files.deleteIfExists(temporary(file));
    Files.deleteIfExists(file);
  }

  private static Path temporary(Path file) {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  private static Position position(Map<String, String> metadata) {
    Map<String, String> values = texts(metadata, POSITION);
    return new Position(
        Integer.parseInt(values.get("scale")),
        Integer.parseInt(values.get("width")),
        Integer.parseInt(values.get("height")),
        Integer.parseInt(values.get("iteration")),
        Integer.parseInt(values.get("evaluations")),
        Integer.parseInt(values.get("restarts")),
        Double.parseDouble(values.get("stepFactor")),
        Precision.valueOf(values.get("precision")),
        Double.parseDouble(values.get("seconds")));
  }

  private static Map<String, Double> numbers(Map<String, String> metadata, String prefix) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    texts(metadata, prefix).forEach((name, text) -> numbers.put(name, Double.valueOf(text)));
    return numbers;
  }

  private static Map<String, String> texts(Map<String, String> metadata, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    metadata.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            texts.put(key.substring(prefix.length()), text);
          }
        });
    return texts;
  }
}
