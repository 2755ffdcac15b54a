package impasto.samples.training;

import impasto.samples.Noise;
import java.util.List;
import java.util.SplittableRandom;

/** The lots that are drawn for a picture: how large, how many, which one. */
record Dice(SplittableRandom random) {
  static Dice of(long seed) {
    return new Dice(new SplittableRandom(seed));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number below {@code bound}, from 0. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** A size: as often between 1 and 2 as between 2 and 4. */
  double scale(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  /** A whole number between the two, both included, small ones more often. */
  int count(int from, int to) {
    return (int) scale(from, to + 1.0);
  }

  /** A number around 0, seldom beyond -2..2. */
  double bell() {
    return random.nextGaussian();
  }

  /** An angle. */
  double turn() {
    return between(0, 2 * Math.PI);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Noise noise() {
    return new Noise(random.nextLong());
  }

  long seed() {
    return random.nextLong();
  }
}
