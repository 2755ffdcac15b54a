package impasto.batch;

/**
 * A job on its way through a crew.
 *
 * @param task the job
 * @param failures how often it was tried in vain
 * @param patient whether it is waited for if another process has it
 */
record Attempt(Task task, int failures, boolean patient) {

  /** A job that was never tried. */
  static Attempt first(Task task) {
    return new Attempt(task, 0, false);
  }

  /** The same after a failure. */
  Attempt failed() {
    return new Attempt(task, failures + 1, patient);
  }

  /** The same, waited for. */
  Attempt waited() {
    return new Attempt(task, failures, true);
  }
}
