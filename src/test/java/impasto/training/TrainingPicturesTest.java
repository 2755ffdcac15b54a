package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.image.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingPicturesTest {
  @Test
  void everyTwentyFifthIsKeptBackFromTraining() {
    List<Picture> folder = pictures(51);
    TrainingPictures all = new TrainingPictures(List.of(folder));

    assertThat(all.keptBack().folders().get(0))
        .containsExactly(folder.get(0), folder.get(25), folder.get(50));
    assertThat(all.taught().count()).isEqualTo(48);
    assertThat(all.taught().folders().get(0))
        .doesNotContainAnyElementsOf(all.keptBack().folders().get(0));
  }

  @Test
  void aFolderOfFewIsTrainedOnAndJudgedByAsAWhole() {
    List<Picture> folder = pictures(4);
    TrainingPictures all = new TrainingPictures(List.of(folder));

    assertThat(all.keptBack().folders().get(0)).isEqualTo(folder);
    assertThat(all.taught().folders().get(0)).isEqualTo(folder);
  }

  @Test
  void everyFolderHasTheSameSay() {
    List<Picture> many = pictures(20);
    List<Picture> few = pictures(1);
    TrainingPictures all = new TrainingPictures(List.of(many, few));
    SplittableRandom random = new SplittableRandom(1);
    Map<Picture, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      drawn.merge(all.any(random), 1, Integer::sum);
    }

    assertThat(drawn.get(few.get(0))).isBetween(430, 570);
    assertThat(drawn).hasSize(21);
  }

  @Test
  void nothingToTrainOnIsRefused() {
    assertThatThrownBy(() -> new TrainingPictures(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TrainingPictures(List.of(pictures(1), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Picture> pictures(int count) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(new Picture(1, 1, new float[3]));
    }
    return pictures;
  }
}
