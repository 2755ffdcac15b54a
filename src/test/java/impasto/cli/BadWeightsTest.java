package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.models.SafetensorsWriter;
import impasto.models.WeightFiles;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that cannot be used: exit code 4. */
class BadWeightsTest {
  private static final String STYLIZE = "stylize ./content.png ./style.png -o ./painted.png -m ";

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "./missing.safetensors | missing.safetensors: no such file ... check",
        "./folder.pth          | folder.pth: is no regular file ... name",
        "./content.png         | content.png: weights are read from .safetensors, .pth, .pt and .npz",
        "./empty.safetensors   | empty.safetensors: ... fetch it again",
        "./empty.pth           | empty.pth: ... fetch it again",
        "./empty.npz           | empty.npz: ... fetch it again",
        "./text.safetensors    | text.safetensors: ... fetch it again",
        "./text.pth            | text.pth: ... fetch it again",
        "./text.npz            | text.npz: ... fetch it again",
        "./head.safetensors    | head.safetensors: ... fetch it again",
        "./half.safetensors    | half.safetensors: ... fetch it again",
        "./half.pth            | half.pth: ... fetch it again",
        "./mute.pth            | mute.pth: does not say ... --input-convention torchvision or caffe",
      })
  void aFileThatCannotBeRead(String file, String words) throws Exception {
    Files.createDirectory(folder.resolve("folder.pth"));
    for (String format : List.of("safetensors", "pth", "npz")) {
      refusals.file("empty." + format, new byte[0]);
      refusals.file("text." + format, "These are no weights at all, but text.".getBytes(UTF_8));
    }
    byte[] whole = Files.readAllBytes(Reference.MODEL);
    refusals.file("head.safetensors", Arrays.copyOf(whole, 100));
    refusals.file("half.safetensors", Arrays.copyOf(whole, whole.length / 2));
    byte[] mute = Files.readAllBytes(Reference.MUTE_MODEL);
    refusals.file("mute.pth", mute);
    refusals.file("half.pth", Arrays.copyOf(mute, mute.length / 2));
    refusals.assertRefused(4, STYLIZE + file, words);
  }

  @Test
  void weightsOfAnotherConventionThanIsSaid() throws Exception {
    refusals.assertRefused(
        4,
        STYLIZE + "./vgg19.safetensors --input-convention caffe",
        "vgg19.safetensors: ... --input-convention says caffe; leave the option out");
  }

  @Test
  void weightsThatDoNotFitTogether() throws Exception {
    StateDict good = WeightFiles.read(Reference.MODEL, name -> true);
    Map<String, HostTensor> tensors = new LinkedHashMap<>(good.tensors());
    tensors.put("features.2.weight", new HostTensor(new int[] {2, 2}, new float[4]));
    write("shape", tensors, good);
    tensors.remove("features.2.weight");
    write("lacking", tensors, good);
    tensors.keySet().removeIf(name -> !name.startsWith("features.0."));
    write("first", tensors, good);
    tensors.clear();
    tensors.put("linear.weight", new HostTensor(new int[] {1}, new float[1]));
    write("other", tensors, good);
    assertUnusable("shape", "features.2.weight has the shape [2, 2], expected [outputs, ");
    assertUnusable("lacking", "lack features.2.weight");
    assertUnusable("first", "does not reach the layer");
    assertUnusable("other", "these are not the weights of VGG19 or VGG16: expected features.0");
  }

  @Test
  void weightsThatAreNoNumbers() throws Exception {
    byte[] bytes = Files.readAllBytes(Reference.MODEL);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
    refusals.file("nan.safetensors", bytes);
    assertUnusable("nan", "NaN among the values ... fetch it again");
  }

  @Test
  void namesWithoutAModel() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home/models"));
    assertRefusedAtHome("vgg19", "model vgg19 is not installed; run: impasto models install vgg19");
    assertRefusedAtHome("vgg91", "vgg91: neither a model nor a file; did you mean vgg19?");
    Files.copy(Reference.MODEL, home.resolve("vgg19.safetensors"));
    Files.writeString(
        home.resolve("vgg19.json"),
        "{\"sha256\": \"%s\", \"bytes\": 1, \"modified\": 1}".formatted("0".repeat(64)));
    assertRefusedAtHome("vgg19", "model vgg19 is damaged ... run: impasto models install vgg19");
    refusals.assertRefusedAlone(atHome(), 4, "models verify vgg19", "vgg19 is damaged");
  }

  private void assertRefusedAtHome(String name, String words) throws Exception {
    refusals.assertRefusedAlone(atHome(), 4, STYLIZE + name, words);
  }

  private CommandRun.Setting atHome() {
    return new CommandRun.Setting(
        List.of(), List.of(), Map.of("IMPASTO_HOME", folder.resolve("home").toString()));
  }

  private void write(String name, Map<String, HostTensor> tensors, StateDict like)
      throws IOException {
    SafetensorsWriter.write(
        folder.resolve(name + ".safetensors"),
        new StateDict(new LinkedHashMap<>(tensors), like.metadata()));
  }

  private void assertUnusable(String name, String words) throws IOException {
    String file = name + ".safetensors";
    refusals.assertRefused(4, STYLIZE + "./" + file, file + ": ... " + words);
  }
}
