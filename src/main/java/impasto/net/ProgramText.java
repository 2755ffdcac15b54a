package impasto.net;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a network as the TorchScript program that computes its taps.
 *
 * <p>{@code forward(x, w)} takes pictures (B x 3 x H x W, float32 or float64) and the weights that
 * {@code prepare} returned (with the kernels and forms that {@link Winograd} tells of, if the
 * precision is that), and gives each tap as a matrix of positions x channels, the memory order of a
 * channels-last tensor. The pictures are cast on their way in; the taps keep the network's own
 * precision.
 */
public final class ProgramText {
  // TorchScript writes types and memory formats as numbers.
  private static final int FLOAT32 = 6;
  private static final int FLOAT64 = 7;
  private static final int BFLOAT16 = 15;
  private static final String CHANNELS_LAST = "memory_format=2";

  private ProgramText() {}

  /**
   * Writes the program.
   *
   * @param network the network; its last layer should be a tap
   * @param taps the layers to return, in this order
   * @param config pooling, padding and precision
   * @param winograd the convolutions whose kernels come in Winograd's form
   */
  static String of(Network network, List<String> taps, NetworkConfig config, Set<String> winograd) {
    String forward = method("forward", network, taps, config, inside(config.precision()), winograd);
    String arithmetic =
        switch (config.precision()) {
          case BFLOAT16 -> HalfMap.METHODS;
          case WINOGRAD -> Winograd.METHODS;
          case FLOAT32, FLOAT64 -> "";
        };
    return forward
        + pool(config.pooling())
        + prepare(config.precision())
        + arithmetic
        + Recording.PULLBACK;
  }

  /**
   * Writes the methods {@code NAME(x, w)}, {@code pool(x)} and {@code prepare(w)}, as parts of a
   * larger program, with all convolutions direct. The taps are float32, or float64 if that is the
   * precision. {@code prepare} takes the mean colour (1 x 3 x 1 x 1), then kernel and bias of each
   * convolution; it can be differentiated by them.
   *
   * @param name the name of the first
   * @param network the network; its last layer should be a tap
   * @param taps the layers to return, in this order
   * @param config pooling, padding and precision
   */
  public static String methods(
      String name, Network network, List<String> taps, NetworkConfig config) {
    return method(name, network, taps, config, outside(config.precision()), Set.of())
        + pool(config.pooling())
        + prepare(config.precision());
  }

  private static String method(
      String name,
      Network network,
      List<String> taps,
      NetworkConfig config,
      int type,
      Set<String> winograd) {
    Precision precision = config.precision();
    Padding padding = config.padding();
    StringBuilder text = new StringBuilder();
    text.append("  def ").append(name).append("(self: __torch__.Net,\n    x: Tensor,\n");
    text.append("    w: List[Tensor]) -> List[Tensor]:\n");
    // w[0] is the mean colour; each convolution then has a kernel and a bias.
    line(text, "input", cast("torch.sub(x, w[0])", inside(precision)), CHANNELS_LAST);
    String current = "input";
    int weight = 1;
    List<String> convolutions = network.convolutions().stream().map(Layer::name).toList();
    int forms = 1 + 2 * network.convolutions().size();
    for (Layer layer : quickest(network, taps, config.pooling())) {
      String next = layer.name();
      if (layer instanceof Layer.Convolution) {
        String padded = current;
        if (padding != Padding.ZERO) {
          padded = "pad_" + next;
          String mode = padding.name().toLowerCase(Locale.ROOT);
          assign(text, padded, "torch.pad(" + current + ", [1, 1, 1, 1], \"" + mode + "\")");
        }
        int border = padding == Padding.ZERO ? 1 : 0;
        assign(
            text,
            next,
            winograd.contains(next)
                ? winograd(padded, weight, border, forms)
                : convolution(padded, weight, border));
        weight += 2;
      } else if (layer instanceof Layer.Relu) {
        // In place saves a pass over memory, unless what is rectified is itself wanted, or a view:
        // the way back from a change of a view copies.
        boolean ownMemory = convolutions.contains(current) && !winograd.contains(current);
        String relu = ownMemory && !taps.contains(current) ? "torch.relu_(" : "torch.relu(";
        assign(text, next, relu + current + ")");
      } else {
        assign(text, next, "(self).pool(" + current + ", )");
      }
      current = next;
    }
    List<String> outputs = new ArrayList<>();
    for (String tap : taps) {
      String matrix = "torch.flatten(torch.permute(" + tap + ", [0, 2, 3, 1]), 0, 2)";
      outputs.add(type == inside(precision) ? matrix : cast(matrix, type));
    }
    text.append("    return [").append(String.join(", ", outputs)).append("]\n");
    return text.toString();
  }

