package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.batch.BatchInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipesFileTest {
  private static final Set<String> OPTIONS = Set.of("iterations", "style-weight");

  @TempDir Path folder;

  @Test
  void readsNamesAndOptionsAndPassesOverBlankCells() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("recipes.csv"),
            """
            recipe,--iterations,style-weight
            default,,
            short," 20,10 ", 3
            """);

    assertThat(RecipesFile.read(file, OPTIONS))
        .containsExactly(
            new NamedRecipe("default", Map.of()),
            new NamedRecipe("short", Map.of("iterations", "20,10", "style-weight", "3")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "iterations;5                | line 1: there is no column recipe",
        "recipe,iteration;a,5        | line 1: 'iteration' is no column; did you mean iterations?",
        "recipe,size;a,5             | line 1: 'size' is no column; sizes are given by --sizes",
        "recipe,seed;a,5             | line 1: 'seed' is no column; seeds are given by --seeds",
        "recipe,recipe;a,b           | line 1: the column recipe is there twice",
        "recipe,iterations;,5        | line 2: has no name",
        "recipe,iterations;a,5;A,6   | line 3: names the recipe 'A' as line 2 does",
        "recipe;Index.html           | line 2: names the recipe as a file of the comparison",
        "recipe                      | there are no rows below the columns' names",
      })
  void refusesWhatIsNotAsItShouldBe(String lines, String words) throws Exception {
    Path file = Files.writeString(folder.resolve("bad.csv"), lines.strip().replace(';', '\n'));

    assertThatThrownBy(() -> RecipesFile.read(file, OPTIONS))
        .isInstanceOf(BatchInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(words);
  }
}
