package impasto.cli;

import impasto.config.TrainingConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** How a network is trained. */
final class TrainingOptions {
  @Option(
      names = "--widths",
      split = ",",
      paramLabel = "C",
      description =
          "Output channels, a number for each of the teacher's convolutions up to conv5_1. "
              + "Default: those of the built-in network.")
  private List<Integer> widths = List.of(16, 16, 32, 32, 80, 64, 64, 64, 160, 128, 128, 128, 256);

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of the optimiser. Default: 9000.")
  private int steps = 9_000;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "The highest learning rate of Adam. Default: 1e-3.")
  private double learningRate = 1e-3;

  @Option(names = "--crops", paramLabel = "N", description = "Crops a step. Default: 16.")
  private int crops = 16;

  @Option(
      names = "--crop-size",
      paramLabel = "PX",
      description = "The side of a crop. Default: 64.")
  private int side = 64;

  @Option(
      names = "--painted",
      paramLabel = "SHARE",
      description =
          "The share of crops that are cut out of pictures which the network paints while it is "
              + "trained. Default: 0.35.")
  private double painted = 0.35;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the crops and of what is painted. Default: 1.")
  private long seed = 1;

  /** The settings. */
  TrainingConfig toConfig() {
    return new TrainingConfig(widths, steps, learningRate, crops, side, painted, seed);
  }
}
