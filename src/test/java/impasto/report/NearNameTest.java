package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearNameTest {
  @Test
  void editsAreCounted() {
    // By hand: kitten, sitten, sittin, sitting; the first word of the textbook.
    assertThat(NearName.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(NearName.edits("", "vgg")).isEqualTo(3);
    assertThat(NearName.edits("vgg", "")).isEqualTo(3);
    assertThat(NearName.edits("vgg19", "vgg19")).isZero();
    assertThat(NearName.edits("vgg91", "vgg19")).isEqualTo(2);
  }
}
