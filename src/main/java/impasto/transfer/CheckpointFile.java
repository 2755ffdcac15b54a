package impasto.transfer;

import impasto.config.Precision;
import impasto.models.ModelException;
import impasto.models.SafetensorsWriter;
import impasto.models.WeightFiles;
import impasto.torch.HostTensor;
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
  private static final String TENSORS = "tensors";
  private static final String DAMAGED = "it is damaged";

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
    metadata.put(TENSORS, String.join(",", checkpoint.tensors().keySet()));
    int[] shape = {1, 3, position.height(), position.width()};
    SafetensorsWriter.write(file, temporary(file), shape, checkpoint.tensors(), metadata);
  }

  /**
   * Reads a checkpoint. Its tensors are read when they are asked for, one at a time, so the file
   * must stay until then.
   *
   * @param file as {@link #write} left it
   * @throws UnusableCheckpointException if it is missing, damaged or of another kind
   */
  public static Saved read(Path file) {
    try {
      Map<String, String> metadata = WeightFiles.read(file, name -> false).metadata();
      if (!VERSION.equals(metadata.get(FORMAT))) {
        throw new UnusableCheckpointException(
            file, "it is no checkpoint that this version of Impasto can read", null);
      }
      Position position = position(metadata);
      Map<String, Supplier<HostTensor>> tensors = new LinkedHashMap<>();
      for (String name : metadata.get(TENSORS).split(",", -1)) {
        tensors.put(name, () -> tensor(file, name, position));
      }
      if (!metadata.containsKey(NUMBER + "evaluations")) {
        throw new UnusableCheckpointException(file, DAMAGED, null);
      }
      Checkpoint checkpoint =
          new Checkpoint(position, numbers(metadata, NUMBER), numbers(metadata, TERM), tensors);
      return new Saved(checkpoint, texts(metadata, NOTE));
    } catch (ModelException | IllegalArgumentException | NullPointerException e) {
      throw new UnusableCheckpointException(file, DAMAGED, e);
    }
  }

  private static HostTensor tensor(Path file, String name, Position position) {
    try {
      HostTensor tensor = WeightFiles.read(file, name::equals).tensors().get(name);
      if (tensor != null && tensor.values().length == 3 * position.width() * position.height()) {
        return tensor;
      }
      throw new UnusableCheckpointException(file, DAMAGED, null);
    } catch (ModelException e) {
      throw new UnusableCheckpointException(file, e.getMessage(), e);
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

  /**
   * What a checkpoint takes on disk, with what a killed process may have left of the next.
   *
   * @param file the checkpoint, which need not exist
   * @return bytes; 0 where nothing is, or it does not tell
   */
  public static long bytes(Path file) {
    return file.toFile().length() + temporary(file).toFile().length();
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
