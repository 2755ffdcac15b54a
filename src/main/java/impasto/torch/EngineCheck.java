package impasto.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import impasto.config.EngineConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;

/**
 * What a look at the engine found: it starts, and it calculates.
 *
 * @param cuda the number of CUDA devices that it sees
 * @param onCuda whether work would run on one of them
 * @param seconds from nothing to the end of a tiny program
 */
public record EngineCheck(int cuda, boolean onCuda, double seconds) {
  private static final String DOUBLE =
      """
        def forward(self: __torch__.Net,
          x: Tensor) -> List[Tensor]:
          return [torch.add(x, x)]
      """;

  /**
   * Starts the engine and runs a program.
   *
   * @param config the device and the threads
   * @return what it came to
   * @throws ComputationException if the engine or the device cannot be used, or calculates wrongly
   */
  public static EngineCheck run(EngineConfig config) {
    long start = System.nanoTime();
    try (TorchRuntime runtime = TorchRuntime.start(config)) {
      float result = TorchRuntime.guard(() -> twice(runtime, 21));
      if (result != 42) {
        throw new ComputationException("the engine says that 21 + 21 is " + result);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new EngineCheck(Engine.getInstance().getGpuCount(), runtime.onCuda(), seconds);
    }
  }

  /** The version of DJL, which needs no engine. */
  public static String djlVersion() {
    TorchRuntime.stayOffline();
    return Engine.getDjlVersion();
  }

  /** The version and the kind of the libtorch that is packed with us, such as 2.7.1 (cpu). */
  public static String libtorchVersion() {
    Properties facts = new Properties();
    try (InputStream in = EngineCheck.class.getResourceAsStream("/native/lib/pytorch.properties")) {
      if (in != null) {
        facts.load(in);
      }
    } catch (IOException e) {
      // Said below.
    }
    // The version is followed by the day on which it was packed.
    return facts.getProperty("version", "unknown").replaceFirst("-\\d{8}$", "")
        + " ("
        + facts.getProperty("flavor", "unknown")
        + ")";
  }

  private static float twice(TorchRuntime runtime, float value) {
    try (Program program = Program.compile(runtime.manager(), DOUBLE);
        NDArray x = runtime.manager().create(value)) {
      List<NDArray> result = program.call(runtime.manager(), "forward", Argument.tensor(x));
      return result.get(0).getFloat();
    }
  }
}
