package impasto.transfer;

import impasto.image.Picture;
import impasto.optim.OptimizerState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Counts the evaluations of a run, tells the listener, and knows when to stop. */
final class Clock {
  private final long start = System.nanoTime();
  private final int scales;
  private final TransferListener listener;
  private final BooleanSupplier stop;
  private final double secondsBefore;
  private int evaluations;
  private boolean stopped;

  /**
   * @param scales how many there are
   * @param listener hears of each evaluation
   * @param stop says when to stop
   * @param resumed where an earlier run left off, if there was one
   */
  Clock(int scales, TransferListener listener, BooleanSupplier stop, Optional<Position> resumed) {
    this.scales = scales;
    this.listener = listener;
    this.stop = stop;
    evaluations = resumed.map(Position::evaluations).orElse(0);
    secondsBefore = resumed.map(Position::seconds).orElse(0.0);
  }

  /** Counts an evaluation. */
  void evaluated() {
    evaluations++;
  }

  /**
   * Tells of the last evaluation.
   *
   * @param leftOut terms that the optimiser does not know of, by name
   */
  void tell(
      int scale,
      Picture content,
      int iteration,
      int iterations,
      OptimizerState state,
      Map<String, Double> leftOut,
      Snapshot now) {
    Map<String, Double> terms = new LinkedHashMap<>(state.terms());
    terms.putAll(leftOut);
    listener.iterated(
        new Iteration(
            scale + 1,
            scales,
            content.width(),
            content.height(),
            iteration,
            iterations,
            evaluations,
            state.value() + leftOut.values().stream().mapToDouble(term -> term).sum(),
            terms,
            seconds()),
        now);
  }

  /** Tells that the run goes on from an earlier picture. */
  void tellRestart(Position position, String reason) {
    listener.restarted(position, reason);
  }

  /** Tells that a scale ends early. */
  void tellEnd(Position position, String reason) {
    listener.endedEarly(position, reason);
  }

  /** Evaluations so far, those of an earlier part of the run included. */
  int evaluations() {
    return evaluations;
  }

  /** Seconds so far, those of an earlier part of the run included. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  /** Asks whether to stop, tells the listener of the first yes, and remembers it. */
  boolean stopRequested(Snapshot now) {
    if (!stopped && stop.getAsBoolean()) {
      stopped = true;
      listener.stopped(now);
    }
    return stopped;
  }

  /** Whether the run was stopped. */
  boolean stopped() {
    return stopped;
  }
}
