package impasto.training;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The engine, the slim VGG19 as a teacher, and the picture fixtures to train on. */
final class School implements AutoCloseable {
  static final List<String> TAPS = List.of("relu1_1", "relu3_1", "relu5_1");
  static final NetworkConfig NETWORK =
      new NetworkConfig(Pooling.MAX, Padding.REPLICATE, Precision.FLOAT32);

  final TorchRuntime runtime = TestEngine.start();
  final NetworkWeights teacher = Reference.slimVgg19().upTo(List.of("relu5_1"));
  final Classroom classroom = new Classroom(runtime, NETWORK, 32, 2);
  final TrainingPictures pictures =
      new TrainingPictures(
          List.of(
              List.of(Reference.picture("content.png"), Reference.picture("image.png")),
              List.of(Reference.picture("style.png"))));

  /** Each channel's half, rounded up. */
  List<Integer> halfWidths() {
    return teacher.widths().stream().map(width -> (width + 1) / 2).toList();
  }

  /** The moments of every rectifier of a network, always on the same crops. */
  Map<String, Moments> moments(NetworkWeights weights) {
    SplittableRandom random = new SplittableRandom(7);
    return classroom.moments(weights, () -> any(random), random, 4);
  }

  Picture any(SplittableRandom random) {
    return pictures.any(random);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
