package impasto.net;

import impasto.config.Padding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feature network as data: its layers in order. Widths are no part of it; they come from the
 * weights.
 *
 * @param name the architecture's name
 * @param layers the layers, input first
 */
public record Network(String name, List<Layer> layers) {
  /**
   * The convolutional part of VGG19 (Simonyan and Zisserman, <i>Very Deep Convolutional Networks
   * for Large-Scale Image Recognition</i>, ICLR 2015, configuration E).
   */
  public static final Network VGG19 = vgg("vgg19", 2, 2, 4, 4, 4);

  /** The convolutional part of VGG16 (the same paper, configuration D). */
  public static final Network VGG16 = vgg("vgg16", 2, 2, 3, 3, 3);

  /** Copies the list. */
  public Network {
    layers = List.copyOf(layers);
  }

  /** The names of all layers, in order. */
  public List<String> layerNames() {
    return layers.stream().map(Layer::name).toList();
  }

  /** The convolutions, in order. */
  public List<Layer.Convolution> convolutions() {
    return layers.stream()
        .filter(Layer.Convolution.class::isInstance)
        .map(Layer.Convolution.class::cast)
        .toList();
  }

  /**
   * The network up to its {@code count}-th convolution and what follows that without a further one.
   *
   * @param count how many convolutions to keep
   */
  public Network withConvolutions(int count) {
    List<Layer> kept = new ArrayList<>();
    int seen = 0;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Convolution && ++seen > count) {
        break;
      }
      kept.add(layer);
    }
    return new Network(name, kept);
  }

  /**
   * The network up to the deepest of some layers: what must run to see them all.
   *
   * @param taps names of layers
   * @throws IllegalArgumentException if there is no layer of such a name
   */
  public Network upTo(Collection<String> taps) {
    int deepest = 0;
    for (String tap : taps) {
      int index = layerNames().indexOf(tap);
      if (index < 0) {
        throw new IllegalArgumentException(name + " has no layer " + tap);
      }
      deepest = Math.max(deepest, index);
    }
    return new Network(name, layers.subList(0, deepest + 1));
  }

  /**
   * The shortest side of a picture that reaches the last layer.
   *
   * @param padding mirroring needs two rows at each convolution, the others one
   */
  public int smallestSide(Padding padding) {
    int side = 1;
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i) instanceof Layer.Pool) {
        side *= 2;
      } else if (layers.get(i) instanceof Layer.Convolution && padding == Padding.REFLECT) {
        side = Math.max(side, 2);
      }
    }
    return side;
  }

  /**
   * The arithmetic of one run forward plus back to the picture, a multiplication and an addition
   * counted as two operations.
   *
   * @param widths output channels of each convolution, in order
   * @param width the picture's width in pixels
   * @param height the picture's height in pixels
   */
  public double operations(List<Integer> widths, int width, int height) {
    double sum = 0;
    int channels = 3;
    int w = width;
    int h = height;
    int convolution = 0;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Pool) {
        w /= 2;
        h /= 2;
      } else if (layer instanceof Layer.Convolution) {
        int out = widths.get(convolution++);
        sum += 2.0 * 2 * 9 * channels * out * w * h;
        channels = out;
      }
    }
    return sum;
  }

  /**
   * The network that a state dict belongs to, as far as its convolutions reach.
   *
   * @param keys the tensors' names
   * @return the network, or empty if the names are those of none we know
   */
  public static Optional<Network> ofKeys(Set<String> keys) {
    Set<String> prefixes = new HashSet<>();
    for (String key : keys) {
      if (isParameter(key)) {
        prefixes.add(key.substring(0, key.lastIndexOf('.')));
      }
    }
    for (Network network : List.of(VGG19, VGG16)) {
      Network part = network.withConvolutions(prefixes.size());
      if (!prefixes.isEmpty()
          && part.convolutions().size() == prefixes.size()
          && part.convolutions().stream().allMatch(c -> prefixes.contains(c.stateKey()))) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /**
   * True for the name of a convolution's weight or bias in a state dict, such as {@code
   * features.0.weight}; false for the classifier's, which no picture needs.
   *
   * @param key the tensor's name
   */
  public static boolean isParameter(String key) {
    return key.matches("features\\.\\d+\\.(weight|bias)");
  }

  private static Network vgg(String name, int... blocks) {
    List<Layer> layers = new ArrayList<>();
    for (int block = 1; block <= blocks.length; block++) {
      for (int i = 1; i <= blocks[block - 1]; i++) {
        String suffix = block + "_" + i;
        // torchvision numbers all layers of `features` in order, from 0.
        layers.add(new Layer.Convolution("conv" + suffix, "features." + layers.size()));
        layers.add(new Layer.Relu("relu" + suffix));
      }
      layers.add(new Layer.Pool("pool" + block));
    }
    return new Network(name, layers);
  }
}
