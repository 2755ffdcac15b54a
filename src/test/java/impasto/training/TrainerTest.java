package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.config.InputConvention;
import impasto.config.Precision;
import impasto.config.TrainingConfig;
import impasto.net.NetworkWeights;
import impasto.torch.ComputationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
  private final School school = new School();
  private final Notes notes = new Notes();

  @AfterEach
  void close() {
    school.close();
  }

  @ParameterizedTest
  @EnumSource
  void aStudentAsWideAsItsTeacherBeginsAsItsTeacher(InputConvention convention) {
    NetworkWeights slim = school.teacher;
    NetworkWeights teacher =
        new NetworkWeights(slim.network(), slim.kernels(), slim.biases(), convention);
    new Trainer(
            school.runtime,
            teacher,
            config(slim.widths(), 1, 1e-9, 0),
            Precision.FLOAT32,
            school.pictures)
        .run(Optional.empty(), notes, () -> false);

    // Not to the last digit: least squares holds back a little.
    assertThat(notes.errors.get(0)).hasSize(6);
    assertThat(notes.errors.get(0).values())
        .allSatisfy(error -> assertThat(error).isLessThan(0.01));
  }

  @Test
  void errorsFallAndFeatureMapsBecomeAsLargeAsTheTeachers() {
    NetworkWeights trained =
        train(config(school.halfWidths(), 40, 0.01, 0), Optional.empty(), Integer.MAX_VALUE)
            .orElseThrow();

    double before = notes.sum(0);
    assertThat(notes.sum(40)).isLessThan(0.8 * before);
    assertThat(trained.widths()).isEqualTo(school.halfWidths());
    Map<String, Moments> taught = school.moments(school.teacher);
    school
        .moments(trained)
        .forEach(
            (relu, moments) ->
                assertThat(moments.meanSquare() / taught.get(relu).meanSquare())
                    .as(relu)
                    .isCloseTo(1, within(0.25)));
  }

  @Test
  void whatWasStoppedGoesOnAsIfItHadNotBeen() {
    TrainingConfig config = config(school.halfWidths(), 6, 0.01, 0);
    NetworkWeights whole = train(config, Optional.empty(), Integer.MAX_VALUE).orElseThrow();

    assertThat(train(config, Optional.empty(), 4)).isEmpty();
    assertThat(notes.state.step()).isEqualTo(4);
    NetworkWeights inTwoParts =
        train(config, Optional.of(notes.state), Integer.MAX_VALUE).orElseThrow();

    for (int i = 0; i < whole.kernels().size(); i++) {
      assertThat(inTwoParts.kernels().get(i).values()).isEqualTo(whole.kernels().get(i).values());
      assertThat(inTwoParts.biases().get(i).values()).isEqualTo(whole.biases().get(i).values());
    }
  }

  @Test
  void picturesThatTheStudentPaintsMakeADifference() {
    NetworkWeights without =
        train(config(school.halfWidths(), 2, 0.01, 0), Optional.empty(), Integer.MAX_VALUE)
            .orElseThrow();
    NetworkWeights with =
        train(config(school.halfWidths(), 2, 0.01, 0.9), Optional.empty(), Integer.MAX_VALUE)
            .orElseThrow();

    assertThat(with.kernels().get(3).values()).isNotEqualTo(without.kernels().get(3).values());
  }

  @Test
  void aTrainingThatRunsAstrayEnds() {
    TrainingConfig config = config(school.halfWidths(), 200, 1e30, 0);

    assertThatThrownBy(() -> train(config, Optional.empty(), Integer.MAX_VALUE))
        .isInstanceOf(ComputationException.class)
        .hasMessageContaining("--learning-rate");
  }

  @Test
  void widthsMustSuitTheTeacher() {
    assertThatThrownBy(() -> trainer(config(List.of(4, 4), 1, 0.01, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 widths for a teacher of 13 convolutions; give as many by --widths");
    List<Integer> widths = new ArrayList<>(school.halfWidths());
    widths.set(2, 100);
    assertThatThrownBy(() -> trainer(config(widths, 1, 0.01, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("convolution 3 has 6 channels in the teacher");
  }

  private static TrainingConfig config(
      List<Integer> widths, int steps, double learningRate, double paintedShare) {
    return new TrainingConfig(widths, steps, learningRate, 2, 32, paintedShare, 1);
  }

  private Optional<NetworkWeights> train(
      TrainingConfig config, Optional<TrainingState> resumed, int stopAfter) {
    notes.errors.clear();
    notes.done = 0;
    return trainer(config).run(resumed, notes, () -> notes.done >= stopAfter);
  }

  private Trainer trainer(TrainingConfig config) {
    return new Trainer(school.runtime, school.teacher, config, Precision.FLOAT32, school.pictures);
  }

  private static final class Notes implements TrainingListener {
    final Map<Integer, Map<String, Double>> errors = new HashMap<>();
    int done;
    TrainingState state;

    double sum(int step) {
      return errors.get(step).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public void stepped(int step, Supplier<TrainingState> now) {
      done = step;
    }

    @Override
    public void stopped(Supplier<TrainingState> now) {
      state = now.get();
    }

    @Override
    public void judged(int step, Map<String, Double> judged) {
      errors.put(step, judged);
    }
  }
}
