package impasto.batch;

/** Someone who paints one job at a time. */
public interface Worker {

  /** Hands over a job; what becomes of it is told in {@link WorkerNews}. */
  void send(WorkOrder order);

  /** Asks for an end: of the job at hand, which is saved as far as it is, and of the worker. */
  void stop();
}
