package impasto.cli;

import impasto.torch.ComputationException;
import impasto.torch.CudaMemory;
import impasto.torch.EngineCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code doctor} says of the engine. */
final class EngineChecks {
  private EngineChecks() {}

  static List<Finding> of(EngineCheck check) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "engine",
            String.format(Locale.ROOT, "started, and ran a program, in %.1f s", check.seconds())));
    findings.add(device(check));
    if (check.onCuda()) {
      CudaMemory.of(0)
          .ifPresent(
              memory ->
                  findings.add(
                      Finding.ok(
                          "cuda memory",
                          "%d MB, %d MB free".formatted(memory.totalMb(), memory.freeMb()))));
    }
    return findings;
  }

  /** Of an engine that does not start. */
  static Finding of(ComputationException failure) {
    return Finding.problem(
        "engine",
        failure.getMessage() + " (more with -v; the folders and variables above are its own)");
  }

  private static Finding device(EngineCheck check) {
    if (check.onCuda()) {
      return Finding.ok("device", "cuda (of %d devices)".formatted(check.cuda()));
    }
    return check.cuda() > 0
        ? Finding.ok("device", "cpu, as asked for (%d CUDA devices)".formatted(check.cuda()))
        : Finding.ok("device", "cpu (no CUDA device that this engine can use; see the README)");
  }
}
