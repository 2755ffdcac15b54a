package impasto.loss;

import com.google.gson.Gson;
import impasto.config.Preset;
import impasto.net.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code score.py} wrote.
 *
 * @param weightsSha256 the hash of the real network's file; null for the slim ones
 * @param cases the scores
 */
public record ScoreFixture(String weightsSha256, List<Case> cases) {

  /** Reads a fixture. */
  public static ScoreFixture read(String name) {
    return new Gson().fromJson(Reference.text(name), ScoreFixture.class);
  }

  /**
   * A picture's score under a preset.
   *
   * @param network the weight file
   * @param pictures the files content, style and image
   * @param preset the preset's name
   * @param contentLayer the layer of the content term
   * @param weights factors of content, style and tv
   * @param weighted the weighted sums of content, style and tv terms
   * @param styleLayers the style terms, not weighted
   * @param total the objective
   * @param gradient of the objective by the picture
   */
  public record Case(
      String network,
      Map<String, String> pictures,
      String preset,
      String contentLayer,
      Map<String, Double> weights,
      Map<String, Double> weighted,
      Map<String, Double> styleLayers,
      double total,
      Gradient gradient) {

    /** The preset itself. */
    public Preset recipe() {
      return Arrays.stream(Preset.values())
          .filter(value -> value.toString().equals(preset))
          .findFirst()
          .orElseThrow();
    }

    /** The terms by the names that our objectives give them. */
    public Map<String, Double> terms() {
      Map<String, Double> terms = new LinkedHashMap<>();
      terms.put("content." + contentLayer, weighted.get("content"));
      styleLayers.forEach(
          (layer, term) -> terms.put("style." + layer, weights.get("style") * term));
      if (weights.get("tv") > 0) {
        terms.put("tv", weighted.get("tv"));
      }
      return terms;
    }

    @Override
    public String toString() {
      return preset + " with " + network;
    }
  }

  /**
   * A sample of a gradient.
   *
   * @param norm the L2 norm of all values
   * @param stride every how manieth value is given, in NCHW order from the first on
   * @param values those
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  public record Gradient(double norm, int stride, double[] values) {}
}
