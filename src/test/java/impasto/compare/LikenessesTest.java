package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.batch.Source;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.StructuralSimilarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessesTest {
  @TempDir Path folder;
  private Source photo;

  @BeforeEach
  void writePhoto() {
    photo = new Source(folder.resolve("photo.png"), "photo.png");
    ImageCodec.write(waves(64, 48, 5), photo.file());
  }

  @Test
  void picturesOfOtherSeedsAndSizesAreComparedAndThePhotoBesides() {
    Trial small0 = trial(32, 0, 0);
    Trial small1 = trial(32, 1, 2);
    Trial large0 = trial(64, 0, 1);
    Trial large1 = trial(64, 1, 1);

    Map<Trial, Likeness> likenesses =
        new Likenesses(folder).of(List.of(small0, small1, large0, large1));

    Picture small = read(small0);
    Likeness ofSmall = likenesses.get(small0);
    assertSimilar(ofSmall.seeds(), small, read(small1));
    assertThat(ofSmall.sizes()).isEmpty();
    assertSimilar(ofSmall.photo(), small, reduced(ImageCodec.read(photo.file())));
    Likeness ofLarge = likenesses.get(large0);
    assertThat(ofLarge.seeds()).as("the same picture twice").hasValue(1.0);
    assertSimilar(ofLarge.sizes(), reduced(read(large0)), small);
    assertSimilar(likenesses.get(large1).sizes(), reduced(read(large1)), read(small1));
  }

  @Test
  void theLeastLikenessToASmallerSizeIsTold() {
    Trial small = trial(32, 0, 0);
    Trial middle = trial(48, 0, 3);
    Trial large = trial(64, 0, 0);

    Map<Trial, Likeness> likenesses = new Likenesses(folder).of(List.of(small, middle, large));

    // The largest is like the smallest; what lies between is not.
    assertSimilar(likenesses.get(large).sizes(), reduced(read(large)), reduced(read(middle)));
    assertSimilar(likenesses.get(middle).sizes(), reduced(read(middle)), read(small));
  }

  @Test
  void whatIsMissingOrTooSmallIsLeftOut() {
    Trial missing = new Trial("r", photo, photo, 16, Optional.of(0L), "is/not/there.png");
    Trial tiny = trial(12, 0, 0);

    Map<Trial, Likeness> likenesses = new Likenesses(folder).of(List.of(missing, tiny));

    assertThat(likenesses).containsOnlyKeys(tiny).containsValue(Likeness.NONE);
  }

  private static void assertSimilar(Optional<Double> told, Picture one, Picture other) {
    assertThat(told.orElseThrow())
        .isCloseTo(StructuralSimilarity.of(one, other), within(1e-9))
        .isLessThan(0.999);
  }

  private static Picture reduced(Picture picture) {
    return Resampler.resize(picture, 32, 24);
  }

  private Picture read(Trial trial) {
    return ImageCodec.read(folder.resolve(trial.output()));
  }

  private Trial trial(int size, long seed, double phase) {
    String output = "%d-%d.png".formatted(size, seed);
    ImageCodec.write(waves(size, size * 3 / 4, phase), folder.resolve(output));
    return new Trial("r", photo, photo, size, Optional.of(seed), output);
  }

  private static Picture waves(int width, int height, double phase) {
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      double x = (double) (i % width) / width;
      double y = (double) (i / width % height) / height;
      rgb[i] = (float) (0.5 + 0.4 * Math.sin(20 * x + 9 * y * y + phase * (1 + x)));
    }
    return new Picture(width, height, rgb);
  }
}
