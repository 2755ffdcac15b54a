package impasto.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * A line at the bottom of a terminal that is drawn anew in place, while other lines appear above
 * it. It uses carriage returns and spaces only, which every terminal understands.
 */
final class StickyLine {
  private final PrintStream terminal;
  private final int columns;
  private String drawn = "";
  private boolean ended;

  /**
   * @param terminal where to draw
   * @param columns how wide the line may be
   */
  StickyLine(PrintStream terminal, int columns) {
    this.terminal = terminal;
    this.columns = columns;
  }

  /** Replaces the line. */
  synchronized void draw(String line) {
    if (!ended) {
      drawn = line;
      terminal.print("\r" + line);
      terminal.flush();
    }
  }

  /** Leaves the line as it is, and the cursor on a fresh one. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      if (!drawn.isEmpty()) {
        terminal.println();
      }
      terminal.flush();
    }
  }

  /** A stream whose lines appear above this one, and as always once it has ended. */
  PrintStream above() {
    return new PrintStream(new Above(), true, Charset.defaultCharset());
  }

  private synchronized void print(byte[] lines) {
    if (!drawn.isEmpty() && !ended) {
      terminal.print("\r" + " ".repeat(columns) + "\r");
    }
    terminal.write(lines, 0, lines.length);
    if (!ended) {
      terminal.print(drawn);
    }
    terminal.flush();
  }

  /** Holds bytes back until their line is whole. */
  private final class Above extends OutputStream {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int value) {
      held.write(value);
      if (value == '\n') {
        print(held.toByteArray());
        held.reset();
      }
    }
  }
}
