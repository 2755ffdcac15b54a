package impasto.cli;

import impasto.torch.Bfloat16;
import impasto.torch.EngineCheck;
import impasto.torch.MachineMemory;
import impasto.torch.Processor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code doctor} says of programs and hardware, without starting the engine. */
final class MachineChecks {
  /** Below this a run of the default size does not fit beside other programs. */
  private static final long LITTLE_MB = 1500;

  private MachineChecks() {}

  static List<Finding> versions() throws IOException {
    return List.of(
        Finding.ok("impasto", new Version().getVersion()[0].replace("impasto ", "")),
        Finding.ok(
            "java",
            property("java.version")
                + ", "
                + property("java.vendor")
                + ", in "
                + property("java.home")),
        Finding.ok("djl", EngineCheck.djlVersion()),
        Finding.ok("libtorch", EngineCheck.libtorchVersion()));
  }

  /**
   * The hardware.
   *
   * @param threads of the engine
   */
  static List<Finding> machine(int threads) {
    int processors = Runtime.getRuntime().availableProcessors();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "system",
            property("os.name") + " " + property("os.version") + ", " + property("os.arch")));
    findings.add(Finding.ok("processor", Processor.name()));
    String use = "%d for us, %d threads of the engine".formatted(processors, threads);
    findings.add(
        threads > processors
            ? Finding.note("processors", use + "; more threads than processors slow it down")
            : Finding.ok("processors", use));
    findings.add(
        Bfloat16.isFastOnThisProcessor()
            ? Finding.ok("bfloat16", "the processor calculates in it: the default precision")
            : Finding.note(
                "bfloat16",
                "the processor is not known to calculate in it: the default precision on the CPU is "
                    + Converters.nameOf(EngineOptions.suiting(false))));
    findings.add(memory(MachineMemory.read(), Runtime.getRuntime().maxMemory() >> 20));
    return findings;
  }

  static Finding memory(MachineMemory memory, long heapMb) {
    String limit =
        memory.limitMb().isPresent()
            ? ", %d MB allowed by a container or service".formatted(memory.limitMb().getAsLong())
            : "";
    String text =
        "%d MB%s, %d MB available; Java's heap at most %d MB"
            .formatted(memory.totalMb(), limit, memory.availableMb(), heapMb);
    return memory.availableMb() < LITTLE_MB
        ? Finding.note("memory", text + "; little: close other programs or use a smaller --size")
        : Finding.ok("memory", text);
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
