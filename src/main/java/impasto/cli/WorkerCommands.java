package impasto.cli;

import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of worker processes: this program again, in the same Java with the same
 * options.
 *
 * @param engine of all of them together
 * @param workers how many there are
 * @param devices how many CUDA devices they are spread over; 0 if all have the same device
 * @param options that they share with the batch
 */
record WorkerCommands(EngineConfig engine, int workers, int devices, List<String> options) {

  /** Copies the list. */
  WorkerCommands {
    options = List.copyOf(options);
  }

  /**
   * The command line of a worker.
   *
   * @param place its number, from 0
   * @param folder where the results go
   */
  List<String> command(int place, Path folder) {
    List<String> command = programAgain();
    command.add(BatchWorkerCommand.NAME);
    command.addAll(options);
    command.add("--threads=" + Math.max(1, engine.threads() / workers));
    command.add("--device=" + device(place));
    command.add("--");
    command.add(folder.toString());
    return command;
  }

  /** This program, in the same Java with the same options; arguments can be added. */
  static List<String> programAgain() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        // A debugger's port is taken.
        .filter(option -> !option.startsWith("-agentlib:jdwp"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return command;
  }

  private String device(int place) {
    DeviceChoice device = engine.device();
    String kind = Converters.nameOf(device.kind());
    if (device.kind() != DeviceChoice.Kind.CUDA) {
      return kind;
    }
    return kind + ":" + (devices == 0 ? device.index() : place % devices);
  }
}
