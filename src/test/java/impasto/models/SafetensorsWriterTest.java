package impasto.models;

import static impasto.models.Bytes.concat;
import static impasto.models.Bytes.int64;
import static impasto.models.Bytes.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  @Test
  void theBytesAreAsTheFormatHasThem() throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("b", new HostTensor(new int[] {2, 1}, new float[] {1, -2}));
    tensors.put("a", new HostTensor(new int[] {}, new float[] {0.5f}));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    SafetensorsWriter.write(out, new StateDict(tensors, Map.of("impasto.input", "caffe")));

    String header =
        "{\"__metadata__\":{\"impasto.input\":\"caffe\"},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
    int length = header.length() + 7 - (header.length() + 7) % 8;
    assertThat(out.toByteArray())
        .isEqualTo(
            concat(
                int64(length),
                latin(header + " ".repeat(length - header.length())),
                // IEEE 754: 1 is 0x3f800000, -2 is 0xc0000000, 0.5 is 0x3f000000.
                latin("\0\0\u0080?\0\0\0\u00c0\0\0\0?")));
  }

  @Test
  void halvesAreTheNearestTiesToEven() throws IOException {
    // IEEE 754 binary16: steps of 2^-10 from 1, of 2^-24 from 0, the largest is 65504.
    float[][] given = {
      {1, 1},
      {-2, -2},
      {0, 0},
      {1 + 0x1p-10f, 1 + 0x1p-10f},
      {1 + 0x1p-11f, 1},
      {1 + 0x1.8p-10f, 1 + 0x1p-9f},
      {2 - 0x1p-12f, 2},
      {65519, 65504},
      {-65504, -65504},
      {0x1p-14f, 0x1p-14f},
      {0x1p-24f, 0x1p-24f},
      {0x1p-25f, 0},
      {0x1.8p-25f, 0x1p-24f},
      {-0x1.8p-24f, -0x1p-23f},
      {0x1p-14f - 0x1p-26f, 0x1p-14f},
      {0.1f, 0x1.998p-4f},
    };
    float[] values = new float[given.length];
    float[] nearest = new float[given.length];
    for (int i = 0; i < given.length; i++) {
      values[i] = given[i][0];
      nearest[i] = given[i][1];
    }
    Path file = folder.resolve("halves.safetensors");

    SafetensorsWriter.writeHalves(file, one("a", values));

    assertRead(file, one("a", nearest));
    assertThat(Files.size(file) % 8).isEqualTo(2 * given.length % 8);
    assertThatThrownBy(() -> SafetensorsWriter.writeHalves(file, one("a", 65520)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65520.0 among the values of 'a'");
  }

  @Test
  void whatPythonWroteIsReadAgainAfterUs() throws IOException {
    StateDict state =
        WeightFiles.read(Fixtures.path("plain.safetensors"), name -> !name.equals("counter"));
    Path file = folder.resolve("again.safetensors");

    SafetensorsWriter.write(file, state);

    assertRead(file, state);
    assertThat(folder.toFile().list()).containsExactly("again.safetensors");
  }

  @Test
  void anyNameAndAnyLengthCanBeReadAgain() throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (String name : new String[] {"", "\"\\\n\u0000", "größe.\ud83c\udfa8", "<a&b>\u2028"}) {
      tensors.put(name, new HostTensor(new int[] {1}, new float[] {tensors.size()}));
    }
    // Just below, at and above the buffer's 16384 values, and nothing.
    for (int count : new int[] {0, 16383, 16384, 16385, 40000}) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = i - 0.25f;
      }
      tensors.put("n" + count, new HostTensor(new int[] {count}, values));
    }
    StateDict state = new StateDict(tensors, Map.of("note\n", "ä\"", "", ""));
    Path file = folder.resolve("any.safetensors");

    SafetensorsWriter.write(file, state);

    assertRead(file, state);
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("x.safetensors"), "precious");
    assertRefused(file, "a", Float.NaN, "NaN among the values of 'a'");
    assertRefused(file, "a", Float.POSITIVE_INFINITY, "Infinity among the values of 'a'");
    assertRefused(file, "__metadata__", 1, "__metadata__");
    assertRefused(file, "\ud83c", 1, "no Unicode");
    assertRefused(file, "a".repeat(1 << 24), 1, "16 MiB");
    assertThat(file).hasContent("precious");
    assertThat(folder.toFile().list()).containsExactly("x.safetensors");
  }

  @Test
  void aTensorBehindFiveGigabytesIsRead() throws IOException {
    // A tensor has fewer than 2^31 elements, hence several.
    long hole = 5 * GIB;
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i < 5; i++) {
      header.append(
          "\"h%d\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]},"
              .formatted(i, GIB, i * GIB, (i + 1) * GIB));
    }
    header.append(
        "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}}"
            .formatted(hole, hole + 4));
    Path file = folder.resolve("sparse.safetensors");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(concat(int64(header.length()), latin(header.toString())));
      sparse.seek(8 + header.length() + hole);
      sparse.write(latin("\0\0\u0080?"));
    }

    assertThat(WeightFiles.read(file, "a"::equals).tensors().get("a").values()).containsExactly(1);
  }

  @Test
  @Tag("slow")
  void moreThanTwoGigabytesAreWrittenThroughASmallBuffer() throws IOException {
    HostTensor tensor = new HostTensor(new int[] {1 << 24}, new float[1 << 24]);
    Map<String, HostTensor> tensors = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      tensors.put("t" + i, tensor);
    }
    Counter counter = new Counter();

    SafetensorsWriter.write(counter, new StateDict(tensors, Map.of()));

    assertThat(counter.bytes).isBetween(40L << 26, (40L << 26) + 8192);
    assertThat(counter.longest).isLessThanOrEqualTo(1 << 16);
  }

  private void assertRefused(Path file, String name, float value, String reason) {
    assertThatThrownBy(() -> SafetensorsWriter.write(file, one(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static StateDict one(String name, float... values) {
    return new StateDict(Map.of(name, new HostTensor(new int[] {values.length}, values)), Map.of());
  }

  private static void assertRead(Path file, StateDict state) {
    StateDict read = WeightFiles.read(file, name -> true);
    assertThat(read.metadata()).isEqualTo(state.metadata());
    assertThat(read.tensors()).containsOnlyKeys(state.tensors().keySet());
    state
        .tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
              assertThat(read.tensors().get(name).values()).isEqualTo(tensor.values());
            });
  }

  private static final class Counter extends OutputStream {
    private long bytes;
    private int longest;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      bytes += length;
      longest = Math.max(longest, length);
    }
  }
}
