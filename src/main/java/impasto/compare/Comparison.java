package impasto.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Recipes and what became of their pictures.
 *
 * @param recipes in their order, at least one
 * @param baseline the recipe that all are compared with, if one is named
 * @param results of all trials, in their order
 * @param likenesses of pictures that are there
 */
public record Comparison(
    List<NamedRecipe> recipes,
    Optional<String> baseline,
    List<Result> results,
    Map<Trial, Likeness> likenesses) {

  /** Copies the collections, in their order. */
  public Comparison {
    recipes = List.copyOf(recipes);
    results = List.copyOf(results);
    likenesses = Collections.unmodifiableMap(new LinkedHashMap<>(likenesses));
  }

  /** The recipe whose losses the others' are relative to: the baseline, or else the first. */
  public String reference() {
    return baseline.orElse(recipes.get(0).name());
  }

  /** The numbers of all pictures, in the order of the results. */
  public List<PictureNumbers> pictures() {
    Map<Trial.Round, Result> references =
        results.stream()
            .filter(result -> result.trial().recipe().equals(reference()))
            .collect(Collectors.toMap(it -> it.trial().round(), Function.identity()));
    Race race = new Race(baseline.isPresent() ? references : Map.of());
    return results.stream()
        .map(
            result -> {
              Optional<Judgement> other =
                  Optional.ofNullable(references.get(result.trial().round()))
                      .flatMap(Result::judgement);
              return new PictureNumbers(
                  result,
                  relative(result, other, Judgement::loss),
                  relative(result, other, Judgement::content),
                  relative(result, other, Judgement::style),
                  terms(result, other),
                  race.seconds(result),
                  race.ratio(result),
                  likenesses.getOrDefault(result.trial(), Likeness.NONE));
            })
        .toList();
  }

  /** What they come to: a line a recipe and size, by size. */
  public List<SummaryLine> summary() {
    List<PictureNumbers> pictures = pictures();
    return results.stream()
        .map(result -> result.trial().size())
        .distinct()
        .sorted()
        .flatMap(
            size -> recipes.stream().map(recipe -> SummaryLine.of(recipe.name(), size, pictures)))
        .toList();
  }

  private static Optional<Double> relative(
      Result result, Optional<Judgement> reference, ToDoubleFunction<Judgement> term) {
    return result
        .judgement()
        .flatMap(mine -> reference.map(it -> term.applyAsDouble(mine) / term.applyAsDouble(it)))
        .filter(Double::isFinite);
  }

  private static Map<String, Double> terms(Result result, Optional<Judgement> reference) {
    Map<String, Double> terms = new TreeMap<>();
    for (String name : result.judgement().map(it -> it.terms().keySet()).orElse(Set.of())) {
      relative(result, reference, it -> it.terms().getOrDefault(name, Double.NaN))
          .ifPresent(ratio -> terms.put(name, ratio));
    }
    return terms;
  }
}
