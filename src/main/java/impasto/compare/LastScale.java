package impasto.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.report.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the loss fell on the last and largest scale of a run.
 *
 * @param points in their order
 */
public record LastScale(List<Point> points) {

  /**
   * One evaluation.
   *
   * @param seconds since painting began
   * @param loss the objective of the run, finite
   */
  public record Point(double seconds, double loss) {}

  /**
   * What a line of the metrics tells, among other things.
   *
   * @param scale the number of the scale, from 1
   * @param width of the picture there, in pixels
   * @param height of the picture there, in pixels
   * @param seconds since painting began
   * @param loss empty if it was not finite
   */
  public record Line(int scale, int width, int height, double seconds, Optional<Double> loss) {
    private Optional<Point> point() {
      return loss.map(it -> new Point(seconds, it));
    }

    private boolean continues(Line other, boolean shallow) {
      return scale == other.scale || (shallow && width == other.width && height == other.height);
    }
  }

  /** Copies the list. */
  public LastScale {
    points = List.copyOf(points);
  }

  /**
   * Reads it from the metrics of a run. Lines that are damaged or tell of no loss are passed over.
   *
   * @param metrics as {@code --metrics} writes them
   * @param shallow whether scales of the last one's size count with it: a shallow network's losses
   *     are told with what it leaves out
   * @return without points if there is no such file
   * @throws IOException if it cannot be read
   */
  public static LastScale read(Path metrics, boolean shallow) throws IOException {
    List<Point> points = new ArrayList<>();
    Optional<Line> last = Optional.empty();
    for (String text :
        Files.exists(metrics) ? Files.readAllLines(metrics, UTF_8) : List.<String>of()) {
      Optional<Line> line = JsonLines.parse(Line.class, text);
      if (line.isPresent()) {
        if (last.isPresent() && !line.get().continues(last.get(), shallow)) {
          points.clear();
        }
        last = line;
      }
      line.flatMap(Line::point).ifPresent(points::add);
    }
    return new LastScale(points);
  }

  /** The lowest loss. */
  public OptionalDouble lowest() {
    return points.stream().mapToDouble(Point::loss).min();
  }

  /** When the loss was first at most so large, in seconds since painting began. */
  public OptionalDouble reached(double loss) {
    return points.stream()
        .filter(point -> point.loss() <= loss)
        .mapToDouble(Point::seconds)
        .findFirst();
  }
}
