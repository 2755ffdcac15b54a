package impasto.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Another process in the same folder, which holds the lock of a result until it ends. */
final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Starts it; it is in the folder and has the lock when this returns. */
  static OtherProcess holding(Path folder, String output) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    folder.toString(),
                    output))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    if (!"held".equals(said.readLine())) {
      process.destroyForcibly();
      throw new IllegalStateException("the other process did not get its lock");
    }
    return new OtherProcess(process);
  }

  /** Kills it without a chance to say anything. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** The other process. */
  public static void main(String[] args) throws IOException {
    try (JobLocks locks = JobLocks.enter(Path.of(args[0]), () -> {});
        JobLocks.Held held = locks.lock(args[1])) {
      Objects.requireNonNull(held);
      System.out.println("held");
      // Until the test ends.
      int end = System.in.read();
      System.out.println(end);
    }
  }
}
