package impasto.models;

import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors read so far, held to what a file of its size can honestly contain.
 *
 * <p>The limit stands against files whose few bytes ask for gigabytes: highly compressed entries,
 * or one storage under many names. Weights hardly compress, so no real file comes near it.
 */
final class LoadedTensors {
  private static final long SPARE_BYTES = 16 << 20;
  private static final int BYTES_PER_FILE_BYTE = 8;

  private final Map<String, HostTensor> tensors = new LinkedHashMap<>();
  private final long fileBytes;
  private long allowedBytes;

  LoadedTensors(long fileBytes) {
    this.fileBytes = fileBytes;
    this.allowedBytes = SPARE_BYTES + BYTES_PER_FILE_BYTE * fileBytes;
  }

  /**
   * To be called before memory is taken for {@code count} float32 values.
   *
   * @throws MalformedFileException if all that was reserved is too much for the file
   */
  void reserve(String tensor, long count) throws MalformedFileException {
    if (count > allowedBytes / Float.BYTES) {
      throw new MalformedFileException(
          "asks for too much memory for its " + fileBytes + " bytes, at '" + tensor + "'");
    }
    allowedBytes -= count * Float.BYTES;
  }

  /**
   * Adds one tensor.
   *
   * @throws MalformedFileException if there is one of that name already or a value is not finite
   */
  void add(String name, int[] shape, float[] values) throws MalformedFileException {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new MalformedFileException("has " + value + " among the values of '" + name + "'");
      }
    }
    if (tensors.putIfAbsent(name, new HostTensor(shape, values)) != null) {
      throw new MalformedFileException("has two tensors called '" + name + "'");
    }
  }

  StateDict toStateDict(Map<String, String> metadata) {
    return new StateDict(tensors, metadata);
  }
}
