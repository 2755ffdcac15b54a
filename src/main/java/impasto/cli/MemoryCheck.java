package impasto.cli;

import impasto.image.Size;
import impasto.torch.ComputationException;
import impasto.torch.CudaMemory;
import impasto.torch.MachineMemory;
import impasto.torch.TorchRuntime;
import impasto.transfer.MemoryEstimate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what a run will need with what there is.
 *
 * @param estimate the need by size
 * @param size of the result
 * @param availableMb what there is for it, in megabytes of 2^20 bytes
 * @param where it is: the machine's memory, or the device's
 */
record MemoryCheck(MemoryEstimate estimate, Size size, long availableMb, String where) {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryCheck.class);

  /** A check for this machine and its device. */
  static MemoryCheck here(MemoryEstimate estimate, Size size, TorchRuntime runtime) {
    Optional<CudaMemory> cuda =
        runtime.cudaIndex().isPresent()
            ? CudaMemory.of(runtime.cudaIndex().getAsInt())
            : Optional.empty();
    if (cuda.isPresent()) {
      return new MemoryCheck(estimate, size, cuda.get().freeMb(), "on the device");
    }
    return new MemoryCheck(estimate, size, MachineMemory.read().availableMb(), "in this machine");
  }

  /**
   * Refuses a run that is too large.
   *
   * @param force whether to warn only
   * @throws ComputationException if it is
   */
  void check(boolean force) {
    LOG.debug(
        "memory: about {} MB of {} MB {}",
        Math.round(estimate.megabytes(size)),
        availableMb,
        where);
    if (fits()) {
      return;
    }
    if (!force) {
      throw new ComputationException(message() + "; --force tries all the same");
    }
    LOG.warn("{}; going on all the same", message());
  }

  /** Whether there is enough, as far as one can tell. */
  boolean fits() {
    return estimate.megabytes(size) <= availableMb;
  }

  /** What a run that ran out of memory is told. */
  String message() {
    String wayOut =
        estimate.longestSide(size, (double) availableMb).stream()
            .mapToObj(side -> "--size %d is the largest that fits".formatted(side))
            .findFirst()
            .orElse("free some");
    return "%d x %d pixels need about %d MB of memory, and there are %d MB free %s; %s"
        .formatted(
            size.width(),
            size.height(),
            Math.round(estimate.megabytes(size)),
            availableMb,
            where,
            wayOut);
  }
}
