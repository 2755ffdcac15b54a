package impasto.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;

/**
 * The engine as tests use it. All tests of a JVM must run on one thread: gradients are switched off
 * in the thread that loads the engine, and only there.
 */
public final class TestEngine {
  private TestEngine() {}

  /**
   * A runtime on the CPU; the caller closes it. One thread, since two of them spend their time
   * waiting for each other: the tensors are tiny, and a test machine may be busy.
   */
  public static TorchRuntime start() {
    return start(1);
  }

  /** A runtime on the CPU with so many threads. */
  public static TorchRuntime start(int threads) {
    return TorchRuntime.start(
        new EngineConfig(new DeviceChoice(DeviceChoice.Kind.CPU, 0), threads));
  }

  /** A float64 tensor whose memory is the engine's own. */
  public static NDArray tensor(NDManager manager, Shape shape, double... values) {
    try (NDArray view = manager.create(values, shape)) {
      return view.duplicate();
    }
  }

  /** The elements of a float32 or float64 tensor, row-major. */
  public static double[] values(NDArray array) {
    try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
      return doubles.toDoubleArray();
    }
  }

  /** The number of tensors that are alive under a manager and all managers below it. */
  public static int arrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  /** Collects garbage with enough allocation that freed Java memory is used again. */
  public static void collectGarbage() {
    for (int i = 0; i < 5; i++) {
      byte[][] pressure = new byte[64][];
      for (int j = 0; j < pressure.length; j++) {
        pressure[j] = new byte[1 << 18];
        pressure[j][j] = 1;
      }
      System.gc();
    }
  }
}
