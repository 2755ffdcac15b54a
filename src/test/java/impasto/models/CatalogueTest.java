package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final String GOOD =
      "{'name': 'tiny', 'file': 'tiny.pth', 'url': 'https://x.invalid/tiny.pth',"
          + " 'sha256Prefix': '0123abcd', 'input': 'caffe', 'about': 'small', 'bytes': 12}";

  @TempDir Path folder;

  @Test
  void anotherCatalogueIsRead() throws IOException {
    assertThat(read("{'models': [" + GOOD + "]}").find("tiny"))
        .contains(
            new Catalogue.Entry(
                "tiny",
                "tiny.pth",
                "https://x.invalid/tiny.pth",
                "0123abcd",
                "caffe",
                "small",
                12));
  }

  @Test
  void ourOwnIsReadByTheSameRules() {
    assertThat(Catalogue.read(Path.of("models", "catalogue.json"))).isEqualTo(Catalogue.load());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name': 'tiny'         | 'name': '../tiny'     | its name is none",
        "'name': 'tiny',        | ''                    | its name is none",
        "'name': 'tiny'         | 'name': 'builtin'     | its name is Impasto's own",
        "'file': 'tiny.pth'     | 'file': '../tiny.pth' | its file is no plain file name",
        "'file': 'tiny.pth'     | 'file': 'tiny.exe'    | its file is no plain file name",
        "'sha256Prefix': '0123abcd' | 'sha256Prefix': '' | its sha256Prefix is none",
        "'input': 'caffe'       | 'input': 'bgr'        | its input is none",
        "https://x.invalid      | file:///x             | its url is none",
        "https://x.invalid      | https://              | its url is none",
        "'bytes': 12            | 'bytes': -1           | its bytes are negative",
      })
  void anEntryThatCannotBeIsRefused(String right, String wrong, String reason) {
    assertThatThrownBy(
            () ->
                read("{'models': [" + GOOD.replace(right, wrong.equals("''") ? "" : wrong) + "]}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("c.json: is no catalogue", reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{'models': 1}", "{'models': [null]}", "\0", "{'models': ["})
  void whatIsNoCatalogueIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("c.json: is ");
  }

  @Test
  void aNameTwiceAndAMissingFileAreRefused() {
    assertThatThrownBy(() -> read("{'models': [" + GOOD + "," + GOOD + "]}"))
        .hasMessageContaining("its name is there twice");
    assertThatThrownBy(() -> Catalogue.read(folder.resolve("none.json")))
        .isInstanceOf(ModelException.class)
        .hasMessage(folder.resolve("none.json") + ": no such file");
  }

  private Catalogue read(String json) throws IOException {
    return Catalogue.read(Files.writeString(folder.resolve("c.json"), json.replace('\'', '"')));
  }
}
