package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.CoarseNetwork;
import impasto.image.Size;
import impasto.report.ScaleRecord;
import impasto.transfer.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  private final PlannedJob job = PlannedJobs.planned("a.png", 64, 30);

  @Test
  void aJobIsPlannedWithItsScales() {
    assertThat(job.isToPaint()).isTrue();
    assertThat(job.pixels()).isEqualTo(64 * 48);
    assertThat(job.work()).isEqualTo(64 * 48 * 30);
  }

  @Test
  void picturesThatLieThereTellHowLongOthersTake() {
    Experience nothing = Experience.of(List.of(job));
    assertThat(nothing.seconds(job)).isEmpty();

    PlannedJob skipped =
        PlannedJobs.with(job, new Verdict.Skip(PlannedJobs.record(64, 48, 30, 0, 5)));
    assertThat(Experience.of(List.of(skipped)).seconds(job)).hasValueCloseTo(5.0, within(1e-9));

    PlannedJob stale =
        PlannedJobs.with(job, new Verdict.Stale(PlannedJobs.record(64, 48, 60, 0, 5), "a reason"));
    assertThat(Experience.of(List.of(stale)).seconds(job)).hasValueCloseTo(2.5, within(1e-9));
  }

  @Test
  void scalesOfTheCoarseNetworkCountAsThePlanCountsThem() {
    Plan.Rung rung = new Plan.Rung(new Size(64, 48), List.of(), 30, CoarseNetwork.BUILTIN);
    PlannedJob coarse =
        new PlannedJob(
            job.task(), job.order(), Optional.of(new Plan(List.of(rung))), 0, job.verdict());
    Experience experience = Experience.of(List.of());
    experience.add(coarse, PlannedJobs.record(64, 48, 30, 0, 5));

    assertThat(experience.seconds(coarse)).hasValueCloseTo(5.0, within(1e-9));
    // The same scale by the recipe's own network.
    assertThat(experience.seconds(job)).hasValueCloseTo(40.0, within(1e-9));
  }

  @Test
  void twoNetworksAtOneSizeCountAsThePlanCountsEach() {
    Size size = new Size(64, 48);
    Plan plan =
        new Plan(
            List.of(
                new Plan.Rung(size, List.of(), 30, CoarseNetwork.BUILTIN),
                new Plan.Rung(size, List.of(), 15, CoarseNetwork.SAME)));
    PlannedJob finished =
        new PlannedJob(job.task(), job.order(), Optional.of(plan), 0, job.verdict());
    Experience experience = Experience.of(List.of());
    experience.add(finished, PlannedJobs.record(List.of(scale(size, 30), scale(size, 15)), 0, 6));

    assertThat(experience.seconds(finished)).hasValueCloseTo(6.0, within(1e-9));
    // 30 evaluations by the recipe's own network, for 30 at an eighth and 15.
    assertThat(experience.seconds(job)).hasValueCloseTo(6 * 30 / 18.75, within(1e-9));
  }

  @Test
  void aRunThatWasResumedTellsNothing() {
    Experience experience = Experience.of(List.of());
    experience.add(job, PlannedJobs.record(64, 48, 30, 1, 5));
    assertThat(experience.seconds(job)).isEmpty();
  }

  @Test
  void anotherNetworkTakesAnotherTime() {
    PlannedJob other = PlannedJobs.planned("b.png", 64, 30, Path.of("builtin"));
    Experience experience = Experience.of(List.of());
    experience.add(job, PlannedJobs.record(64, 48, 30, 0, 5));
    assertThat(experience.seconds(other)).isEmpty();

    experience.add(other, PlannedJobs.record(64, 48, 30, 0, 1));
    assertThat(experience.seconds(other)).hasValueCloseTo(1.0, within(1e-9));
    assertThat(experience.seconds(job)).hasValueCloseTo(5.0, within(1e-9));
    // The same network in another command line.
    assertThat(experience.seconds(PlannedJobs.planned("c.png", 32, 30)))
        .hasValueCloseTo(1.25, within(1e-9));
  }

  private static ScaleRecord scale(Size size, int evaluations) {
    return new ScaleRecord(size.width(), size.height(), evaluations, 1, Map.of(), 1);
  }
}
