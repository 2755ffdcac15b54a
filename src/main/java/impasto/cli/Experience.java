package impasto.cli;

import impasto.batch.Rates;
import impasto.report.RunRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How long pictures took with each network, and so how long others will. */
final class Experience {
  private final Map<ModelOptions.Key, Rates> byNetwork = new HashMap<>();

  /** What the pictures that lie in the places of jobs have taken. */
  static Experience of(List<PlannedJob> jobs) {
    Experience experience = new Experience();
    for (PlannedJob job : jobs) {
      job.verdict().standing().ifPresent(record -> experience.add(job, record));
    }
    return experience;
  }

  /** Takes note of a picture. */
  void add(PlannedJob job, RunRecord record) {
    if (record.resumed() > 0 || record.scales().isEmpty()) {
      // Its times are those of its last part.
      return;
    }
    long pixels =
        record.scales().stream()
            .mapToLong(scale -> (long) scale.width() * scale.height())
            .max()
            .orElse(0);
    rates(job).add(pixels, job.work(record.scales()), record.seconds().getOrDefault("total", 0.0));
  }

  /** How long a job will take, in seconds; empty if nothing is known. */
  OptionalDouble seconds(PlannedJob job) {
    OptionalDouble known = rates(job).seconds(job.pixels(), job.work());
    double limit = job.order().request().config().stopping().timeLimit();
    return known.isEmpty() || limit == 0
        ? known
        : OptionalDouble.of(Math.min(known.getAsDouble(), limit));
  }

  private Rates rates(PlannedJob job) {
    return byNetwork.computeIfAbsent(job.order().models().key(), key -> new Rates());
  }
}
