package impasto.samples;

import java.util.Arrays;

/** Which stones lie in which square of a grid, so that only near ones need be asked. */
public final class Buckets {
  private static final int[] NONE = {};
  private static final int MARGIN = 2;

  private final double size;
  private final int columns;
  private final int rows;
  private final int[][] stones;

  /** A grid of squares of side {@code size} over a picture, with stones at (x, y) in it. */
  public Buckets(int width, int height, double size, double[] x, double[] y) {
    this.size = size;
    columns = (int) (width / size) + 2 * MARGIN + 1;
    rows = (int) (height / size) + 2 * MARGIN + 1;
    stones = new int[columns * rows][];
    Arrays.fill(stones, NONE);
    for (int i = 0; i < x.length; i++) {
      int place = place(cell(x[i]), cell(y[i]));
      if (place >= 0) {
        int[] old = stones[place];
        stones[place] = Arrays.copyOf(old, old.length + 1);
        stones[place][old.length] = i;
      }
    }
  }

  /** The column or row that a coordinate falls in. */
  public int cell(double coordinate) {
    return (int) Math.floor(coordinate / size) + MARGIN;
  }

  /** The stones in a square; none outside the grid. */
  public int[] at(int column, int row) {
    int place = place(column, row);
    return place < 0 ? NONE : stones[place];
  }

  private int place(int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
    return inside ? row * columns + column : -1;
  }
}
