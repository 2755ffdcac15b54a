package impasto.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/**
 * The memory of a CUDA device, in megabytes of 2^20 bytes. Not tried yet on a machine that has one.
 *
 * @param totalMb what the device has
 * @param freeMb what nobody uses now
 */
public record CudaMemory(long totalMb, long freeMb) {

  /**
   * Asks the CUDA runtime.
   *
   * @param index the device's number, from 0
   * @return its memory; empty if the runtime is missing or does not answer
   */
  public static Optional<CudaMemory> of(int index) {
    TorchRuntime.stayOffline();
    try {
      MemoryUsage usage = CudaUtils.getGpuMemory(Device.gpu(index));
      return Optional.of(
          new CudaMemory(usage.getMax() >> 20, (usage.getMax() - usage.getUsed()) >> 20));
    } catch (EngineException | IllegalStateException | IllegalArgumentException | LinkageError e) {
      // The runtime refuses, is missing, knows no such device, or cannot be loaded.
      return Optional.empty();
    }
  }
}
