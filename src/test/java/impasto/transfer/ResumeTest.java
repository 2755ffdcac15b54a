package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.LadderConfig;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Precision;
import impasto.config.StoppingConfig;
import impasto.config.TransferConfig;
import impasto.net.Reference;
import impasto.torch.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a checkpoint ends at the same values as one that was never stopped. */
class ResumeTest {
  private static final LadderConfig LADDER = new LadderConfig(64, 32, 2, List.of(7), 0, 0.5);

  private final Studio studio = new Studio();
  @TempDir Path folder;

  @AfterEach
  void close() {
    studio.close();
  }

  static Stream<Arguments> runs() {
    // Steps of 3 are refused now and then by the one, and the watchdog's business with the other.
    return Stream.of(
        Arguments.of(new Lbfgs(1, 100, StepRule.FIXED, false), Precision.FLOAT32, Set.of()),
        Arguments.of(new Lbfgs(1, 3, StepRule.FIXED, true), Precision.FLOAT32, Set.of(4, 9)),
        Arguments.of(new Lbfgs(3, 20, StepRule.SAFEGUARDED, false), Precision.FLOAT32, Set.of()),
        Arguments.of(
            new Lbfgs(1, 3, StepRule.SAFEGUARDED, false), Precision.FLOAT32, Set.of(2, 3, 4, 5, 6)),
        Arguments.of(new Lbfgs(1, 20, StepRule.FIXED, false), Precision.BFLOAT16, Set.of(5)),
        Arguments.of(
            new Lbfgs(3, 20, StepRule.SAFEGUARDED, Preconditioner.MULTILEVEL, true),
            Precision.FLOAT32,
            Set.of(3)),
        Arguments.of(new Adam(0.02, 0.9, 0.99, 1e-8, true, 0), Precision.FLOAT32, Set.of(8)),
        Arguments.of(new Adam(0.02, 0.9, 0.99, 1e-8, true, 0.9), Precision.FLOAT32, Set.of(8)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aRunGoesOnFromAnyEvaluationToTheSameValues(
      OptimizerConfig optimizer, Precision precision, Set<Integer> faults) {
    TransferConfig config =
        Recipes.with(Recipes.with(Recipes.quick(1), LADDER), optimizer).withPrecision(precision);
    Keeper keeper = new Keeper();
    float[] whole = paint(config, faults, Optional.empty(), keeper);

    for (int evaluation = 1; evaluation <= 14; evaluation++) {
      Checkpoint checkpoint = CheckpointFile.read(keeper.file(evaluation)).checkpoint();
      Set<Integer> later = new HashSet<>();
      for (int fault : faults) {
        later.add(fault - evaluation);
      }
      float[] resumed = paint(config, later, Optional.of(checkpoint), (iteration, now) -> {});
      assertThat(resumed).as("from evaluation %s", evaluation).isEqualTo(whole);
    }
  }

  @Test
  void aScaleThatEndedEarlyEndsThereAfterAnyCheckpoint() {
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new LadderConfig(64, 32, 2, List.of(40)))
            .withStopping(new StoppingConfig(0.3, 3, 0));
    Keeper keeper = new Keeper();
    float[] whole = paint(config, Set.of(), Optional.empty(), keeper);
    assertThat(keeper.count).isLessThan(60);

    for (int evaluation = 1; evaluation <= keeper.count; evaluation++) {
      Checkpoint checkpoint = CheckpointFile.read(keeper.file(evaluation)).checkpoint();
      float[] resumed = paint(config, Set.of(), Optional.of(checkpoint), (iteration, now) -> {});
      assertThat(resumed).as("from evaluation %s", evaluation).isEqualTo(whole);
    }
  }

  @Test
  void aRunGoesOnFromWhereItWasStopped() {
    TransferConfig config = Recipes.with(Recipes.quick(1), LADDER);
    Keeper keeper = new Keeper();
    float[] whole = paint(config, Set.of(), Optional.empty(), keeper);
    // Before the second scale's first evaluation.
    new Stylizer(studio.workshop, studio.weights, config)
        .run(inputs(), Optional.empty(), keeper, () -> keeper.count >= 14 + 7);

    Checkpoint checkpoint = CheckpointFile.read(keeper.file(0)).checkpoint();

    assertThat(checkpoint.position().scale()).isEqualTo(1);
    assertThat(checkpoint.position().iteration()).isZero();
    assertThat(paint(config, Set.of(), Optional.of(checkpoint), (iteration, now) -> {}))
        .isEqualTo(whole);
  }

  @Test
  void theCountOfEvaluationsGoesOn() {
    TransferConfig config = Recipes.with(Recipes.quick(1), LADDER);
    Keeper keeper = new Keeper();
    paint(config, Set.of(), Optional.empty(), keeper);
    Checkpoint checkpoint = CheckpointFile.read(keeper.file(10)).checkpoint();
    studio.iterations.clear();

    paint(
        config,
        Set.of(),
        Optional.of(checkpoint),
        (iteration, now) -> studio.iterations.add(iteration));

    assertThat(studio.iterations)
        .extracting(Iteration::evaluations)
        .containsExactly(11, 12, 13, 14);
    assertThat(studio.iterations).extracting(Iteration::iteration).containsExactly(4, 5, 6, 7);
    assertThat(studio.iterations.get(0).seconds()).isGreaterThan(checkpoint.position().seconds());
  }

  @Test
  void aCheckpointOfAnotherLadderIsRefused() {
    Keeper keeper = new Keeper();
    paint(Recipes.with(Recipes.quick(1), LADDER), Set.of(), Optional.empty(), keeper);
    Checkpoint checkpoint = CheckpointFile.read(keeper.file(10)).checkpoint();

    assertThatThrownBy(() -> paint(Recipes.quick(3), Set.of(), Optional.of(checkpoint), keeper))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another ladder");
  }

  @Test
  void notesTravelWithACheckpoint() throws Exception {
    Keeper keeper = new Keeper();
    paint(Recipes.quick(1), Set.of(), Optional.empty(), keeper);

    assertThat(CheckpointFile.read(keeper.file(1)).notes())
        .containsExactlyEntriesOf(Map.of("recipe", "{\"a\": \"\u00e4\n\"}"));
  }

  @Test
  void aDamagedCheckpointIsRefused() throws Exception {
    Keeper keeper = new Keeper();
    paint(Recipes.quick(1), Set.of(), Optional.empty(), keeper);
    byte[] bytes = Files.readAllBytes(keeper.file(1));
    Path cut = folder.resolve("cut.safetensors");
    for (int length : new int[] {0, 7, 8, 100, 900, bytes.length / 2, bytes.length - 1}) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> CheckpointFile.read(cut))
          .isInstanceOf(UnusableCheckpointException.class)
          .hasMessageContainingAll("cut.safetensors", "--overwrite");
    }
    assertThatThrownBy(() -> CheckpointFile.read(Reference.path("slim-vgg19.safetensors")))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining("no checkpoint");
  }

  private float[] paint(
      TransferConfig config,
      Set<Integer> faults,
      Optional<Checkpoint> resumed,
      TransferListener listener) {
    UnaryOperator<Objective> broken =
        new Faults(Faults.Kind.NAN_LOSS, faults.toArray(Integer[]::new));
    return new Stylizer(studio.workshop, studio.weights, config, broken)
        .run(inputs(), resumed, listener, () -> false)
        .picture()
        .rgb();
  }

  private TransferInputs inputs() {
    return new TransferInputs(studio.content, List.of(studio.style), Optional.empty());
  }

  /** Keeps a checkpoint of each evaluation; as number 0 that of a stop. */
  private final class Keeper implements TransferListener {
    private int count;

    @Override
    public void iterated(Iteration iteration, Snapshot now) {
      count++;
      keep(iteration.evaluations(), now);
    }

    @Override
    public void stopped(Snapshot now) {
      keep(0, now);
    }

    private void keep(int number, Snapshot now) {
      try {
        CheckpointFile.write(
            file(number), now.checkpoint(), Map.of("recipe", "{\"a\": \"\u00e4\n\"}"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Path file(int number) {
      return folder.resolve(number + ".safetensors");
    }
  }
}
