package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.engine.EngineException;
import impasto.config.CoarseNetwork;
import impasto.config.LadderConfig;
import impasto.config.TransferConfig;
import impasto.torch.HostTensor;
import impasto.torch.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs whose network changes at the same size: the optimiser goes on with what it knows. */
class NetworkChangeTest {
  private final Studio studio = new Studio();
  private final TransferConfig config =
      Recipes.with(Recipes.quick(1), new LadderConfig(64, 64, 2, List.of(4), 4, 0));
  private final TransferInputs inputs =
      new TransferInputs(studio.content, List.of(studio.style), Optional.empty());

  @AfterEach
  void close() {
    studio.close();
  }

  /** What the optimiser has learnt of one network goes on to the next, also from a checkpoint. */
  @ParameterizedTest
  @EnumSource(names = {"BUILTIN", "SHALLOW"})
  void aRunGoesOnFromAnyEvaluationOverTheChangeOfNetworks(CoarseNetwork coarse) {
    Stylizer stylizer = stylizer(coarse);
    List<Checkpoint> kept = new ArrayList<>();
    float[] whole =
        stylizer
            .run(inputs, Optional.empty(), (it, now) -> kept.add(held(now)), () -> false)
            .picture()
            .rgb();

    assertThat(kept.get(4).tensors()).containsKeys("s0", "y0");
    for (Checkpoint checkpoint : kept) {
      float[] resumed =
          stylizer
              .run(inputs, Optional.of(checkpoint), (it, now) -> {}, () -> false)
              .picture()
              .rgb();
      assertThat(resumed).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BUILTIN", "SHALLOW"})
  void aRunStoppedAtTheChangeOfNetworksGoesOnFromItsFile(
      CoarseNetwork coarse, @TempDir Path folder) {
    Stylizer stylizer = stylizer(coarse);
    float[] whole =
        stylizer.run(inputs, Optional.empty(), (it, now) -> {}, () -> false).picture().rgb();
    Path file = folder.resolve("checkpoint.safetensors");
    // Asked before each evaluation: the fifth time is the first after the change.
    int[] asked = {0};
    TransferListener keeper =
        new TransferListener() {
          @Override
          public void iterated(Iteration iteration, Snapshot now) {}

          @Override
          public void stopped(Snapshot now) {
            try {
              CheckpointFile.write(file, now.checkpoint(), Map.of());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    stylizer.run(inputs, Optional.empty(), keeper, () -> ++asked[0] == 5);
    Checkpoint checkpoint = CheckpointFile.read(file).checkpoint();

    assertThat(checkpoint.position().evaluations()).isEqualTo(4);
    assertThat(
            stylizer
                .run(inputs, Optional.of(checkpoint), (it, now) -> {}, () -> false)
                .picture()
                .rgb())
        .isEqualTo(whole);
  }

  @Test
  void aNetworkThatCannotTakeOverLeavesThePictureOfTheOther() {
    int[] networks = {0};
    List<Iteration> told = new ArrayList<>();
    Stylizer stylizer =
        new Stylizer(
            studio.workshop,
            CoarseScalesTest.WHOLE,
            Recipes.withCoarse(config, CoarseNetwork.BUILTIN),
            whole -> {
              if (++networks[0] == 2) {
                throw new EngineException("CUDA out of memory");
              }
              return whole;
            });
    UnfinishedException failure =
        catchThrowableOfType(
            UnfinishedException.class,
            () ->
                stylizer.run(
                    inputs,
                    Optional.empty(),
                    (iteration, now) -> told.add(iteration),
                    () -> false));

    assertThat(told).hasSize(4);
    assertThat(
            CoarseScalesTest.score(
                studio, CoarseScales.load(), config, failure.lastGood().orElseThrow()))
        .isEqualTo(told.stream().mapToDouble(Iteration::loss).min().orElseThrow());
    studio.workshop.close();
    assertThat(TestEngine.arrays(studio.runtime.manager())).isZero();
  }

  private Stylizer stylizer(CoarseNetwork coarse) {
    TransferConfig recipe = Recipes.withCoarse(config, coarse);
    assertThat(CoarseScales.network(recipe, CoarseScalesTest.WHOLE)).isEqualTo(coarse);
    return new Stylizer(studio.workshop, CoarseScalesTest.WHOLE, recipe);
  }

  /** The checkpoint with its tensors fetched, as a file would have them. */
  private static Checkpoint held(Snapshot now) {
    Checkpoint checkpoint = now.checkpoint();
    Map<String, Supplier<HostTensor>> tensors = new LinkedHashMap<>();
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) -> {
              HostTensor fetched = tensor.get();
              tensors.put(name, () -> fetched);
            });
    return new Checkpoint(checkpoint.position(), checkpoint.numbers(), checkpoint.terms(), tensors);
  }
}
