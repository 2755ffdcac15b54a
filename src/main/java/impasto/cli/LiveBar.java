package impasto.cli;

import impasto.transfer.Iteration;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A progress bar on a terminal, drawn anew twice a second by the library's daemon thread. While it
 * lives it stands in for {@code System.err}, so that log lines appear above it.
 */
final class LiveBar implements ProgressDisplay {
  private static final Logger LOG = LoggerFactory.getLogger(LiveBar.class);
  private static final int REDRAW_MILLISECONDS = 500;
  private static final long WHOLE = 1_000_000;

  private final Pace pace;
  private final LongSupplier clock;
  private final PrintStream terminal = System.err;
  private final StickyLine line;
  private final PrintStream above;
  private final ProgressBar bar;

  private Iteration last;
  private long lastAt;

  private LiveBar(Pace pace, ErrorTerminal screen, LongSupplier clock) {
    this.pace = pace;
    this.clock = clock;
    // Terminals differ in what they do after the last column: it stays empty.
    int columns = screen.columns() - 1;
    line = new StickyLine(terminal, columns);
    above = line.above();
    bar =
        new ProgressBarBuilder()
            .setInitialMax(WHOLE)
            .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
            .continuousUpdate()
            .setRenderer((state, width) -> text(state.getNormalizedProgress(), width))
            .setConsumer(new Screen(line, columns))
            .build();
    System.setErr(above);
  }

  /**
   * Shows a bar, or lines if that is not possible: a run does not fail because of its display.
   *
   * @param pace of a run that has not begun
   * @param screen where to
   * @param clock nanoseconds, from any beginning
   */
  static ProgressDisplay start(Pace pace, ErrorTerminal screen, LongSupplier clock) {
    try {
      return new LiveBar(pace, screen, clock);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("no progress bar: {}", e.toString());
      return new ProgressLog(pace);
    }
  }

  @Override
  public void iterated(Iteration iteration) {
    synchronized (this) {
      pace.iterated(iteration);
      last = iteration;
      lastAt = clock.getAsLong();
    }
    bar.stepTo((long) (WHOLE * pace.done()));
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

  private synchronized String text(double done, int columns) {
    if (last == null) {
      return BarText.of(done, List.of("starting", ""), columns);
    }
    String speed = BarText.item(pace.secondsPerIteration(), ProgressText::pace);
    String left = BarText.item(left(), seconds -> ProgressText.duration(seconds) + " left");
    return BarText.of(
        done,
        List.of(
            BarText.full(last) + speed + left,
            BarText.brief(last) + speed + left,
            BarText.number(last) + left,
            BarText.number(last)),
        columns);
  }

  /** What was left after the latest evaluation, less the time since then. */
  private OptionalDouble left() {
    OptionalDouble left = pace.secondsLeft();
    double since = (clock.getAsLong() - lastAt) / 1e9;
    return left.isEmpty() || pace.done() >= 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, left.getAsDouble() - since));
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