  /**
   * The layers, with rectifiers behind max pooling instead of before it where nobody looks between:
   * the largest of four numbers is rectified in a quarter of the time.
   */
  private static List<Layer> quickest(Network network, List<String> taps, Pooling pooling) {
    List<Layer> layers = new ArrayList<>(network.layers());
    for (int i = 1; i < layers.size() && pooling == Pooling.MAX; i++) {
      if (layers.get(i - 1) instanceof Layer.Relu relu
          && layers.get(i) instanceof Layer.Pool pool
          && !taps.contains(relu.name())
          && !taps.contains(pool.name())) {
        Collections.swap(layers, i - 1, i);
      }
    }
    return layers;
  }

  private static String convolution(String input, int weight, int border) {
    return "torch.conv2d(%s, w[%d], w[%d], [1, 1], [%d, %d])"
        .formatted(input, weight, weight + 1, border, border);
  }

  private static String winograd(String input, int weight, int border, int forms) {
    return "(self).winograd(%s, w[%d], w[%d], %d, w[%d], w[%d], )"
        .formatted(input, weight, weight + 1, border, forms, forms + 1);
  }

  /**
   * Halves the sides. Pairs of rows are pooled as pictures of a batch: the engine's way back has
   * one thread for a picture.
   */
  private static String pool(Pooling pooling) {
    return """
        def pool(self: __torch__.Net,
          x: Tensor) -> Tensor:
          n = torch.size(x, 0)
          c = torch.size(x, 1)
          h = torch.size(x, 2)
          w = torch.size(x, 3)
          if torch.eq(torch.remainder(h, 2), 0):
            k = torch.mul(n, torch.floordiv(h, 2))
            rows = torch.reshape(torch.permute(x, [0, 2, 3, 1]), [k, 2, w, c])
            pooled = torch.OPERATION(torch.permute(rows, [0, 3, 1, 2]), [2, 2])
            half = torch.permute(pooled, [0, 2, 3, 1])
            shape = [n, torch.floordiv(h, 2), torch.floordiv(w, 2), c]
            r = torch.permute(torch.reshape(half, shape), [0, 3, 1, 2])
          else:
            r = torch.OPERATION(x, [2, 2])
          return r
      """
        .replace("OPERATION", pooling == Pooling.MAX ? "max_pool2d" : "avg_pool2d");
  }

  /** Casts and reorders the weights once; the mean colour stays as precise as the picture. */
  private static String prepare(Precision precision) {
    return """
        def prepare(self: __torch__.Net,
          w: List[Tensor]) -> List[Tensor]:
          prepared = annotate(List[Tensor], [])
          for i in range(torch.len(w)):
            if torch.eq(i, 0):
              t = torch.to(w[i], %d)
            else:
              t = torch.to(w[i], %d)
            if torch.eq(torch.dim(t), 4):
              u = torch.contiguous(t, memory_format=2)
            else:
              u = torch.contiguous(t)
            _0 = torch.append(prepared, u)
          return prepared
      """
        .formatted(outside(precision), inside(precision));
  }

  private static int outside(Precision precision) {
    return precision == Precision.FLOAT64 ? FLOAT64 : FLOAT32;
  }

  private static int inside(Precision precision) {
    return switch (precision) {
      case FLOAT32, WINOGRAD -> FLOAT32;
      case BFLOAT16 -> BFLOAT16;
      case FLOAT64 -> FLOAT64;
    };
  }

  private static String cast(String expression, int type) {
    return "torch.to(" + expression + ", " + type + ")";
  }

  private static void line(StringBuilder text, String name, String expression, String format) {
    assign(text, name, "torch.contiguous(" + expression + ", " + format + ")");
  }

  private static void assign(StringBuilder text, String name, String expression) {
    text.append("    ").append(name).append(" = ").append(expression).append('\n');
  }
}
