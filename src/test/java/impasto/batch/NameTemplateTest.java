package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {

  @Test
  void theDefaultNamesWhatDiffers() {
    List<Sweep> sweeps = List.of(Sweep.parse("style-weight=1,2"), Sweep.parse("seed=1"));

    assertThat(NameTemplate.of(Optional.empty(), List.of()).placeholders())
        .containsExactly("content", "style");
    assertThat(
            NameTemplate.of(Optional.empty(), sweeps)
                .name(Map.of("content", "sea", "style", "monet", "style-weight", "2", "seed", "1")))
        .isEqualTo("sea_monet_style-weight-2_seed-1.png");
  }

  @ParameterizedTest
  @CsvSource({
    "{content}_{style}.png, 2024/may/sea_a-b+c.png",
    "{style}_{content}.tiff, 2024/may/a-b+c_sea.tiff",
    "{style}/{content}.jpg, a-b+c/2024/may/sea.jpg",
    "./out//{content}.png, out/2024/may/sea.png",
    "{content}/{seed}.png, 2024/may/sea/7.png",
    "{seed}.png, 7.png"
  })
  void subFoldersOfTheContentAreKeptAndNoOthers(String template, String name) {
    assertThat(named(template, "2024/may/sea", "a/b+c", "7")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'a/b\\c:d*e?f\"g<h>i|j', 'x-a-b-c-d-e-f-g-h-i-j.png'",
    "'300,150', 'x-300,150.png'",
    "'', 'x-.png'",
    "'../..', 'x-..-...png'"
  })
  void valuesAreMadeSafe(String value, String name) {
    assertThat(named("x-{seed}.png", "c", "s", value)).isEqualTo(name);
  }

  @Test
  void noPartIsHiddenOrLeavesTheFolder() {
    assertThat(named("{content}.png", "../.git/..", "s", "")).isEqualTo("_../_.git/_...png");
    assertThat(named("{content}.png", "/etc/passwd", "s", "")).isEqualTo("etc/passwd.png");
    assertThat(named("{seed}/{style}.png", "c", "..", "..")).isEqualTo("_../_...png");
    assertThat(named("{seed}.png", "c", "s", "")).isEqualTo("_.png");
    assertThat(named(".out/{seed}.png", "c", "s", "1")).isEqualTo("_.out/1.png");
  }

  @Test
  void oddNamesAreKeptButForControlCharacters() {
    assertThat(named("{content}_{style}.png", "a\nb \ud83d\ude00's", "-x\u0007", ""))
        .isEqualTo("a_b \ud83d\ude00's_-x_.png");
    assertThat(named("{seed}.png", "c", "s", "1\n2")).isEqualTo("1-2.png");
  }

  @Test
  void longPartsAreCutAtACharacterAndStayDistinct() {
    String smiles = "\ud83d\ude00".repeat(100);
    String one = named("{content}/{content}.png", smiles + "a", "s", "");
    String other = named("{content}/{content}.png", smiles + "b", "s", "");

    for (String part : one.split("/", -1)) {
      assertThat(part.getBytes(UTF_8).length).isBetween(190, 200);
      assertThat(new String(part.getBytes(UTF_8), UTF_8))
          .isEqualTo(part)
          .startsWith(smiles.substring(0, 90));
    }
    assertThat(one).endsWith(".png").isNotEqualTo(other);
    assertThat(named("{content}.png", "a".repeat(196), "s", ""))
        .isEqualTo("a".repeat(196) + ".png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{content} | has no extension; end it with .png",
        "{content}.{seed} | has no extension",
        "a.b/{content} | has no extension",
        "x/.png | has no extension",
        "{content.png | a brace without its partner",
        "content}.png | a brace without its partner",
        "{{content}}.png | a brace without its partner",
        "{}.png | has the placeholder {}",
        "{Content}.png | has the placeholder {Content}",
        "/tmp/{content}.png | begins with a slash",
        "a/../{content}.png | leaves the batch's folder",
        "C:{content}.png | which not every system allows",
        "..\\{content}.png | which not every system allows"
      })
  void badTemplatesAreRefused(String template, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameTemplate.of(Optional.of(template), List.of()))
        .withMessageStartingWith("the name '" + template + "' ")
        .withMessageContaining(reason);
  }

  @Test
  void aPlaceholderWithoutAValueIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("{sed}.png", "c", "s", ""))
        .withMessageContainingAll("{sed}", "{index}");
  }

  private static String named(String template, String content, String style, String seed) {
    return NameTemplate.of(Optional.of(template), List.of())
        .name(Map.of("content", content, "style", style, "seed", seed));
  }
}
