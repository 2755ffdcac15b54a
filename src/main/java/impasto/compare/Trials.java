package impasto.compare;

import impasto.batch.NameTemplate;
import impasto.batch.OutputNames;
import impasto.batch.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pictures of a comparison. */
public final class Trials {
  private static final String PLAIN = "{recipe}/{content}_{style}_{size}.png";

  private static final String WITH_SEED = "{recipe}/{content}_{style}_{size}_seed{seed}.png";

  private Trials() {}

  /**
   * Every recipe for every pair, size and seed. Recipes take turns, so that a machine that becomes
   * slower meanwhile does no wrong to one of them.
   *
   * @param recipes what is compared
   * @param pairs photos and paintings
   * @param sizes longer sides in pixels
   * @param seeds of the random start; empty if there is only the default
   * @throws IllegalArgumentException if two pictures would have the same name
   */
  public static List<Trial> of(
      List<NamedRecipe> recipes, List<Trial.Pair> pairs, List<Integer> sizes, List<Long> seeds) {
    NameTemplate template =
        NameTemplate.of(Optional.of(seeds.isEmpty() ? PLAIN : WITH_SEED), List.of());
    List<Optional<Long>> starts =
        seeds.isEmpty() ? List.of(Optional.empty()) : seeds.stream().map(Optional::of).toList();
    List<Trial> trials = new ArrayList<>();
    Map<String, Trial> named = new HashMap<>();
    for (Trial.Pair pair : pairs) {
      for (int size : sizes) {
        for (Optional<Long> seed : starts) {
          for (NamedRecipe recipe : recipes) {
            Trial trial = trial(template, recipe, pair, size, seed);
            Trial other = named.putIfAbsent(OutputNames.key(trial.output()), trial);
            if (other != null) {
              throw new IllegalArgumentException(
                  "%s and %s would both be written to %s; rename a file or a recipe"
                      .formatted(words(other), words(trial), trial.output()));
            }
            trials.add(trial);
          }
        }
      }
    }
    return List.copyOf(trials);
  }

  private static Trial trial(
      NameTemplate template, NamedRecipe recipe, Trial.Pair pair, int size, Optional<Long> seed) {
    Map<String, String> values = new HashMap<>();
    values.put("recipe", recipe.name());
    values.put("content", stem(pair.content()));
    values.put("style", stem(pair.style()));
    values.put("size", Integer.toString(size));
    seed.ifPresent(it -> values.put("seed", Long.toString(it)));
    return new Trial(
        recipe.name(), pair.content(), pair.style(), size, seed, template.name(values));
  }

  private static String words(Trial trial) {
    return "%s with %s by %s"
        .formatted(trial.content().file(), trial.style().file(), trial.recipe());
  }

  private static String stem(Source source) {
    return Source.stem(source.fileName());
  }
}
