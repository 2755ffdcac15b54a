package impasto.transfer;

import impasto.image.Picture;
import impasto.optim.OptimizerState;
import java.util.function.BooleanSupplier;

/** Counts the evaluations of a run, tells the listener, and knows when to stop. */
final class Clock {
  private final long start = System.nanoTime();
  private final int scales;
  private final TransferListener listener;
  private final BooleanSupplier stop;
  private int evaluations;
  private boolean stopped;

  Clock(int scales, TransferListener listener, BooleanSupplier stop) {
    this.scales = scales;
    this.listener = listener;
    this.stop = stop;
  }

  void evaluated(int scale, Picture content, int iteration, int iterations, OptimizerState state) {
    evaluations++;
    listener.iterated(
        new Iteration(
            scale + 1,
            scales,
            content.width(),
            content.height(),
            iteration,
            iterations,
            evaluations,
            state.value(),
            state.terms(),
            (System.nanoTime() - start) / 1e9));
  }

  /** Asks whether to stop, and remembers a yes. */
  boolean stopRequested() {
    stopped |= stop.getAsBoolean();
    return stopped;
  }

  /** Whether the run was stopped. */
  boolean stopped() {
    return stopped;
  }
}
