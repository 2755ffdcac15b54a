package impasto.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How a curve is drawn. Warm and cool ramps tell content from style, dark and light tell deep
 * layers from shallow ones; both hold for the usual kinds of colour blindness and in grey.
 *
 * @param color of the line
 * @param stroke of the line
 */
record CurveLook(Color color, BasicStroke stroke) {
  /** The sum of all terms. */
  static final CurveLook TOTAL = new CurveLook(Color.BLACK, line(3));

  private static final List<Color> CONTENT =
      List.of(new Color(0xF0A050), new Color(0xD55E00), new Color(0x8C2D04));
  private static final List<Color> STYLE =
      List.of(
          new Color(0x9AD0D6),
          new Color(0x56B4E9),
          new Color(0x2B83BA),
          new Color(0x1F5A99),
          new Color(0x45309A));
  private static final List<Color> OTHER =
      List.of(new Color(0xB5B5B5), new Color(0x8A8A8A), new Color(0x5F5F5F));

  /** Terms in the order of the legend: content, style, the rest; each from shallow to deep. */
  static List<String> inOrder(Collection<String> terms) {
    return terms.stream()
        .sorted(Comparator.comparingInt(CurveLook::family).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * The look of a term among all.
   *
   * @param terms in the order of the legend
   * @param index of the term
   */
  static CurveLook of(List<String> terms, int index) {
    int family = family(terms.get(index));
    List<String> kin = terms.stream().filter(term -> family(term) == family).toList();
    int rank = kin.indexOf(terms.get(index));
    return switch (family) {
      case 0 -> new CurveLook(shade(CONTENT, rank, kin.size()), line(2));
      case 1 -> new CurveLook(shade(STYLE, rank, kin.size()), line(2));
      default -> new CurveLook(shade(OTHER, rank, kin.size()), line(2));
    };
  }

  private static int family(String term) {
    return term.startsWith("content.") ? 0 : term.startsWith("style.") ? 1 : 2;
  }

  /** A colour of the ramp, blended from its neighbours; the middle one if there is just one. */
  private static Color shade(List<Color> ramp, int rank, int count) {
    double at = count == 1 ? (ramp.size() - 1) / 2.0 : rank * (ramp.size() - 1.0) / (count - 1);
    Color low = ramp.get((int) Math.floor(at));
    Color high = ramp.get((int) Math.ceil(at));
    double share = at - Math.floor(at);
    return new Color(
        blend(low.getRed(), high.getRed(), share),
        blend(low.getGreen(), high.getGreen(), share),
        blend(low.getBlue(), high.getBlue(), share));
  }

  private static int blend(int low, int high, double share) {
    return (int) Math.round(low + (high - low) * share);
  }

  private static BasicStroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
