package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The real command, run in a process of its own.
 *
 * @param exitCode what it exited with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int exitCode, String out, String err) {

  /**
   * What a command is started with.
   *
   * @param before a command that runs Java's, such as {@code strace -o FILE}; usually empty
   * @param java more options of Java
   * @param environment more environment variables
   */
  record Setting(List<String> before, List<String> java, Map<String, String> environment) {
    static final Setting PLAIN = new Setting(List.of(), List.of(), Map.of());
  }

  /** Runs a command to its end; paths among the arguments are relative to the folder. */
  static CommandRun in(Path folder, Object... args) throws IOException, InterruptedException {
    return with(Setting.PLAIN, folder, args);
  }

  /** The same in another setting. */
  static CommandRun with(Setting setting, Path folder, Object... args)
      throws IOException, InterruptedException {
    return of(start(setting, folder, args));
  }

  /** Waits for the end of a command. */
  static CommandRun of(Process process) throws IOException, InterruptedException {
    // Both at once: a command may say more on one than its pipe holds.
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> err(process));
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new CommandRun(process.waitFor(), out, err.join());
  }

  /**
   * What a command says on standard error, without what libtorch says there at every small
   * convolution in float32 on processors that its NNPACK cannot use.
   */
  private static String err(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), UTF_8)
          .replaceAll("(?m)^\\[W.*NNPACK.*\\R", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a command; the caller sees to it that it ends. */
  static Process start(Path folder, Object... args) throws IOException {
    return start(Setting.PLAIN, folder, args);
  }

  /** The same in another setting. */
  static Process start(Setting setting, Path folder, Object... args) throws IOException {
    List<String> command = new ArrayList<>(setting.before());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As the launcher starts it.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmn16m"));
    command.addAll(setting.java());
    command.addAll(
        List.of(
            // The users' logging, not the tests'.
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    Arrays.stream(args).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // With it, Java would greet on standard error.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(setting.environment());
    return builder.start();
  }
}
