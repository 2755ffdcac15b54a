package impasto.samples.training;

import impasto.samples.Film;
import impasto.samples.Rgb;

/** A picture as a function of the place, on a sheet of height 1. */
@FunctionalInterface
interface Motif {
  Rgb at(double x, double y);

  /** The motif on film; every pixel is the mean of {@code grid * grid} places. */
  default Film expose(int width, int height, int grid) {
    double h = height;
    return Film.expose(width, height, grid, (x, y) -> at(x / h, y / h));
  }
}
