package impasto.cli;

import impasto.config.Precision;
import impasto.files.Digests;
import impasto.report.Course;
import impasto.report.LossPlot;
import impasto.report.Machine;
import impasto.report.RunRecord;
import impasto.torch.EngineCheck;
import impasto.torch.MachineMemory;
import impasto.torch.Processor;
import impasto.torch.ResidentMemory;
import impasto.torch.TorchRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes what is told of a finished run: its record and, if it was asked for, the plot. */
final class RunReport {
  private final OutputFiles files;
  private final List<String> commandLine;
  private final boolean overwrite;

  /**
   * @param files where to
   * @param commandLine the arguments as given
   * @param overwrite whether existing files are replaced
   */
  RunReport(OutputFiles files, List<String> commandLine, boolean overwrite) {
    this.files = files;
    this.commandLine = List.copyOf(commandLine);
    this.overwrite = overwrite;
  }

  /**
   * Writes the record of a picture that is about to appear.
   *
   * @param sitting what happened, and where
   * @param seconds by phase
   * @param whole the picture's file
   * @throws IOException if it cannot be written
   */
  void prepare(Sitting sitting, Map<String, Double> seconds, Path whole) throws IOException {
    Chronicle chronicle = sitting.chronicle();
    OptionalDouble peak = ResidentMemory.peakMegabytes();
    files
        .pending()
        .write(
            new RunRecord(
                chronicle.recipe(),
                files.picture().toAbsolutePath().normalize().toString(),
                Optional.of(Digests.sha256(whole)),
                commandLine,
                chronicle.started(),
                machine(sitting),
                seconds,
                chronicle.progress().scales(),
                peak.isPresent() ? Optional.of(peak.getAsDouble()) : Optional.empty(),
                chronicle.resumed(),
                chronicle.events(),
                Optional.of(Course.of(chronicle.progress().points()))));
  }

  /**
   * Puts the record beside the picture that has appeared.
   *
   * @throws OutputException if that fails
   */
  void publish() {
    try {
      files.pending().publish(overwrite);
    } catch (IOException e) {
      throw failed(files.record().toString(), e);
    }
  }

  /**
   * Draws the losses, if that was asked for.
   *
   * @param chronicle what happened
   * @throws OutputException if the plot cannot be written
   */
  void plot(Chronicle chronicle) {
    if (files.plot().isEmpty()) {
      return;
    }
    Path plot = files.plot().get();
    try {
      LossPlot.write(
          plot, files.picture().getFileName().toString(), chronicle.progress().points(), overwrite);
    } catch (IOException e) {
      throw failed(plot.toString(), e);
    }
  }

  private static Machine machine(Sitting sitting) {
    TorchRuntime runtime = sitting.studio().runtime();
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Processor.name(),
        Runtime.getRuntime().availableProcessors(),
        MachineMemory.read().totalMb(),
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        runtime.version() + ", DJL " + EngineCheck.djlVersion(),
        runtime.cudaIndex().isPresent() ? "cuda:" + runtime.cudaIndex().getAsInt() : "cpu",
        sitting.config().network().precision() == Precision.BFLOAT16);
  }

  private OutputException failed(String file, IOException e) {
    return new OutputException(
        "cannot write %s: %s; the picture itself is whole: %s"
            .formatted(file, e.getMessage(), files.picture()),
        e);
  }
}
