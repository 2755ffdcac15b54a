package impasto.cli;

import impasto.compare.ComparisonFiles;
import impasto.compare.NamedRecipe;
import impasto.compare.Trial;
import impasto.config.EngineConfig;
import java.util.List;
import java.util.Optional;

/**
 * A comparison as its options tell it.
 *
 * @param files where it goes
 * @param recipes what is compared
 * @param trials all pictures
 * @param baseline the name of the recipe that all are compared with
 * @param judge finds the network that judges
 * @param engine of the judge
 * @param commandLine the arguments as given
 */
record CompareSetup(
    ComparisonFiles files,
    List<NamedRecipe> recipes,
    List<Trial> trials,
    Optional<String> baseline,
    ModelOptions judge,
    EngineConfig engine,
    List<String> commandLine) {

  /** Copies the lists. */
  CompareSetup {
    recipes = List.copyOf(recipes);
    trials = List.copyOf(trials);
    commandLine = List.copyOf(commandLine);
  }
}
