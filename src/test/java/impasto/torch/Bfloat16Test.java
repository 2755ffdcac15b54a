package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Bfloat16Test {
  @TempDir private Path folder;

  @Test
  void x86ProcessorsTellByTheirFlags() throws IOException {
    assertThat(isFast("processor : 0\nflags\t\t: fpu sse2 avx512_bf16 vaes\n")).isTrue();
    assertThat(isFast("processor : 0\nflags\t\t: fpu sse2 amx_bf16\n")).isTrue();
    assertThat(isFast("processor : 0\nflags\t\t: fpu sse2 avx2 avx512f\n")).isFalse();
  }

  @Test
  void armProcessorsTellByTheirFeatures() throws IOException {
    assertThat(isFast("processor : 0\nFeatures : fp asimd i8mm bf16\n")).isTrue();
    assertThat(isFast("processor : 0\nFeatures : fp asimd\n")).isFalse();
  }

  @Test
  void namesThatOnlyLookAlikeDoNotCount() throws IOException {
    assertThat(isFast("model name : bf16 wonder\nflags : fpu no_bf16_here\n")).isFalse();
    assertThat(isFast("")).isFalse();
  }

  @Test
  void aSystemThatDoesNotTellMeansNo() {
    assertThat(Bfloat16.isFast(folder.resolve("missing"))).isFalse();
    assertThat(Bfloat16.isFast(folder)).isFalse();
  }

  private boolean isFast(String text) throws IOException {
    return Bfloat16.isFast(Files.writeString(folder.resolve("cpuinfo"), text));
  }
}
