package impasto.cli;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(CommandLines.execute(args));
  }
}
