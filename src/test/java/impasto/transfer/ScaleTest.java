package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  /** Needs 16 pixels on the shorter side. */
  private static final Network TO_RELU5_1 = Network.VGG19.upTo(List.of("relu5_1"));

  @Test
  void aPictureIsScoredAgainstThePhotoAtItsExactSize() {
    TransferConfig config = Recipes.withStyles(Recipes.quick(1), List.of(), 0.5);

    Scale scale =
        Scale.like(picture(80, 50), config, TO_RELU5_1, picture(64, 64), List.of(picture(100, 80)));

    assertThat(size(scale.content())).isEqualTo("80x50");
    assertThat(scale.styles()).extracting(style -> size(style.resized())).containsExactly("40x32");
    assertThatThrownBy(
            () ->
                Scale.like(
                    picture(80, 10),
                    config,
                    TO_RELU5_1,
                    picture(64, 64),
                    List.of(picture(100, 80))))
        .isInstanceOf(PictureTooSmallException.class)
        .hasMessageContaining("80 x 10");
  }

  private static Picture picture(int width, int height) {
    return new Picture(width, height, new float[3 * width * height]);
  }

  private static String size(Picture picture) {
    return picture.width() + "x" + picture.height();
  }
}
