package impasto.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Runs this program again in a process of its own, and measures how long that takes. */
final class OwnProcess {
  private static final double NANOSECONDS = 1e9;
  private static final String SPEAKER = "impasto: ";

  private final AtomicReference<Process> running = new AtomicReference<>();

  /**
   * How a process went.
   *
   * @param exitCode what it exited with
   * @param seconds from its start to its end
   * @param complaint what it said last on standard error, if anything
   */
  record Ended(int exitCode, double seconds, Optional<String> complaint) {}

  /** Asks the process to end that is running, if there is one. */
  void stop() {
    Process process = running.get();
    if (process != null) {
      process.destroy();
    }
  }

  /**
   * Runs it to its end.
   *
   * @param arguments after {@code impasto}
   * @param stop whether the process should not go on, asked once it is running
   * @throws IOException if it cannot be started or heard
   * @throws InterruptedException if the thread is interrupted
   */
  Ended run(List<String> arguments, BooleanSupplier stop) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(WorkerCommands.programAgain());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    running.set(process);
    try {
      if (stop.getAsBoolean()) {
        process.destroy();
      }
      process.getOutputStream().close();
      List<String> said =
          new String(process.getErrorStream().readAllBytes(), Charset.defaultCharset())
              .lines()
              .toList();
      int exitCode = process.waitFor();
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      return new Ended(exitCode, seconds, complaint(said));
    } finally {
      running.set(null);
    }
  }

  private static Optional<String> complaint(List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith(SPEAKER))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring(SPEAKER.length()));
  }
}
