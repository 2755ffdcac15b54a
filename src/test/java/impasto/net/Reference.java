package impasto.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.PixelRange;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.models.InputConventions;
import impasto.models.WeightFiles;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The files that the scripts in {@code scripts/fixtures} wrote with plain PyTorch. */
public final class Reference {
  private Reference() {}

  /** A fixture's place. */
  public static Path path(String name) {
    String resource = "/impasto/reference/" + name;
    try {
      return Path.of(
          Objects.requireNonNull(Reference.class.getResource(resource), "no " + resource).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A fixture's text. */
  public static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All tensors of a safetensors fixture. */
  public static StateDict tensors(String name) {
    return WeightFiles.read(path(name), tensor -> true);
  }

  /** The weights of a network, with the input convention that their file names. */
  public static NetworkWeights weights(Path file) {
    StateDict state = WeightFiles.read(file, Network::isParameter);
    return NetworkWeights.of(state, InputConventions.of(file, state, Optional.empty()));
  }

  /** The slim VGG19, which has the layers of the real one and 4 to 10 channels. */
  public static NetworkWeights slimVgg19() {
    return weights(path("slim-vgg19.safetensors"));
  }

  /** A picture fixture. */
  public static Picture picture(String name) {
    return ImageCodec.read(path(name));
  }

  /** A picture fixture as 1 x 3 x H x W, rounded to the 8 bits of its file. */
  public static NDArray tensor(NDManager manager, String name, PixelRange range, DataType type) {
    Picture picture = picture(name);
    double[] values = new double[picture.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(picture.rgb()[i] * 255.0) * (range.white() / 255.0);
    }
    try (NDArray view =
        manager.create(values, new Shape(1, 3, picture.height(), picture.width()))) {
      return view.toType(type, true);
    }
  }

  /** The elements of a tensor. */
  public static double[] doubles(HostTensor tensor) {
    float[] values = tensor.values();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** The SHA-256 of a file, in hexadecimal. */
  public static String sha256(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The L2 distance of two vectors relative to the length of the second. */
  public static double distance(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(actual.length + " values, expected " + expected.length);
    }
    double difference = 0;
    double square = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
      square += expected[i] * expected[i];
    }
    return Math.sqrt(difference / square);
  }
}
