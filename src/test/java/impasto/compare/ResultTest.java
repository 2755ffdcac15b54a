package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.CoarseNetwork;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.report.ScaleRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final TransferConfig SHALLOW = shallow(Preset.NEURAL_STYLE.config());

  @Test
  void evaluationsOfAShallowNetworkCountByWhatTheyTake() {
    ScaleRecord finish = new ScaleRecord(64, 48, 5, 2, Map.of(), 1);

    // 20 at a quarter of the pixels and 10, with 0.78 of the arithmetic each, and 5.
    assertThat(evaluations(CompareExamples.COARSE, CompareExamples.FINE, finish))
        .isCloseTo(16.7, within(1e-9));
  }

  @Test
  void whereTheWholeNetworkPaintedAllOfTheFinestScaleTheyCountAsItsOwn() {
    assertThat(evaluations(CompareExamples.COARSE, CompareExamples.FINE)).isEqualTo(15);
  }

  private static double evaluations(ScaleRecord... scales) {
    return CompareExamples.painted(SHALLOW, scales).fullSizeEvaluations().orElseThrow();
  }

  private static TransferConfig shallow(TransferConfig base) {
    return new TransferConfig(
        base.objective(),
        base.network(),
        base.ladder(),
        base.optimizer(),
        base.start(),
        base.styleBlend(),
        base.originalColors(),
        base.styleScale(),
        base.seed(),
        base.stopping(),
        CoarseNetwork.SHALLOW);
  }
}
