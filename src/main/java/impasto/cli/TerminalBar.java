package impasto.cli;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A progress bar on a terminal, drawn anew twice a second by the library's daemon thread. While it
 * lives it stands in for {@code System.err}, so that other lines appear above it.
 */
final class TerminalBar implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalBar.class);
  private static final int REDRAW_MILLISECONDS = 500;
  private static final long WHOLE = 1_000_000;

  private final PrintStream terminal = System.err;
  private final StickyLine line;
  private final PrintStream above;
  private final ProgressBar bar;

  private TerminalBar(ErrorTerminal screen, Text text) {
    // Terminals differ in what they do after the last column: it stays empty.
    int columns = screen.columns() - 1;
    line = new StickyLine(terminal, columns);
    above = line.above();
    bar =
        new ProgressBarBuilder()
            .setInitialMax(WHOLE)
            .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
            .continuousUpdate()
            .setRenderer((state, width) -> text.of(state.getNormalizedProgress(), width))
            .setConsumer(new Screen(line, columns))
            .build();
    System.setErr(above);
  }

  /** What the bar says. */
  @FunctionalInterface
  interface Text {

    /**
     * Draws it.
     *
     * @param done the share that is done, from 0 to 1
     * @param columns how many characters there are
     * @return exactly so many characters
     */
    String of(double done, int columns);
  }

  /**
   * Shows a bar; none if that is not possible: work does not fail because of its display.
   *
   * @param screen where to
   * @param text what it says; asked from another thread
   */
  static Optional<TerminalBar> start(ErrorTerminal screen, Text text) {
    try {
      return Optional.of(new TerminalBar(screen, text));
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("no progress bar: {}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * Moves the bar.
   *
   * @param done the share that is done, from 0 to 1
   */
  void stepTo(double done) {
    bar.stepTo((long) (WHOLE * done));
  }

  /** Draws the bar a last time and gives {@code System.err} back. */
  @Override
  public void close() {
    try {
      bar.close();
    } catch (RuntimeException e) {
      LOG.debug("the progress bar did not end by itself: {}", e.toString());
    }
    // The library forgets to if it had no time to draw at all.
    line.end();
    if (System.err == above) {
      System.setErr(terminal);
    }
  }

  /** What the library draws on. */
  private record Screen(StickyLine line, int getMaxRenderedLength) implements ProgressBarConsumer {
    @Override
    public void accept(String text) {
      line.draw(text);
    }

    @Override
    public void close() {
      line.end();
    }
  }
}
