package impasto.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.batch.PairsFile.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsFileTest {
  private static final Set<String> OPTIONS = Set.of("style-weight", "seed", "iterations");

  @TempDir private Path folder;

  @Test
  void columnsMayBeInAnyOrderAndCellsBlank() throws Exception {
    List<Row> rows =
        read(
            String.join(
                "\r\n",
                "\ufeff--seed,style,output,content,iterations",
                "7,monet.jpg,,photos/sea.jpg,\"300,150\"",
                " ,\"/a/b c.png\",x.png,\"say \"\"hi\"\".png\",",
                ""));

    assertThat(rows)
        .containsExactly(
            new Row(
                2,
                path("photos/sea.jpg"),
                List.of(path("monet.jpg")),
                Optional.empty(),
                Map.of("seed", "7", "iterations", "300,150")),
            new Row(
                3, path("say \"hi\".png"), List.of("/a/b c.png"), Optional.of("x.png"), Map.of()));
    assertThat(rows.get(0).settings().keySet()).containsExactly("seed", "iterations");
  }

  @Test
  void aStyleNamesSeveralPaintingsUnlessThereIsSuchAFile() throws Exception {
    Files.createFile(folder.resolve("x;y.png"));

    assertThat(read("content,style\na,b.png; c.png\na,x;y.png\n"))
        .extracting(Row::styles)
        .containsExactly(List.of(path("b.png"), path("c.png")), List.of(path("x;y.png")));
  }

  @Test
  void linesAreCountedAcrossBlankOnesAndBreaksInQuotes() throws Exception {
    List<Row> rows = read("\ncontent,style\n\r\n\"a\nb\",s\n\n\nc,s\r\nd,s");

    assertThat(rows).extracting(Row::line).containsExactly(4L, 8L, 9L);
    assertThat(rows.get(0).content()).isEqualTo(path("a\nb"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content,style,sed\\na,b,1 | line 1: 'sed' is no column; did you mean seed?",
        "content,style,\\na,b, | line 1: '' is no column; there are content, style, output and",
        "content;style\\na;b | line 1: 'content;style' is no column; part columns by commas",
        "content,Style\\na,b | line 1: 'Style' is no column; did you mean style?",
        "content,seed\\na,1 | line 1: there is no column style",
        "content,style,content\\na,b,c | line 1: the column content is there twice",
        "content,style,seed,--seed\\na,b,1,1 | line 1: the column seed is there twice",
        "content,style\\n\\na,b\\nc | line 4: has 1 cells where there are 2 columns",
        "content,style\\na,b,c | line 2: has 3 cells",
        "content,style\\n ,b | line 2: has no content; name a picture",
        "content,style\\na,'' | line 2: has no style",
        "content,style\\na,b;;c | line 2: has an empty name among its styles",
        "content,style\\na,b\\0 | line 2: names no file",
        "content,style | : there are no rows",
        "content,style\\na,\"b\"c | : no CSV (",
        "content,style\\na,\"b | : no CSV ("
      })
  void whatIsNotAsItShouldBeIsToldWithItsLine(String text, String message) {
    String csv = text.replace("\\n", "\n").replace("\\0", "\0").replace("''", "");
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(BatchInputException.class)
        .hasMessageStartingWith(file() + (message.startsWith(":") ? "" : " ") + message)
        .message()
        .contains("; ")
        .hasLineCount(1);
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    refused(folder.resolve("none.csv"), "no such file");
    refused(folder, "it is a folder");
    refused(Files.createFile(folder.resolve("empty.csv")), "it is empty");
    refused(
        Files.write(folder.resolve("latin.csv"), "content,style\n\u00e9,b".getBytes(ISO_8859_1)),
        "it is not UTF-8");
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> PairsFile.read(file, OPTIONS))
        .isInstanceOf(BatchInputException.class)
        .hasMessageStartingWith(file + ": " + reason);
  }

  private List<Row> read(String text) throws IOException {
    return PairsFile.read(Files.writeString(file(), text), OPTIONS).rows();
  }

  private Path file() {
    return folder.resolve("pairs.csv");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
