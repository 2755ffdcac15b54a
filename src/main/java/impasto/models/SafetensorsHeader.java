package impasto.models;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries the tensors in the order of their bytes, which follow each other without a gap
 * @param metadata the header's {@code __metadata__}; empty if there is none
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  /**
   * One tensor.
   *
   * @param begin where its bytes begin, counted from the end of the header
   * @param end one past its last byte
   */
  record Entry(String name, ScalarType type, TensorLayout layout, long begin, long end) {}

  /**
   * Parses a header.
   *
   * @param json the header's bytes, UTF-8
   * @param dataBytes how many bytes follow it in the file; the tensors must cover them exactly
   * @throws IOException if it is not as the format has it
   */
  static SafetensorsHeader parse(byte[] json, long dataBytes) throws IOException {
    try {
      return parseStrictly(json, dataBytes);
    } catch (CharacterCodingException | MalformedJsonException | EOFException e) {
      throw new MalformedFileException("has a header that is no valid JSON", e);
    } catch (IllegalStateException e) {
      // Gson's way to say that a value is of another kind than it was asked for.
      throw new MalformedFileException("has a header that is not as safetensors has it", e);
    }
  }

  private static SafetensorsHeader parseStrictly(byte[] json, long dataBytes) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!names.add(name)) {
        throw new MalformedFileException("names '" + name + "' twice in its header");
      }
      if (name.equals(METADATA)) {
        readMetadata(reader, metadata);
      } else {
        entries.add(readEntry(name, reader));
      }
    }
    reader.endObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedFileException("has something after its header's last brace");
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    checkCover(entries, dataBytes);
    return new SafetensorsHeader(entries, metadata);
  }

  private static void readMetadata(JsonReader reader, Map<String, String> metadata)
      throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (reader.peek() != JsonToken.STRING || metadata.put(key, reader.nextString()) != null) {
        throw new MalformedFileException("has metadata '" + key + "' twice or not as a string");
      }
    }
    reader.endObject();
  }

  private static Entry readEntry(String name, JsonReader reader) throws IOException {
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (key.equals("dtype") && type == null) {
        type = reader.nextString();
      } else if (key.equals("shape") && shape == null) {
        shape = readNumbers(name, reader);
      } else if (key.equals("data_offsets") && offsets == null) {
        offsets = readNumbers(name, reader);
      } else {
        throw new MalformedFileException("has '" + key + "' twice or unasked in '" + name + "'");
      }
    }
    reader.endObject();
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new MalformedFileException("describes '" + name + "' incompletely in its header");
    }
    return check(name, type, TensorLayout.shape(name, shape), offsets.get(0), offsets.get(1));
  }

  private static List<Long> readNumbers(String name, JsonReader reader) throws IOException {
    List<Long> numbers = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      String number = reader.peek() == JsonToken.NUMBER ? reader.nextString() : "";
      if (!number.matches("[0-9]{1,18}")) {
        throw new MalformedFileException("has a shape or offset of '" + name + "' out of range");
      }
      numbers.add(Long.parseLong(number));
    }
    reader.endArray();
    return numbers;
  }

  private static Entry check(String name, String dtype, int[] shape, long begin, long end)
      throws MalformedFileException {
    ScalarType type =
        ScalarType.ofSafetensors(dtype)
            .orElseThrow(
                () ->
                    new MalformedFileException(
                        "holds '" + name + "' as " + dtype + ", which is not supported"));
    TensorLayout layout = TensorLayout.rowMajor(shape);
    long bytes = (long) layout.count() * type.bytes();
    if (end - begin != bytes) {
      throw new MalformedFileException(
          "gives '" + name + "' " + (end - begin) + " bytes where its shape needs " + bytes);
    }
    return new Entry(name, type, layout, begin, end);
  }

  private static void checkCover(List<Entry> entries, long dataBytes)
      throws MalformedFileException {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw new MalformedFileException("has a gap or an overlap before '" + entry.name() + "'");
      }
      end = entry.end();
    }
    if (end != dataBytes) {
      throw new MalformedFileException(
          "holds " + dataBytes + " bytes of tensors where its header lists " + end);
    }
  }
}
