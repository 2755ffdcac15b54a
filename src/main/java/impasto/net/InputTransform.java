package impasto.net;

import impasto.config.InputConvention;
import impasto.config.PixelRange;
import impasto.torch.HostTensor;

/**
 * From an RGB picture to what a network expects.
 *
 * <p>Only the subtraction of the mean happens to the picture, since a convolution pads after it;
 * scale and channel order are folded into the first convolution's weights.
 */
final class InputTransform {
  private static final double[] TORCHVISION_MEAN = {0.485, 0.456, 0.406};
  private static final double[] TORCHVISION_DEVIATION = {0.229, 0.224, 0.225};
  private static final double[] CAFFE_MEAN = {123.68 / 255, 116.779 / 255, 103.939 / 255};

  private InputTransform() {}

  /**
   * The mean colour, red first, in the units of the range.
   *
   * @param convention the network's input convention
   * @param range the picture's units
   */
  static float[] mean(InputConvention convention, PixelRange range) {
    double[] unit = convention == InputConvention.CAFFE ? CAFFE_MEAN : TORCHVISION_MEAN;
    float[] mean = new float[3];
    for (int c = 0; c < 3; c++) {
      mean[c] = (float) (unit[c] * range.white());
    }
    return mean;
  }

  /**
   * The first convolution's weights for an RGB picture minus its mean.
   *
   * @param kernel outputs x 3 x 3 x 3, as the convention has it
   * @param convention the network's input convention
   * @param range the picture's units
   */
  static HostTensor fold(HostTensor kernel, InputConvention convention, PixelRange range) {
    int outputs = kernel.shape()[0];
    float[] folded = new float[kernel.values().length];
    for (int o = 0; o < outputs; o++) {
      for (int c = 0; c < 3; c++) {
        boolean caffe = convention == InputConvention.CAFFE;
        int source = caffe ? 2 - c : c;
        double unitScale = caffe ? 255 : 1 / TORCHVISION_DEVIATION[c];
        for (int k = 0; k < 9; k++) {
          double weight = kernel.values()[(o * 3 + source) * 9 + k];
          folded[(o * 3 + c) * 9 + k] = (float) (weight * unitScale / range.white());
        }
      }
    }
    return new HostTensor(kernel.shape(), folded);
  }
}
