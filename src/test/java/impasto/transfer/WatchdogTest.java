package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.engine.EngineException;
import impasto.config.LadderConfig;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.torch.EngineMemoryException;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults are injected into a run over two scales of eight evaluations each. */
class WatchdogTest {
  private static final LadderConfig LADDER = new LadderConfig(64, 32, 2, List.of(8));
  private static final OptimizerConfig FIXED = new Lbfgs(1, 100, StepRule.FIXED, false);
  private static final OptimizerConfig SAFEGUARDED = new Lbfgs(1, 20, StepRule.SAFEGUARDED, false);
  private static final OptimizerConfig ADAM = new Adam(0.02, 0.9, 0.99, 1e-8, true, 0);

  private final Studio studio = new Studio();
  private final List<String> reasons = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();

  @AfterEach
  void close() {
    studio.close();
  }

  static Stream<Arguments> faults() {
    // The first evaluation, in the middle, the last of a scale, the first of the next, the last.
    return Stream.of(Faults.Kind.values())
        .flatMap(
            kind ->
                Stream.of(FIXED, SAFEGUARDED, ADAM)
                    .flatMap(
                        optimizer ->
                            Stream.of(1, 5, 8, 9, 16)
                                .filter(when -> when > 1 || kind != Faults.Kind.EXPLODED_LOSS)
                                .map(when -> Arguments.of(kind, optimizer, when))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aRunRecoversFromASingleFault(Faults.Kind kind, OptimizerConfig optimizer, int when) {
    TransferConfig config = recipe(optimizer);

    TransferResult result = paint(config, new Faults(kind, when));

    assertThat(result.complete()).isTrue();
    assertThat(result.evaluations()).isEqualTo(16);
    assertThat(studio.iterations).hasSize(16);
    assertFinite(result.picture());
    // It is the best of what was told at the last scale, in truth and not by a broken loss.
    assertThat(studio.loss(config, result.picture())).isEqualTo(lowestLossOfTheLastScale());
    assertThat(lowestLossOfTheLastScale()).isLessThan(0.75 * studio.loss(config, studio.content));
  }

  @Test
  void aFaultIsToldAndTheStepShortened() {
    paint(recipe(FIXED), new Faults(Faults.Kind.NAN_GRADIENT, 4, 6));

    assertThat(reasons)
        .hasSize(2)
        .allSatisfy(reason -> assertThat(reason).startsWith("the gradient is not finite; going"));
    assertThat(positions).extracting(Position::iteration).containsExactly(4, 6);
    assertThat(positions).extracting(Position::stepFactor).containsExactly(0.1, 0.1 * 0.1);
    assertThat(positions).extracting(Position::restarts).containsExactly(1, 2);
  }

  @Test
  void theNextScaleBeginsWithTheWholeStepAgain() {
    paint(recipe(FIXED), new Faults(Faults.Kind.INFINITE_LOSS, 4, 12));

    assertThat(positions).extracting(Position::stepFactor).containsExactly(0.1, 0.1);
  }

  @Test
  void aCarefulOptimiserSimplyRefusesATrialThatFails() {
    paint(recipe(SAFEGUARDED), new Faults(Faults.Kind.NAN_LOSS, 4, 5, 6));

    assertThat(reasons).isEmpty();
  }

  @Test
  void inBfloat16TheFirstRetryIsInFloat32AndStaysThere() {
    paint(
        recipe(FIXED).withPrecision(Precision.BFLOAT16),
        new Faults(Faults.Kind.NAN_LOSS, 3, 5, 11));

    assertThat(reasons.get(0)).contains("float32");
    assertThat(positions)
        .extracting(Position::precision)
        .containsExactly(Precision.FLOAT32, Precision.FLOAT32, Precision.FLOAT32);
    assertThat(positions).extracting(Position::restarts).containsExactly(0, 1, 1);
  }

  @ParameterizedTest
  @EnumSource(Faults.Kind.class)
  void aHopelessRunKeepsTheLastGoodPicture(Faults.Kind kind) {
    Integer[] fromTheTwelfth = IntStream.rangeClosed(12, 40).boxed().toArray(Integer[]::new);
    TransferConfig config =
        Recipes.with(recipe(FIXED), new LadderConfig(64, 32, 2, List.of(8, 30)));

    UnfinishedException failure = failing(config, new Faults(kind, fromTheTwelfth));

    assertThat(failure)
        .hasMessageContainingAll("64 x 48 pixels, after 3 restarts", "--learning-rate");
    Picture good = failure.lastGood().orElseThrow();
    assertThat(studio.loss(config, good)).isEqualTo(lowestLossOfTheLastScale());
    studio.workshop.close();
    assertThat(TestEngine.arrays(studio.runtime.manager())).isZero();
  }

  @Test
  void aScaleThatFailsFromTheStartLeavesTheLastScalesPicture() {
    Integer[] secondScale = IntStream.rangeClosed(9, 16).boxed().toArray(Integer[]::new);

    UnfinishedException failure =
        failing(recipe(FIXED), new Faults(Faults.Kind.NAN_LOSS, secondScale));

    Picture good = failure.lastGood().orElseThrow();
    assertThat(good.width()).isEqualTo(64);
    assertThat(studio.loss(recipe(FIXED), good))
        .isLessThan(studio.loss(recipe(FIXED), studio.content));
  }

  @Test
  void aRunThatFailsFromTheStartHasNoPicture() {
    Integer[] all = IntStream.rangeClosed(1, 16).boxed().toArray(Integer[]::new);

    UnfinishedException failure =
        failing(recipe(ADAM), new Faults(Faults.Kind.INFINITE_GRADIENT, all));

    assertThat(failure.lastGood()).isEmpty();
  }

  @Test
  void anEngineThatFailsLeavesTheLastGoodPicture() {
    int[] evaluations = {0};

    UnfinishedException failure =
        failing(
            recipe(FIXED),
            whole ->
                x -> {
                  if (++evaluations[0] == 13) {
                    throw new EngineException("DefaultCPUAllocator: can't allocate memory");
                  }
                  return whole.evaluate(x);
                });

    assertThat(failure).hasCauseInstanceOf(EngineMemoryException.class);
    Picture good = failure.lastGood().orElseThrow();
    assertThat(studio.loss(recipe(FIXED), good)).isEqualTo(lowestLossOfTheLastScale());
  }

  @Test
  void aScaleThatCannotBeginLeavesTheLastScalesPicture() {
    int[] scales = {0};

    UnfinishedException failure =
        failing(
            recipe(FIXED),
            whole -> {
              if (++scales[0] == 2) {
                throw new EngineException("CUDA out of memory");
              }
              return whole;
            });

    assertThat(failure.lastGood().orElseThrow().width()).isEqualTo(32);
    studio.workshop.close();
    assertThat(TestEngine.arrays(studio.runtime.manager())).isZero();
  }

  private UnfinishedException failing(TransferConfig config, UnaryOperator<Objective> faults) {
    return catchThrowableOfType(UnfinishedException.class, () -> paint(config, faults));
  }

  private TransferResult paint(TransferConfig config, UnaryOperator<Objective> faults) {
    studio.iterations.clear();
    return new Stylizer(studio.workshop, studio.weights, config, faults)
        .run(
            new TransferInputs(studio.content, List.of(studio.style), Optional.empty()),
            Optional.empty(),
            new TransferListener() {
              @Override
              public void iterated(Iteration iteration, Snapshot now) {
                studio.iterations.add(iteration);
              }

              @Override
              public void restarted(Position position, String reason) {
                positions.add(position);
                reasons.add(reason);
              }
            },
            () -> false);
  }

  private static TransferConfig recipe(OptimizerConfig optimizer) {
    return Recipes.with(Recipes.with(Recipes.quick(1), LADDER), optimizer);
  }

  private double lowestLossOfTheLastScale() {
    return studio.iterations.stream()
        .filter(iteration -> iteration.scale() == 2)
        // A broken gradient comes with a loss that is whole; its picture is not taken.
        .filter(iteration -> !iteration.terms().isEmpty())
        .mapToDouble(Iteration::loss)
        .min()
        .orElseThrow();
  }

  private static void assertFinite(Picture picture) {
    for (float value : picture.rgb()) {
      assertThat(Float.isFinite(value)).isTrue();
    }
  }
}
