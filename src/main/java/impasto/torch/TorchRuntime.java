package impasto.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PyTorch engine, started: a device and the manager that owns every tensor on it.
 *
 * <p>The engine belongs to the thread that starts it (automatic differentiation is switched off in
 * that thread only), and the number of its threads to the process.
 */
public final class TorchRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TorchRuntime.class);

  private final NDManager manager;
  private final int threads;

  private TorchRuntime(NDManager manager, int threads) {
    this.manager = manager;
    this.threads = threads;
  }

  /**
   * Starts the engine, or takes the one that runs already.
   *
   * @param config the device and the threads
   * @return the runtime; the caller closes it
   * @throws ComputationException if the engine or the device cannot be used
   */
  public static TorchRuntime start(EngineConfig config) {
    return guard(
        () -> {
          Device device = device(config.device(), engine(config.threads()));
          TorchRuntime runtime =
              new TorchRuntime(NDManager.newBaseManager(device), config.threads());
          runtime.useThreads(config.threads());
          return runtime;
        });
  }

  /**
   * Runs engine work and turns what the engine throws into one exception of ours.
   *
   * @param <T> the type of the result
   * @param work the work
   * @return its result
   * @throws EngineMemoryException if the engine runs out of memory
   * @throws ComputationException if it fails otherwise
   */
  public static <T> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException | UnsatisfiedLinkError e) {
      String message = String.valueOf(e.getMessage());
      if (EngineMemoryException.isMeantBy(message)) {
        throw new EngineMemoryException(
            "out of memory in the engine; use a smaller --size, or --precision bfloat16", e);
      }
      throw new ComputationException(
          "the engine failed: " + message.lines().findFirst().orElse(""), e);
    }
  }

  /** Owner of all tensors of this runtime, on its device. */
  public NDManager manager() {
    return manager;
  }

  /** True on a CUDA device. */
  public boolean onCuda() {
    return manager.getDevice().isGpu();
  }

  /**
   * Says how many threads the engine's next work is worth. They wait for each other some hundred
   * times an evaluation, so that a small picture is painted sooner by fewer.
   *
   * @param worth the number; no more are taken than this runtime was started with, and no less than
   *     one
   */
  public void useThreads(int worth) {
    int wanted = Math.max(1, Math.min(worth, threads));
    // The engine drops what it has compiled when told a number, even the present one.
    if (wanted != JniUtils.getNumThreads()) {
      JniUtils.setNumThreads(wanted);
    }
  }

  /** How many threads the engine's work has now. */
  public int threadsAtWork() {
    return JniUtils.getNumThreads();
  }

  /** The engine and its version, such as {@code PyTorch 2.7.1}. */
  public String version() {
    Engine engine = Engine.getEngine("PyTorch");
    return engine.getEngineName() + " " + engine.getVersion();
  }

  /** The number of the CUDA device, from 0; empty on the CPU. */
  public OptionalInt cudaIndex() {
    return onCuda() ? OptionalInt.of(manager.getDevice().getDeviceId()) : OptionalInt.empty();
  }

  /** Frees every tensor of this runtime. */
  @Override
  public void close() {
    manager.close();
  }

  /**
   * Keeps DJL off the network: its classes otherwise look for updates, and for the cloud that they
   * run in. To be called before any of them is touched.
   */
  static void stayOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private static Engine engine(int threads) {
    stayOffline();
    // All of these are read once, when the engine's classes load.
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    // The optimiser specialises a program anew for every picture size, which costs more than it
    // saves.
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    return Engine.getEngine("PyTorch");
  }

  private static Device device(DeviceChoice choice, Engine engine) {
    int gpus = choice.kind() == DeviceChoice.Kind.CPU ? 0 : engine.getGpuCount();
    return switch (choice.kind()) {
      case CPU -> Device.cpu();
      case AUTO -> {
        LOG.info("device: {}", gpus > 0 ? "cuda:0" : "cpu (this engine sees no CUDA device)");
        yield gpus > 0 ? Device.gpu(0) : Device.cpu();
      }
      case CUDA -> {
        if (choice.index() >= gpus) {
          throw new ComputationException(
              gpus == 0
                  ? "--device cuda: no usable CUDA runtime; install an NVIDIA driver and PyTorch "
                      + "2.7.1 for CUDA 12.8, then set PYTORCH_LIBRARY_PATH to its lib folder, "
                      + "PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR=cu128, or use --device cpu"
                  : "--device cuda:"
                      + choice.index()
                      + ": there are only "
                      + gpus
                      + " CUDA devices");
        }
        yield Device.gpu(choice.index());
      }
    };
  }
}
