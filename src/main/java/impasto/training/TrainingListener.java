package impasto.training;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Hears how a training goes on, on the engine's thread; while it works the training stands still.
 */
public interface TrainingListener {

  /**
   * Called after each step.
   *
   * @param step how many are done
   * @param now gives what is needed to go on from here; costs nothing unless asked
   */
  void stepped(int step, Supplier<TrainingState> now);

  /**
   * Called when the training was asked to stop, before it ends.
   *
   * @param now gives what is needed to go on from here
   */
  void stopped(Supplier<TrainingState> now);

  /**
   * Called now and then, before the first step and after the last, with the errors on crops of
   * pictures that are kept back (of a folder of few: that are trained on, too).
   *
   * @param step how many are done
   * @param errors the share of each tap's variance that stays unexplained, by the layer's name
   */
  void judged(int step, Map<String, Double> errors);
}
