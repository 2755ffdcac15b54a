package impasto.batch;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long pictures of a size took, and so how long others will: the time is about proportional to
 * the evaluations and the pixels of each, but small pictures take more a pixel. What is known of
 * the nearest size counts.
 */
public final class Rates {
  private final NavigableMap<Long, Sum> bySize = new TreeMap<>();

  /** Of all pictures of a size. */
  private record Sum(double seconds, double work) {
    Sum plus(Sum other) {
      return new Sum(seconds + other.seconds, work + other.work);
    }

    double rate() {
      return seconds / work;
    }
  }

  /**
   * Takes note of a picture.
   *
   * @param pixels of the picture
   * @param work evaluations times the pixels of each, summed up
   * @param seconds that it took
   */
  public void add(long pixels, double work, double seconds) {
    if (pixels > 0 && work > 0) {
      bySize.merge(pixels, new Sum(seconds, work), Sum::plus);
    }
  }

  /**
   * How long a picture will take.
   *
   * @param pixels of the picture
   * @param work evaluations times the pixels of each, summed up
   * @return seconds; empty if nothing is known yet
   */
  public OptionalDouble seconds(long pixels, double work) {
    var smaller = bySize.floorEntry(pixels);
    var larger = bySize.ceilingEntry(pixels);
    if (smaller == null && larger == null) {
      return OptionalDouble.empty();
    }
    boolean takeSmaller =
        larger == null
            || (smaller != null
                && (double) pixels / smaller.getKey() <= (double) larger.getKey() / pixels);
    return OptionalDouble.of((takeSmaller ? smaller : larger).getValue().rate() * work);
  }
}
