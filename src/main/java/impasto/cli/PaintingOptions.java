package impasto.cli;

import static impasto.cli.ObjectiveOptions.or;

import impasto.config.LadderConfig;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OriginalColors;
import impasto.config.Start;
import impasto.config.StoppingConfig;
import impasto.config.TransferConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** How the picture is optimised. Options that are not given come from the preset. */
final class PaintingOptions {
  @Option(
      names = "--style-blend",
      paramLabel = "SHARE",
      split = ",",
      description = "Shares of several styles, such as 3,7. Default: equal.")
  private List<Double> styleBlend;

  @Option(
      names = {"-s", "--size"},
      paramLabel = "PX",
      converter = SizeConverter.class,
      description = "Longer side of the result, or 'original' for the photo's own. Default: 512.")
  private Integer size;

  @Option(
      names = "--min-size",
      paramLabel = "PX",
      description = "Longer side of the coarsest scale. Default: 128.")
  private Integer minSize;

  @Option(
      names = "--scales",
      paramLabel = "N",
      description =
          "How many scales, from coarse to fine; 1 is a single one. "
              + "Default (impasto): each about twice the one before.")
  private Integer scales;

  @Option(
      names = {"-n", "--iterations"},
      paramLabel = "N",
      split = ",",
      description =
          "Evaluations of the objective at each scale; the last number holds for all further "
              + "scales. Default (impasto): 60,40,30,15,10.")
  private List<Integer> iterations;

  @Option(
      names = "--finish-iterations",
      paramLabel = "N",
      description =
          "Evaluations of the whole network of --model at the finest scale, after those of "
              + "--coarse-network; 0 has it paint that scale alone. Default (impasto): 15, but no more "
              + "than the last of --iterations.")
  private Integer finish;

  @Option(
      names = "--content-detail",
      paramLabel = "SHARE",
      description =
          "How much of the photo's finer detail each scale adds to the picture of the scale before: 0 "
              + "(none, the most painterly) to 1 (all of it, the crispest). Default (impasto): 0.5.")
  private Double detail;

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      description =
          "End a scale when the loss has fallen by less than this share in 20 evaluations; 0 does "
              + "all iterations. Default (impasto, L-BFGS): 0.005.")
  private Double tolerance;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Paint all scales within this time, such as 90s, 5m or 1h, with fewer iterations if need "
              + "be. The picture then depends on the machine's speed.")
  private Double timeLimit;

  @Option(
      names = "--init",
      paramLabel = "START",
      completionCandidates = Candidates.Starts.class,
      converter = StartConverter.class,
      description = "What to start from: content, random or a picture. Default (impasto): content.")
  private Start start;

  @Option(
      names = "--original-colors",
      paramLabel = "HOW",
      completionCandidates = Candidates.Colors.class,
      description =
          "Keep the photo's colours: none; luminance (paint its lightness only); match (recolour "
              + "the painting like the photo first). Default: none.")
  private OriginalColors originalColors;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      completionCandidates = Candidates.Optimizers.class,
      description = "lbfgs or adam. Default (impasto): lbfgs.")
  private OptimizerChoice.Name optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description =
          "Factor of the steps of L-BFGS (default: 1), length of Adam's in the picture's units "
              + "(default: 0.02 of white).")
  private Double learningRate;

  @Option(
      names = "--averaging",
      paramLabel = "D",
      description =
          "Decay of the running average of Adam's points, which is then the result; 0 for the last "
              + "point. Default (impasto): 0.")
  private Double averaging;

  @Option(
      names = "--lbfgs-history",
      paramLabel = "N",
      description = "Steps that L-BFGS remembers. Default (impasto): 10.")
  private Integer historySize;

  @Option(
      names = "--preconditioner",
      paramLabel = "METHOD",
      completionCandidates = Candidates.Preconditioners.class,
      description =
          "How L-BFGS scales its steps before it knows better: none, or multilevel, which moves "
              + "large shapes and tints further than fine detail and needs fewer iterations. Default "
              + "(impasto): multilevel.")
  private Preconditioner preconditioner;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the random start. Default: 0.")
  private long seed;

  /**
   * A recipe with these options over it.
   *
   * @param base the preset with the options of the objective over it
   */
  TransferConfig toConfig(TransferConfig base) {
    LadderConfig ladder = base.ladder();
    int finest = or(size, ladder.size());
    if (minSize != null && finest != LadderConfig.ORIGINAL && minSize > finest) {
      throw new IllegalArgumentException(
          "--min-size %d is larger than --size %d".formatted(minSize, finest));
    }
    return new TransferConfig(
        base.objective(),
        base.network(),
        new LadderConfig(
            finest,
            or(minSize, ladder.minSize()),
            scalesOver(ladder),
            or(iterations, iterationsFor(ladder)),
            finishFor(ladder),
            or(detail, ladder.detail())),
        new OptimizerChoice(optimizer, learningRate, averaging, historySize, preconditioner)
            .over(base.optimizer(), base.objective().range()),
        or(start, base.start()),
        or(styleBlend, base.styleBlend()),
        or(originalColors, base.originalColors()),
        base.styleScale(),
        seed,
        stopping(base.stopping()),
        base.coarse());
  }

  private int scalesOver(LadderConfig ladder) {
    if (scales != null && scales < 1) {
      throw new IllegalArgumentException("the number of scales must be at least 1, not " + scales);
    }
    // A smallest size asks for a ladder even where the preset has a single scale.
    boolean asked = minSize != null && ladder.scales() == 1;
    return or(scales, asked ? LadderConfig.OCTAVES : ladder.scales());
  }

  /** The preset's iterations, from the coarsest scale on, as far as there are scales for them. */
  private List<Integer> iterationsFor(LadderConfig ladder) {
    List<Integer> preset = ladder.iterations();
    return scales == null || preset.size() <= scales ? preset : preset.subList(0, scales);
  }

  /** Who asks for a few iterations wants no more of them at the end. */
  private int finishFor(LadderConfig ladder) {
    int usual =
        iterations == null || iterations.isEmpty()
            ? ladder.finish()
            : Math.min(ladder.finish(), iterations.get(iterations.size() - 1));
    return or(finish, usual);
  }

  private StoppingConfig stopping(StoppingConfig base) {
    // Adam rises at first, from a good start: that nothing falls is no sign of an end there.
    double usual = optimizer == OptimizerChoice.Name.ADAM ? 0 : base.tolerance();
    return new StoppingConfig(or(tolerance, usual), base.window(), or(timeLimit, base.timeLimit()));
  }
}
