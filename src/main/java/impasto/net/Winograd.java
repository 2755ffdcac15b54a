package impasto.net;

import impasto.config.Precision;
import impasto.torch.HostTensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Convolutions of many channels in fewer multiplications: F(4x4, 3x3) of Lavin and Gray (<i>Fast
 * Algorithms for Convolutional Neural Networks</i>, CVPR 2016), after Winograd's minimal filtering.
 *
 * <p>A tile of 4 x 4 results comes of 6 x 6 inputs. Input and kernel are changed to a form of 36
 * numbers a channel in which the convolution is a product number by number, so that 36
 * multiplications do the work of 144. Over all tiles and channels these are 36 matrix products.
 * What the changes of form cost grows with the number of channels, what they save with its square.
 */
final class Winograd {
  /** Input times output channels from which it is faster, measured on two cores of a Zen 3. */
  private static final int LEAST = 128 * 256;

  /**
   * What a program must have. {@code transform} changes the form of a kernel from outputs x inputs
   * x 3 x 3 to 36 x inputs x outputs. {@code winograd} gives the convolution by such a kernel of
   * {@code x} with {@code border} rows of zeros around it. Tiles overlap by two rows: each is put
   * together of whole blocks of four and halves of their neighbours, which automatic
   * differentiation can go back through without adding up overlapping windows.
   */
  static final String METHODS =
      """
        def winograd(self: __torch__.Net,
          x: Tensor,
          kernel: Tensor,
          bias: Tensor,
          border: int,
          input_form: Tensor,
          output_form: Tensor) -> Tensor:
          rows = torch.permute(x, [0, 2, 3, 1])
          n = torch.size(rows, 0)
          h = torch.sub(torch.add(torch.size(rows, 1), torch.mul(border, 2)), 2)
          w = torch.sub(torch.add(torch.size(rows, 2), torch.mul(border, 2)), 2)
          i = torch.size(kernel, 1)
          o = torch.size(kernel, 2)
          th = torch.floordiv(torch.add(h, 3), 4)
          tw = torch.floordiv(torch.add(w, 3), 4)
          below = torch.sub(torch.sub(torch.mul(torch.add(th, 1), 4), torch.size(rows, 1)), border)
          right = torch.sub(torch.sub(torch.mul(torch.add(tw, 1), 4), torch.size(rows, 2)), border)
          padded = torch.constant_pad_nd(rows, [0, 0, border, right, border, below], 0)
          cut = torch.reshape(padded, [n, torch.add(th, 1), 4, torch.add(tw, 1), 4, i])
          blocks = torch.permute(cut, [2, 4, 0, 1, 3, 5])
          lower = torch.narrow(torch.narrow(blocks, 0, 0, 2), 3, 1, th)
          high = torch.cat([torch.narrow(blocks, 3, 0, th), lower], 0)
          next = torch.narrow(torch.narrow(high, 1, 0, 2), 4, 1, tw)
          tiles = torch.cat([torch.narrow(high, 4, 0, tw), next], 1)
          inputs = torch.matmul(input_form, torch.reshape(tiles, [36, -1]))
          products = torch.bmm(torch.view(inputs, [36, -1, i]), kernel)
          outputs = torch.matmul(output_form, torch.view(products, [36, -1]))
          results = torch.permute(torch.view(outputs, [4, 4, n, th, tw, o]), [2, 3, 0, 4, 1, 5])
          whole = torch.reshape(results, [n, torch.mul(th, 4), torch.mul(tw, 4), o])
          if torch.eq(torch.mul(th, 4), h):
            high_enough = whole
          else:
            high_enough = torch.narrow(whole, 1, 0, h)
          if torch.eq(torch.mul(tw, 4), w):
            cropped = high_enough
          else:
            cropped = torch.narrow(high_enough, 2, 0, w)
          return torch.permute(torch.add(cropped, bias), [0, 3, 1, 2])
        def transform(self: __torch__.Net,
          kernel: Tensor,
          form: Tensor) -> List[Tensor]:
          numbers = torch.reshape(torch.permute(kernel, [2, 3, 1, 0]), [9, -1])
          shape = [36, torch.size(kernel, 1), torch.size(kernel, 0)]
          return [torch.view(torch.matmul(form, numbers), shape)]
      """;

  // The points of interpolation are 0, 1, -1, 2, -2 and infinity.
  private static final double[][] KERNEL = {
    {1 / 4.0, 0, 0},
    {-1 / 6.0, -1 / 6.0, -1 / 6.0},
    {-1 / 6.0, 1 / 6.0, -1 / 6.0},
    {1 / 24.0, 1 / 12.0, 1 / 6.0},
    {1 / 24.0, -1 / 12.0, 1 / 6.0},
    {0, 0, 1}
  };
  private static final double[][] INPUT = {
    {4, 0, -5, 0, 1, 0},
    {0, -4, -4, 1, 1, 0},
    {0, 4, -4, -1, 1, 0},
    {0, -2, -1, 2, 1, 0},
    {0, 2, -1, -2, 1, 0},
    {0, 4, 0, -5, 0, 1}
  };
  private static final double[][] OUTPUT = {
    {1, 1, 1, 1, 1, 0},
    {0, 1, -1, 2, -2, 0},
    {0, 1, 1, 4, 4, 0},
    {0, 1, -1, 8, -8, 1}
  };

  private Winograd() {}

  /**
   * The convolutions that run so.
   *
   * @param weights the network
   * @param precision the precision; all convolutions are direct but in {@link Precision#WINOGRAD}
   * @return their names
   */
  static Set<String> layers(NetworkWeights weights, Precision precision) {
    Set<String> names = new HashSet<>();
    if (precision == Precision.WINOGRAD) {
      for (int i = 0; i < weights.kernels().size(); i++) {
        int[] shape = weights.kernels().get(i).shape();
        if (shape[0] * shape[1] >= LEAST) {
          names.add(weights.network().convolutions().get(i).name());
        }
      }
    }
    return names;
  }

  /**
   * The matrices that change a kernel of 9 numbers, a tile of 36 inputs, and 36 products to 16
   * results: 36 x 9, 36 x 36 and 16 x 36.
   */
  static List<HostTensor> forms() {
    return List.of(inBothDirections(KERNEL), inBothDirections(INPUT), inBothDirections(OUTPUT));
  }

  /** The Kronecker product of a matrix with itself: it acts on columns and rows at once. */
  private static HostTensor inBothDirections(double[][] matrix) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    float[] values = new float[rows * rows * columns * columns];
    int next = 0;
    for (int row = 0; row < rows * rows; row++) {
      for (int column = 0; column < columns * columns; column++) {
        double vertical = matrix[row / rows][column / columns];
        double horizontal = matrix[row % rows][column % columns];
        values[next++] = (float) (vertical * horizontal);
      }
    }
    return new HostTensor(new int[] {rows * rows, columns * columns}, values);
  }
}
