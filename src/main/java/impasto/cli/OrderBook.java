package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.batch.WorkOrder;
import impasto.report.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The jobs that a batch asks a worker for. They are read on a thread of their own, which notices at
 * once when the batch wants an end, or has come to its own.
 */
final class OrderBook {
  private final BlockingQueue<Optional<WorkOrder>> orders = new LinkedBlockingQueue<>();
  private final Object lock = new Object();
  private boolean ended;
  private Thread waiting;

  private OrderBook() {}

  /** Begins to read. */
  static OrderBook read(InputStream in) {
    OrderBook book = new OrderBook();
    Thread reader = new Thread(() -> book.follow(in), "orders");
    reader.setDaemon(true);
    reader.start();
    return book;
  }

  /** Waits for the next job; empty if there is none any more. */
  Optional<WorkOrder> next() {
    try {
      return hasEnded() ? Optional.empty() : orders.take();
    } catch (InterruptedException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing more is wanted, not even the job at hand. */
  boolean hasEnded() {
    synchronized (lock) {
      return ended;
    }
  }

  /** Ends all: nothing more is wanted. */
  void end() {
    synchronized (lock) {
      ended = true;
      if (waiting != null) {
        waiting.interrupt();
      }
    }
    orders.add(Optional.empty());
  }

  /**
   * Waits for something else, but not beyond the end of all.
   *
   * @param <T> the type of its result
   * @param wait what waits; it fails if its thread is interrupted
   * @return its result
   * @throws IOException if it fails, or all has ended
   */
  <T> T waiting(Wait<T> wait) throws IOException {
    synchronized (lock) {
      if (ended) {
        throw new IOException("the batch has ended");
      }
      waiting = Thread.currentThread();
    }
    try {
      return wait.run();
    } finally {
      synchronized (lock) {
        waiting = null;
      }
    }
  }

  /** Something that waits. */
  @FunctionalInterface
  interface Wait<T> {
    T run() throws IOException;
  }

  private void follow(InputStream in) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // A line that was cut off by the batch's death is none.
        JsonLines.parse(WorkOrder.class, line).ifPresent(order -> orders.add(Optional.of(order)));
      }
    } catch (IOException e) {
      // Whoever cannot be heard any more wants nothing.
    }
    end();
  }
}
