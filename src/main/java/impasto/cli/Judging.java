package impasto.cli;

import impasto.compare.Measurement;
import impasto.compare.Measurements;
import impasto.compare.Result;
import impasto.compare.Result.Kind;
import impasto.compare.Result.State;
import impasto.config.EngineConfig;
import impasto.image.UnreadablePictureException;
import impasto.loss.NothingVisibleException;
import impasto.torch.ComputationException;
import impasto.torch.TorchRuntime;
import impasto.transfer.PictureTooSmallException;
import impasto.transfer.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the pictures of a comparison judged that are not yet, in one engine.
 *
 * @param judge judges
 * @param measurements take what the judge says
 * @param engine of the judge
 */
record Judging(ComparisonJudge judge, Measurements measurements, EngineConfig engine) {
  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

  /**
   * The results with judgements. Without a picture to judge no engine is started.
   *
   * @param painted all results
   * @param orders what they were painted by, in the same order
   * @param stop asked before each; once true, the others are left without
   */
  List<Result> judged(List<Result> painted, List<Order> orders, BooleanSupplier stop) {
    if (painted.stream().noneMatch(this::lacksJudgement)) {
      return painted;
    }
    if (stop.getAsBoolean()) {
      return painted.stream().map(this::without).toList();
    }
    LOG.info("judging the pictures");
    List<Result> judged = new ArrayList<>();
    try (TorchRuntime runtime = TorchRuntime.start(engine);
        Workshop workshop = new Workshop(runtime)) {
      for (int i = 0; i < painted.size(); i++) {
        Result result = painted.get(i);
        judged.add(
            lacksJudgement(result) && !stop.getAsBoolean()
                ? judged(result, orders.get(i), workshop)
                : without(result));
      }
    }
    return judged;
  }

  private boolean lacksJudgement(Result result) {
    return result.measurement().isPresent() && !result.judgement().map(judge::gave).orElse(false);
  }

  /** A result without a judgement that is another judge's. */
  private Result without(Result result) {
    return lacksJudgement(result)
        ? result.with(result.measurement().map(Measurement::unjudged), result.state())
        : result;
  }

  private Result judged(Result result, Order order, Workshop workshop) {
    Measurement measurement = result.measurement().orElseThrow();
    try {
      Measurement judged = measurement.judged(judge.judge(order, workshop));
      measurements.add(judged);
      return result.with(Optional.of(judged), Optional.empty());
    } catch (UnreadablePictureException
        | PictureTooSmallException
        | NothingVisibleException
        | ComputationException
        | IOException e) {
      State state = new State(Kind.FAILED, "not judged: " + CommandLines.words(e));
      LOG.warn("{}: {}", result.trial().output(), state.reason());
      return result.with(Optional.of(measurement.unjudged()), Optional.of(state));
    }
  }
}
