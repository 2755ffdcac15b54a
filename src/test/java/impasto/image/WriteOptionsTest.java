package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteOptionsTest {
  @Test
  void changesOneThingAtATime() {
    WriteOptions options =
        WriteOptions.defaults()
            .withOverwrite(false)
            .withBitDepth(16)
            .withJpegQuality(1)
            .withExif(Optional.empty())
            .withDescription("text");

    assertThat(options.overwrite()).isFalse();
    assertThat(options.bitDepth()).hasValue(16);
    assertThat(options.jpegQuality()).isEqualTo(1);
    assertThat(options.description()).hasValue("text");
    assertThat(WriteOptions.defaults().overwrite()).isTrue();
    assertThat(WriteOptions.defaults().bitDepth()).isEmpty();
    assertThat(WriteOptions.defaults().jpegQuality()).isEqualTo(95);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 32, -8})
  void refusesOtherBitDepths(int bits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WriteOptions.defaults().withBitDepth(bits))
        .withMessage("a bit depth of " + bits + ", not 8 or 16");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refusesOtherQualities(int quality) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WriteOptions.defaults().withJpegQuality(quality));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud83c", "\udfa8\ud83c"})
  void refusesTextsThatFilesCannotHold(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WriteOptions.defaults().withDescription(text));
  }
}
