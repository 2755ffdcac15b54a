package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.models.BuiltinModel;
import impasto.models.InputConventions;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.StateDict;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The network that is part of Impasto. */
class BuiltinNetworkTest {
  private static final List<String> TAPS =
      List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2", "relu5_1");

  private final BuiltinModel model = BuiltinModel.open();

  @Test
  void isSmallAndReachesWhatTheRecipesLookAt() {
    assertThat(model.bytes()).isLessThanOrEqualTo(4_000_000);
    NetworkWeights weights = weights();
    assertThat(weights.network().name()).isEqualTo("vgg19");
    assertThat(weights.network().layerNames()).containsAll(TAPS).last().isEqualTo("relu5_1");
  }

  @Test
  void saysWhereItComesFrom() {
    Map<String, String> facts = model.read(name -> true).metadata();

    assertThat(facts)
        .containsEntry("impasto.input", "torchvision")
        .containsKeys(
            "impasto.version",
            "impasto.date",
            "impasto.command",
            "impasto.teacher",
            "impasto.teacher.sha256",
            "impasto.pictures",
            "impasto.training",
            "impasto.unexplained");
    assertThat(facts.get("impasto.command")).startsWith("impasto models train ");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "IMPASTO_TEST_WEIGHTS",
      matches = ".+",
      disabledReason = "IMPASTO_TEST_WEIGHTS names no file of VGG19 weights in Caffe's convention")
  @EnabledIfEnvironmentVariable(
      named = "IMPASTO_TEST_IMAGES",
      matches = ".+",
      disabledReason = "IMPASTO_TEST_IMAGES names no folder of photos and paintings")
  void itsFeatureMapsAreAsLargeAsThoseOfVgg19() throws IOException {
    List<Picture> pictures = pictures(Path.of(System.getenv("IMPASTO_TEST_IMAGES")));
    NetworkWeights teacher =
        Reference.weights(Path.of(System.getenv("IMPASTO_TEST_WEIGHTS"))).upTo(TAPS);
    try (TorchRuntime runtime = TestEngine.start()) {
      NetworkConfig network = new NetworkConfig(Pooling.MAX, Padding.REPLICATE, Precision.FLOAT32);
      Classroom classroom = new Classroom(runtime, network, 96, 8);
      Map<String, Moments> own = moments(classroom, weights(), pictures);
      Map<String, Moments> taught = moments(classroom, teacher, pictures);
      for (String tap : TAPS) {
        assertThat(own.get(tap).meanSquare() / taught.get(tap).meanSquare())
            .as(tap)
            // Equal on all training crops together; on other pictures 16 channels are not 64.
            .isCloseTo(1, within(tap.equals("relu1_1") ? 0.25 : 0.1));
      }
    }
  }

  private NetworkWeights weights() {
    StateDict state = model.read(Network::isParameter);
    return NetworkWeights.of(
        state, InputConventions.of(Path.of("builtin"), state, Optional.empty()));
  }

  private static Map<String, Moments> moments(
      Classroom classroom, NetworkWeights weights, List<Picture> pictures) {
    SplittableRandom random = new SplittableRandom(1);
    Supplier<Picture> any = () -> pictures.get(random.nextInt(pictures.size()));
    return classroom.moments(weights, any, random, 4);
  }

  private static List<Picture> pictures(Path images) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (String folder : List.of("content", "style")) {
      try (Stream<Path> files = Files.list(images.resolve(folder))) {
        files.sorted().map(ImageCodec::read).forEach(pictures::add);
      }
    }
    return pictures;
  }
}
