package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeuralStyleNamesTest {
  static Set<Entry<String, String>> table() {
    return NeuralStyleNames.OURS.entrySet();
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyNameIsTakenInEverySpelling(Entry<String, String> names) {
    String ours = names.getValue();
    for (String name : List.of(names.getKey(), names.getKey().replace('-', '_'))) {
      for (String dashes : List.of("-", "--")) {
        assertThat(translate("stylize a b " + dashes + name + " value"))
            .isEqualTo("stylize a b " + ours + " value");
        assertThat(translate("stylize a b " + dashes + name + "=value"))
            .isEqualTo("stylize a b " + ours + "=value");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyNameLeadsToAnOptionThatThereIs(Entry<String, String> names) {
    assertThat(
            CommandLines.of(new ImpastoCommand())
                .getSubcommands()
                .get("stylize")
                .getCommandSpec()
                .findOption(names.getValue()))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "stylize -content_image c -style_image s -s 9,             stylize c -s 9 s",
    "stylize -style_image s -s 9 -content_image c,             stylize c -s 9 s",
    "'stylize --style-image s,t --content-image c -s 9',       stylize c -s 9 s t",
    "'stylize --style_image=s,t -s 9 --content_image=c',       stylize c -s 9 s t",
    "stylize -style_image s -s 9 -style_image t c,             stylize -s 9 c s t",
    "stylize s -content_image c -s 9,                          stylize c s -s 9",
  })
  void picturesBecomePositionalInAnyOrder(String theirs, String ours) {
    assertThat(translate(theirs)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "stylize seed style_image -o content-image -m init",
    "stylize c s --output=image_size.png --init -",
    "stylize -o x -m y -- -seed -style_image -content_image",
    "score --json c s i",
    "--version",
  })
  void whatIsNoOptionOfTheirsIsLeftAlone(String args) {
    assertThat(translate(args)).isEqualTo(args);
  }

  @Test
  void theContributorsTableListsEveryName() throws Exception {
    String file = Files.readString(Path.of("CONTRIBUTING.md"));
    String section = file.split("## Names from neural-style", -1)[1].split("\n## ", -1)[0];
    Map<String, String> documented =
        section
            .lines()
            .filter(line -> line.startsWith("| `-"))
            .map(line -> line.replace("`", "").split("[| ]+", -1))
            .collect(
                Collectors.toMap(
                    cells -> cells[1].substring(1).replace('_', '-'), cells -> cells[2]));
    assertThat(documented)
        .containsEntry("content-image", "CONTENT")
        .containsEntry("style-image", "STYLE...")
        .containsAllEntriesOf(NeuralStyleNames.OURS)
        .hasSize(NeuralStyleNames.OURS.size() + 2);
  }

  private static String translate(String args) {
    return Stream.of(NeuralStyleNames.translate(args.split(" ", -1)))
        .collect(Collectors.joining(" "));
  }
}
