package impasto.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person looks on as it happens. */
final class Terminal {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Whether standard error is a terminal on which things may be drawn: neither {@code NO_COLOR} nor
   * {@code TERM=dumb} says otherwise. Where Java cannot tell of standard error, the console counts.
   */
  @SuppressWarnings("SystemConsoleNull") // Until Java 21 it is null, and later isTerminal tells.
  static boolean isStandardError() {
    String plain = System.getenv("NO_COLOR");
    if ((plain != null && !plain.isEmpty()) || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    if (Files.isSymbolicLink(ERROR_STREAM)) {
      try {
        return Files.readSymbolicLink(ERROR_STREAM).toString().matches("/dev/(pts/|tty|console).*");
      } catch (IOException e) {
        return false;
      }
    }
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** Since Java 22 there is a console without a terminal too, with a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
