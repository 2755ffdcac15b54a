package impasto.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The total loss and its terms as curves for a logarithmic axis; scales are set apart by a gap. */
final class Curves {
  /** Terms that fall deeper below the top are not worth the room. */
  private static final double DEEPEST = 1e-6;

  /** What is free above the curves for the names of the scales, as a share of their height. */
  private static final double HEADROOM = 0.09;

  private static final double FOOTROOM = 0.03;

  /** More is as good as infinite: the axis must go further than its values. */
  private static final double LARGEST = 1e300;

  private static final String TOTAL = "total";

  private final double[] evaluations;
  private final List<Curve> all;
  private final double top;
  private final double bottom;

  private Curves(double[] evaluations, List<Curve> all, double top, double bottom) {
    this.evaluations = evaluations;
    this.all = all;
    this.top = top;
    this.bottom = bottom;
  }

  /** One curve. */
  static final class Curve {
    private final String name;
    private final CurveLook look;
    private final double[] values;

    Curve(String name, CurveLook look, double[] values) {
      this.name = name;
      this.look = look;
      this.values = values;
    }

    /** What the legend calls it. */
    String name() {
      return name;
    }

    /** How it is drawn. */
    CurveLook look() {
      return look;
    }

    /** A value an evaluation; NaN for a gap. */
    double[] values() {
      return values.clone();
    }

    private boolean isEmpty() {
      return Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** The same without the values below a floor. */
    private Curve above(double floor) {
      return new Curve(name, look, only(Arrays.stream(values), value -> value >= floor));
    }
  }

  /**
   * Makes the curves.
   *
   * @throws IllegalArgumentException if there are no points
   */
  static Curves of(List<LossPoint> points) {
    Require.atLeast("the number of points to plot", 1, points.size());
    Set<String> terms = new LinkedHashSet<>();
    points.forEach(point -> terms.addAll(point.terms().keySet()));
    List<String> names = CurveLook.inOrder(terms);
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve(TOTAL, CurveLook.TOTAL, values(points, LossPoint::loss)));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      curves.add(
          new Curve(
              name.isBlank() || name.equals(TOTAL) ? "term '" + name + "'" : name,
              CurveLook.of(names, i),
              values(points, point -> point.terms().getOrDefault(name, Double.NaN))));
    }
    double top = shown(curves).max().orElse(1);
    List<Curve> visible =
        curves.stream()
            .map(curve -> curve.above(top * DEEPEST))
            .filter(curve -> !curve.isEmpty())
            .toList();
    return new Curves(
        withGaps(points, LossPoint::evaluations), visible, top, shown(visible).min().orElse(top));
  }

  /** The curves that have something to show, the total first. */
  List<Curve> all() {
    return all;
  }

  /** The number of each evaluation, as long as each curve's values. */
  double[] evaluations() {
    return evaluations.clone();
  }

  /** The lower end of the axis: below half of the upper, so that there is a number between. */
  double lowest() {
    return Math.min(bottom * Math.pow(spread(), -FOOTROOM), 0.48 * highest());
  }

  /** The upper end of the axis. */
  double highest() {
    return top * Math.pow(spread(), HEADROOM);
  }

  /** Where on the axis the names of the scales stand. */
  double labelHeight() {
    return top * Math.pow(spread(), HEADROOM * 0.6);
  }

  /** The largest value shown by the smallest, at least a decade. */
  private double spread() {
    return Math.max(10, top / bottom);
  }

  private static DoubleStream shown(Collection<Curve> curves) {
    return curves.stream()
        .flatMapToDouble(curve -> Arrays.stream(curve.values))
        .filter(value -> !Double.isNaN(value));
  }

  private static double[] values(List<LossPoint> points, ToDoubleFunction<LossPoint> value) {
    return only(
        Arrays.stream(withGaps(points, value)),
        number -> number >= Double.MIN_NORMAL && number <= LARGEST);
  }

  private static double[] only(DoubleStream values, DoublePredicate shown) {
    return values.map(value -> shown.test(value) ? value : Double.NaN).toArray();
  }

  /** A number a point, and NaN between two scales. */
  private static double[] withGaps(List<LossPoint> points, ToDoubleFunction<LossPoint> number) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    int scale = points.get(0).scale();
    for (LossPoint point : points) {
      if (point.scale() != scale) {
        numbers.add(Double.NaN);
      }
      scale = point.scale();
      numbers.add(number.applyAsDouble(point));
    }
    return numbers.build().toArray();
  }
}
