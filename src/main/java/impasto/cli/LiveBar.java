package impasto.cli;

import impasto.transfer.Iteration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Shows by a bar on a terminal how far a run is. */
final class LiveBar implements ProgressDisplay {
  private final Pace pace;
  private final LongSupplier clock;
  private final Optional<TerminalBar> bar;

  private Iteration last;
  private long lastAt;

  private LiveBar(Pace pace, ErrorTerminal screen, LongSupplier clock) {
    this.pace = pace;
    this.clock = clock;
    bar = TerminalBar.start(screen, this::text);
  }

  /**
   * Shows a bar, or lines if that is not possible.
   *
   * @param pace of a run that has not begun
   * @param screen where to
   * @param clock nanoseconds, from any beginning
   */
  static ProgressDisplay start(Pace pace, ErrorTerminal screen, LongSupplier clock) {
    LiveBar live = new LiveBar(pace, screen, clock);
    return live.bar.isPresent() ? live : new ProgressLog(pace);
  }

  @Override
  public void iterated(Iteration iteration) {
    synchronized (this) {
      pace.iterated(iteration);
      last = iteration;
      lastAt = clock.getAsLong();
    }
    bar.ifPresent(it -> it.stepTo(pace.done()));
  }

  @Override
  public void close() {
    bar.ifPresent(TerminalBar::close);
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
}
