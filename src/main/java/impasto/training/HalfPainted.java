package impasto.training;

import impasto.config.LadderConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.OriginalColors;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import impasto.transfer.Stylizer;
import impasto.transfer.TransferInputs;
import impasto.transfer.UnfinishedException;
import impasto.transfer.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures in the making, painted by the student itself: they are what it will be shown when it is
 * used, and they go where it sees wrongly. (Training on what the learner itself comes to is
 * DAgger's idea: Ross, Gordon and Bagnell, <i>A Reduction of Imitation Learning and Structured
 * Prediction to No-Regret Online Learning</i>, AISTATS 2011.) The oldest give way to new ones.
 */
final class HalfPainted {
  private static final Logger LOG = LoggerFactory.getLogger(HalfPainted.class);

  private static final int MOST = 600;
  private static final int SIDE = 128;
  private static final int ITERATIONS = 60;
  private static final Set<Integer> KEPT = Set.of(4, 10, 25, ITERATIONS);
  private static final double STRONGEST = 300;

  private final TorchRuntime runtime;
  private final TrainingPictures pictures;
  private final Precision precision;
  private final List<Picture> painted = new ArrayList<>();
  private int next;

  /**
   * @param runtime the engine
   * @param pictures photos and paintings in one
   * @param precision of the student
   */
  HalfPainted(TorchRuntime runtime, TrainingPictures pictures, Precision precision) {
    this.runtime = runtime;
    this.pictures = pictures;
    this.precision = precision;
  }

  /** Paints one picture, and keeps how it looked in between. */
  void paint(NetworkWeights student, SplittableRandom random) {
    Crops crops = new Crops(SIDE);
    TransferInputs inputs =
        new TransferInputs(
            crops.cut(pictures.any(random), random),
            List.of(crops.cut(pictures.any(random), random)),
            Optional.empty());
    try (Workshop workshop = new Workshop(runtime)) {
      new Stylizer(workshop, student, recipe(random))
          .run(
              inputs,
              Optional.empty(),
              (iteration, now) -> {
                if (KEPT.contains(iteration.iteration())) {
                  keep(now.picture());
                }
              },
              () -> false);
    } catch (UnfinishedException e) {
      LOG.warn("a picture less to train on: {}", e.getMessage());
    }
  }

  /** Whether there is none yet. */
  boolean isEmpty() {
    return painted.isEmpty();
  }

  /** One of them by lot. */
  Picture any(SplittableRandom random) {
    return painted.get(random.nextInt(painted.size()));
  }

  private void keep(Picture picture) {
    if (painted.size() < MOST) {
      painted.add(picture);
    } else {
      painted.set(next++ % MOST, picture);
    }
  }

  /** The default recipe at one scale, from faint to strong, at times from noise. */
  private TransferConfig recipe(SplittableRandom random) {
    TransferConfig base = Preset.IMPASTO.config();
    ObjectiveConfig objective = base.objective();
    boolean styleAlone = random.nextDouble() < 0.15;
    return new TransferConfig(
            new ObjectiveConfig(
                objective.contentLayers(),
                objective.styleLayers(),
                styleAlone ? 0 : objective.contentWeight(),
                Math.pow(STRONGEST, random.nextDouble()),
                objective.tvWeight(),
                objective.scaling(),
                PixelRange.UNIT,
                objective.statistics()),
            base.network(),
            new LadderConfig(SIDE, SIDE, 1, List.of(ITERATIONS)),
            base.optimizer(),
            random.nextDouble() < 0.15 ? new Start.Noise() : new Start.Content(),
            List.of(),
            OriginalColors.NONE,
            1,
            random.nextLong(),
            base.stopping(),
            base.coarse())
        .withPrecision(precision);
  }
}
