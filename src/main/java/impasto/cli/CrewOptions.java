package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Redo;
import java.time.Instant;
import picocli.CommandLine.Option;

/** How a batch goes on. */
final class CrewOptions {
  @Option(
      names = "--redo",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Redos.class,
      description =
          "Paint again what is there: stale (made from other files or settings) or all. "
              + "Default: never.")
  private Redo redo = Redo.NEVER;

  @Option(
      names = "--retry",
      paramLabel = "N",
      description =
          "Try a job again so often if its worker died or its computation failed. Default: 1.")
  private int retries = 1;

  @Option(names = "--fail-fast", description = "Begin nothing new after a failure.")
  private boolean failFast;

  @Option(names = "--limit", paramLabel = "N", description = "Paint at most N pictures.")
  private Integer limit;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be done: sizes, estimated time and memory, what would be skipped, what "
              + "cannot work and why.")
  private boolean dryRun;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Worker processes, which share the threads. Default: 1; with --device cuda one a device.")
  private Integer workers;

  /**
   * How its workers work.
   *
   * @param devices how many devices are to be used
   * @param overwrite whether files are replaced that no record of ours describes
   * @throws IllegalArgumentException if a number is out of its range
   */
  CrewRules toRules(int devices, boolean overwrite) {
    return new CrewRules(
        workers == null ? Math.max(1, devices) : atLeast("--workers", 1, workers),
        atLeast("--retry", 0, retries),
        failFast,
        redo,
        overwrite,
        Instant.now());
  }

  /**
   * How many pictures are painted at most.
   *
   * @throws IllegalArgumentException if it is negative
   */
  int limit() {
    return limit == null ? Integer.MAX_VALUE : atLeast("--limit", 0, limit);
  }

  /** Whether nothing is painted, only told. */
  boolean dryRun() {
    return dryRun;
  }

  private static int atLeast(String option, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, not %d".formatted(option, least, value));
    }
    return value;
  }
}
