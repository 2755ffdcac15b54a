package impasto.cli;

import impasto.batch.BatchInputException;
import impasto.batch.PairsFile;
import impasto.batch.Source;
import impasto.compare.NamedRecipe;
import impasto.compare.RecipesFile;
import impasto.compare.Trial;
import impasto.compare.Trials;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which recipes are compared, on which pictures. */
final class TrialOptions {
  /** Not of a recipe: they are the same for all, or there is one painting only. */
  private static final Set<String> NOT_OF_RECIPES = Set.of("size", "seed", "style-blend");

  @Option(
      names = "--recipes",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "A recipe a line: the column recipe names it, the others are options of stylize by their "
              + "long names. Paths are relative to the file.")
  private Path recipes;

  @Option(
      names = "--content",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Photos: files, folders or patterns such as 'holiday/*.jpg'.")
  private List<String> content = List.of();

  @Option(
      names = "--style",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Paintings likewise: every photo is painted in the manner of each.")
  private List<String> style = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "FILE.csv",
      description =
          "Instead: a photo and a painting a line, with the columns content and style. Paths are "
              + "relative to the file.")
  private Path pairs;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "PX",
      description = "Longer sides of the results. Default: 512.")
  private List<Integer> sizes = List.of(512);

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "Seeds of the random start. Default: 0 alone.")
  private List<Long> seeds = List.of();

  /** The folder that files named in recipes are relative to. */
  Path rows() {
    return recipes.toAbsolutePath().getParent();
  }

  /**
   * The recipes.
   *
   * @param settable options that a picture may have of its own
   * @throws BatchInputException if the file is not as it should be
   */
  List<NamedRecipe> recipes(Set<String> settable) {
    Set<String> options = new TreeSet<>(settable);
    options.removeAll(NOT_OF_RECIPES);
    return RecipesFile.read(recipes, options);
  }

  /**
   * All pictures of the comparison.
   *
   * @param all the recipes
   * @param output the folder of the results
   * @throws BatchInputException if pictures are missing or rows are not as they should be
   * @throws IllegalArgumentException if the options do not fit together
   */
  List<Trial> trials(List<NamedRecipe> all, Path output) {
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("--sizes must be at least 1, not " + size);
      }
    }
    return Trials.of(
        all,
        pairs == null ? crossed(output) : paired(),
        sizes.stream().distinct().toList(),
        seeds.stream().distinct().toList());
  }

  private List<Trial.Pair> crossed(Path output) {
    if (content.isEmpty() || style.isEmpty()) {
      throw new IllegalArgumentException(
          content.isEmpty()
              ? "--content is missing; name photos, or a --pairs file"
              : "--style is missing; name paintings, or a --pairs file");
    }
    BatchInputs inputs = new BatchInputs(output, false);
    List<Source> paintings = inputs.find("--style", style);
    return inputs.find("--content", content).stream()
        .flatMap(photo -> paintings.stream().map(painting -> new Trial.Pair(photo, painting)))
        .toList();
  }

  private List<Trial.Pair> paired() {
    if (!content.isEmpty() || !style.isEmpty()) {
      throw new IllegalArgumentException(
          "--pairs tells of photos and paintings; leave out --content and --style");
    }
    return PairsFile.read(pairs, Set.of()).rows().stream().map(this::pair).distinct().toList();
  }

  private Trial.Pair pair(PairsFile.Row row) {
    if (row.styles().size() > 1 || row.output().isPresent()) {
      throw new BatchInputException(
          pairs + " line " + row.line(),
          row.output().isPresent()
              ? "names its result, but results of a comparison have names of their own; leave out"
                  + " the column output"
              : "blends paintings; in a comparison name one",
          null);
    }
    return new Trial.Pair(source(row.content()), source(row.styles().get(0)));
  }

  private static Source source(String path) {
    Path file = Path.of(path);
    return new Source(file, String.valueOf(file.getFileName()));
  }
}
