package impasto.models;

import com.google.gson.stream.JsonWriter;
import impasto.files.AtomicFile;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes safetensors of float32 or float16: the header's length (8 bytes), a JSON header, then the
 * tensors' bytes.
 *
 * <p>The same tensors and metadata in the same order give the same bytes. Beyond the tensors
 * themselves it takes the memory of the header and of a small buffer; the file may be of any
 * length.
 */
public final class SafetensorsWriter {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ALIGNMENT = 8;

  /** The least value that rounds to infinity in float16. */
  static final float HALVES_END = 65520;

  private SafetensorsWriter() {}

  /**
   * Writes a file, which appears whole or not at all; an existing one is replaced.
   *
   * @param file where to
   * @param state the tensors, in the order they are written, and metadata
   * @throws IOException if writing fails; nothing is left behind, and an existing file is kept
   * @throws IllegalArgumentException if our reader would refuse the file: for a tensor called
   *     {@code __metadata__}, a value that is not finite, a name that is no Unicode, or a header
   *     over 16 MiB
   */
  public static void write(Path file, StateDict state) throws IOException {
    AtomicFile.write(file, out -> write(out, state));
  }

  /**
   * The same with every value rounded to float16, the nearest, ties to even.
   *
   * @throws IllegalArgumentException as {@link #write(Path, StateDict)}, or for a value that
   *     float16 cannot hold (from 65520 on)
   */
  public static void writeHalves(Path file, StateDict state) throws IOException {
    AtomicFile.write(file, out -> write(out, state, ScalarType.F16));
  }

  /**
   * Writes a file of tensors that need not be in memory all at once; it appears whole or not at
   * all, and an existing one is replaced.
   *
   * @param file where to
   * @param temporary where it is until it is whole, in the same folder; replaced if it is there, as
   *     a killed process may have left it
   * @param shape of every tensor
   * @param tensors in the order they are written; each is asked for when its turn comes
   * @param metadata free-form facts
   * @throws IOException if writing fails; nothing is left behind, and an existing file is kept
   * @throws IllegalArgumentException as {@link #write(Path, StateDict)}, or if a tensor is of
   *     another shape
   */
  public static void write(
      Path file,
      Path temporary,
      int[] shape,
      Map<String, Supplier<HostTensor>> tensors,
      Map<String, String> metadata)
      throws IOException {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    tensors.keySet().forEach(name -> shapes.put(name, shape));
    AtomicFile.write(file, temporary, out -> write(out, shapes, tensors, metadata, ScalarType.F32));
  }

  /**
   * Writes to a stream, which is neither flushed nor closed; it need not be buffered.
   *
   * @param out where to
   * @param state the tensors, in the order they are written, and metadata
   * @throws IOException if writing fails
   * @throws IllegalArgumentException as {@link #write(Path, StateDict)}; part of the file may have
   *     been written then
   */
  public static void write(OutputStream out, StateDict state) throws IOException {
    write(out, state, ScalarType.F32);
  }

  private static void write(OutputStream out, StateDict state, ScalarType type) throws IOException {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    Map<String, Supplier<HostTensor>> tensors = new LinkedHashMap<>();
    state
        .tensors()
        .forEach(
            (name, tensor) -> {
              shapes.put(name, tensor.shape());
              tensors.put(name, () -> tensor);
            });
    write(out, shapes, tensors, state.metadata(), type);
  }

  private static void write(
      OutputStream out,
      Map<String, int[]> shapes,
      Map<String, Supplier<HostTensor>> tensors,
      Map<String, String> metadata,
      ScalarType type)
      throws IOException {
    byte[] header = header(shapes, metadata, type);
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    byte[] bytes = new byte[BUFFER_BYTES];
    ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<String, Supplier<HostTensor>> entry : tensors.entrySet()) {
      HostTensor tensor = entry.getValue().get();
      if (!Arrays.equals(tensor.shape(), shapes.get(entry.getKey()))) {
        throw new IllegalArgumentException(
            "'" + entry.getKey() + "' has the shape " + Arrays.toString(tensor.shape()));
      }
      float[] values = tensor.values();
      for (int done = 0; done < values.length; ) {
        int now = Math.min(values.length - done, BUFFER_BYTES / type.bytes());
        check(entry.getKey(), values, done, now, type);
        view.clear();
        type.put(view, values, done, now);
        out.write(bytes, 0, now * type.bytes());
        done += now;
      }
    }
  }

  private static void check(String name, float[] values, int from, int count, ScalarType type) {
    float beyond = type == ScalarType.F16 ? HALVES_END : Float.POSITIVE_INFINITY;
    for (int i = from; i - from < count; i++) {
      if (!(Math.abs(values[i]) < beyond)) {
        throw new IllegalArgumentException(
            "has " + values[i] + " among the values of '" + name + "'");
      }
    }
  }

  private static byte[] header(
      Map<String, int[]> shapes, Map<String, String> metadata, ScalarType type) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    if (!metadata.isEmpty()) {
      json.name(SafetensorsHeader.METADATA).beginObject();
      for (Map.Entry<String, String> fact : metadata.entrySet()) {
        json.name(fact.getKey()).value(fact.getValue());
      }
      json.endObject();
    }
    long end = 0;
    for (Map.Entry<String, int[]> tensor : shapes.entrySet()) {
      long begin = end;
      end += elements(tensor.getValue()) * type.bytes();
      if (tensor.getKey().equals(SafetensorsHeader.METADATA)) {
        throw new IllegalArgumentException("no tensor can be called " + tensor.getKey());
      }
      json.name(tensor.getKey()).beginObject();
      json.name("dtype").value(type.name());
      json.name("shape").beginArray();
      for (int axis : tensor.getValue()) {
        json.value(axis);
      }
      json.endArray();
      json.name("data_offsets").beginArray().value(begin).value(end).endArray();
      json.endObject();
    }
    json.endObject();
    return padded(utf8(text.toString()));
  }

  private static long elements(int[] shape) {
    long elements = 1;
    for (int axis : shape) {
      elements *= axis;
    }
    return elements;
  }

  private static byte[] utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a name or the metadata are no Unicode", e);
    }
  }

  /** With spaces at its end, so that the tensors begin at a multiple of eight bytes. */
  private static byte[] padded(byte[] header) {
    int length = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (length > SafetensorsReader.MAX_HEADER) {
      throw new IllegalArgumentException("the names and metadata take more than 16 MiB");
    }
    byte[] result = Arrays.copyOf(header, length);
    Arrays.fill(result, header.length, length, (byte) ' ');
    return result;
  }
}
