package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HopelessRunTest {
  @TempDir Path folder;

  @Test
  void aRunThatCannotBeTamedSavesTheLastGoodPictureAndIs5() throws Exception {
    // Steps of such a length leave the numbers of float32 behind; a thousandth of them too.
    CommandRun run =
        CommandRun.in(
            folder,
            Reference.stylize(
                "painted.png",
                "--preset=gatys",
                "--learning-rate=1e30",
                "--size=64",
                "--iterations=20"));

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err().lines().filter(line -> line.contains("going on from the best picture")))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(run.err().lines().reduce((first, last) -> last).orElseThrow())
        .contains("after 3 restarts", "--learning-rate", "painted.partial.png");
    assertThat(folder.toFile().list()).containsExactly("painted.partial.png");
    Picture partial = ImageCodec.read(folder.resolve("painted.partial.png"));
    Picture photo = ImageCodec.read(Reference.CONTENT);
    // The best was the start, the photo; saved with 8 bits.
    for (int i = 0; i < photo.rgb().length; i++) {
      assertThat(partial.rgb()[i]).isBetween(photo.rgb()[i] - 0.003f, photo.rgb()[i] + 0.003f);
    }
  }
}
