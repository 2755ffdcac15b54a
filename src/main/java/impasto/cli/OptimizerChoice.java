package impasto.cli;

import static impasto.cli.ObjectiveOptions.or;

import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.PixelRange;

/**
 * What was asked of the optimiser; null for what was not.
 *
 * @param name which one
 * @param learningRate the factor of the steps of L-BFGS, the length of Adam's
 * @param averaging the decay of the average of Adam's points
 * @param historySize how many steps L-BFGS remembers
 * @param preconditioner what L-BFGS begins with
 */
record OptimizerChoice(
    Name name,
    Double learningRate,
    Double averaging,
    Integer historySize,
    Preconditioner preconditioner) {

  /** The optimisers. */
  enum Name {
    LBFGS,
    ADAM
  }

  /**
   * The optimiser of a preset with this choice over it.
   *
   * @param preset the preset's
   * @param range the units of the pictures
   * @throws IllegalArgumentException if averaging is asked of L-BFGS, or of Adam what is of L-BFGS
   */
  OptimizerConfig over(OptimizerConfig preset, PixelRange range) {
    boolean isAdam = name == null ? preset instanceof Adam : name == Name.ADAM;
    if (isAdam && (historySize != null || preconditioner != null)) {
      throw new IllegalArgumentException(
          (historySize != null ? "--lbfgs-history" : "--preconditioner")
              + " is of L-BFGS, and the optimizer is Adam; add --optimizer lbfgs");
    }
    if (!isAdam && averaging != null) {
      throw new IllegalArgumentException(
          "--averaging is of Adam, and the optimizer is L-BFGS; add --optimizer adam");
    }
    if (isAdam && preset instanceof Adam adam) {
      return new Adam(
          or(learningRate, adam.learningRate()),
          adam.beta1(),
          adam.beta2(),
          adam.epsilon(),
          adam.clamp(),
          or(averaging, adam.averaging()));
    }
    if (isAdam) {
      double rate = or(learningRate, 0.02 * range.white());
      return new Adam(rate, 0.9, 0.99, 1e-8, true, or(averaging, 0.0));
    }
    if (preset instanceof Lbfgs lbfgs) {
      return new Lbfgs(
          or(learningRate, lbfgs.learningRate()),
          or(historySize, lbfgs.historySize()),
          lbfgs.rule(),
          or(preconditioner, lbfgs.preconditioner()),
          lbfgs.clamp());
    }
    return new Lbfgs(
        or(learningRate, 1.0),
        or(historySize, 10),
        StepRule.SAFEGUARDED,
        or(preconditioner, Preconditioner.MULTILEVEL),
        preset.clamp());
  }
}
