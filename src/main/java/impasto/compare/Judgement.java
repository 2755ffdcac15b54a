package impasto.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A picture under the objective that all pictures of a comparison are judged by.
 *
 * @param judge the SHA-256 of the judging network's weights
 * @param objective the objective, in a word
 * @param loss the objective
 * @param terms what it is the sum of, by name, weighted
 * @param noise the roughness of the picture relative to that of the painting at the size it is used
 *     at; see {@link impasto.image.Roughness}
 */
public record Judgement(
    String judge, String objective, double loss, Map<String, Double> terms, double noise) {
  private static final String CONTENT = "content.";
  private static final String STYLE = "style.";

  /** Copies the map, in its order. */
  public Judgement {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Whether it is by the same judge under the same objective. */
  public boolean isBy(String otherJudge, String otherObjective) {
    return judge.equals(otherJudge) && objective.equals(otherObjective);
  }

  /** The sum of the content terms. */
  public double content() {
    return sum(CONTENT);
  }

  /** The sum of the style terms. */
  public double style() {
    return sum(STYLE);
  }

  private double sum(String prefix) {
    return terms.entrySet().stream()
        .filter(term -> term.getKey().startsWith(prefix))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
