package impasto.net;

/**
 * One layer of a network, named as in the papers: {@code conv1_1}, {@code relu1_1}, {@code pool1}.
 */
public sealed interface Layer {

  /** The name, unique in its network. */
  String name();

  /**
   * A 3 x 3 convolution with bias, stride 1, that keeps width and height.
   *
   * @param name the name
   * @param stateKey the prefix of its {@code .weight} and {@code .bias} in a PyTorch state dict
   */
  record Convolution(String name, String stateKey) implements Layer {}

  /**
   * The rectifier max(0, x).
   *
   * @param name the name
   */
  record Relu(String name) implements Layer {}

  /**
   * A 2 x 2 pooling of stride 2 that drops an odd last row or column.
   *
   * @param name the name
   */
  record Pool(String name) implements Layer {}
}
