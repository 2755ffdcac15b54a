package impasto.cli;

import impasto.batch.Job;
import impasto.config.DeviceChoice;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.Size;
import impasto.net.NetworkWeights;
import impasto.report.Printable;
import impasto.torch.FreedMemory;
import impasto.torch.MachineMemory;
import impasto.transfer.MemoryEstimate;
import impasto.transfer.Plan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Says what a batch would do, without doing anything. */
final class DryRun {
  private final BatchSetup setup;
  private final BatchPlanner planner;
  private final StringBuilder text = new StringBuilder();
  private final long availableMb = MachineMemory.read().availableMb();
  private int painted;
  private int skipped;
  private int stale;
  private int impossible;
  private int left;
  private double seconds;
  private double megabytes;
  private boolean assumed;

  /**
   * @param setup how the batch would go on
   * @param planner looks at its jobs
   */
  DryRun(BatchSetup setup, BatchPlanner planner) {
    this.setup = setup;
    this.planner = planner;
  }

  /**
   * Prints a line a job and what all come to.
   *
   * @param jobs all jobs of this process's share
   * @param orders what their command lines ask for
   * @return whether all can be painted
   */
  ExitCode print(List<Job> jobs, List<Order> orders) {
    List<PlannedJob> planned = planner.plan(jobs, orders, () -> false);
    Experience experience = Experience.of(planned);
    planned.forEach(job -> add(job, experience));
    total();
    System.out.print(text);
    System.out.flush();
    return impossible > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  private void add(PlannedJob job, Experience experience) {
    Verdict verdict = job.verdict();
    if (verdict instanceof Verdict.Skip) {
      skipped++;
      line("skip", job, "done already");
    } else if (verdict instanceof Verdict.Stale kept) {
      stale++;
      line("stale", job, kept.reason());
    } else if (verdict instanceof Verdict.Impossible refused) {
      impossible++;
      line("cannot", job, refused.reason());
    } else if (painted >= setup.limit()) {
      left++;
      line("later", job, "beyond --limit");
    } else {
      paint(job, job.plan().orElseThrow(), experience);
    }
  }

  private void paint(PlannedJob job, Plan plan, Experience experience) {
    TransferConfig config = config(job);
    NetworkWeights weights = planner.model(job.order()).upTo(config);
    Size size = plan.finest().content();
    MemoryEstimate memory =
        new MemoryEstimate(config, weights, job.inputPixels(), FreedMemory.isKept(onCuda()));
    MemoryCheck check = new MemoryCheck(memory, size, availableMb, "in this machine");
    if (!check.fits() && !onCuda() && !job.order().keeping().force()) {
      impossible++;
      line("cannot", job, check.message());
      return;
    }
    painted++;
    OptionalDouble known = experience.seconds(job);
    assumed |= known.isEmpty();
    double time =
        known.orElseGet(
            () -> operations(plan, weights) / (threads() * rate(config.network().precision())));
    seconds += time;
    megabytes = Math.max(megabytes, memory.megabytes(size));
    line(
        "paint",
        job,
        "%d x %d, about %s and %.0f MB"
            .formatted(
                size.width(), size.height(), ProgressText.duration(time), memory.megabytes(size)));
  }

  /** In the precision that suits the processor, unless one is told. */
  private static TransferConfig config(PlannedJob job) {
    Precision precision =
        job.order().request().precision().orElseGet(() -> EngineOptions.suiting(false));
    return job.order().request().config().withPrecision(precision);
  }

  private static double operations(Plan plan, NetworkWeights weights) {
    return plan.rungs().stream()
        .mapToDouble(
            rung ->
                rung.work()
                    / rung.content().pixels()
                    * weights
                        .network()
                        .operations(
                            weights.widths(), rung.content().width(), rung.content().height()))
        .sum();
  }

  /** What a thread of a recent processor does for VGG19, in operations a second. */
  private static double rate(Precision precision) {
    return switch (precision) {
      case FLOAT32, FLOAT64 -> 60e9;
      case WINOGRAD -> 90e9;
      case BFLOAT16 -> 120e9;
    };
  }

  private int threads() {
    return Math.max(1, setup.workers().engine().threads() / setup.rules().workers());
  }

  private boolean onCuda() {
    return setup.workers().engine().device().kind() == DeviceChoice.Kind.CUDA;
  }

  private void line(String verdict, PlannedJob job, String words) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-6s %s: %s%n",
            verdict,
            Printable.text(job.task().job().output()),
            Printable.text(words)));
  }

  private void total() {
    text.append(
        String.format(
            Locale.ROOT,
            "%d to paint, %d skipped, %d stale, %d that cannot be painted%s%n",
            painted,
            skipped,
            stale,
            impossible,
            left == 0 ? "" : ", " + left + " left for later"));
    if (painted > 0) {
      int workers = Math.min(painted, setup.rules().workers());
      text.append(
          String.format(
              Locale.ROOT,
              "about %s with %d worker%s of about %.0f MB%n",
              ProgressText.duration(seconds / workers),
              workers,
              workers == 1 ? "" : "s",
              megabytes));
      if (workers * megabytes > availableMb && !onCuda()) {
        text.append(
            "that is more than the %d MB free in this machine: use fewer --workers%n"
                .formatted(availableMb));
      }
      text.append(
          assumed
              ? "(a guess, as no such picture was painted here yet: %.0f billion operations a second and thread)%n"
                  .formatted(rate(EngineOptions.suiting(false)) / 1e9)
              : "(from the times of pictures that lie there)%n".formatted());
    }
  }
}
