package impasto.samples;

import java.util.Arrays;

/** Which stones lie in which square of a grid, so that only near ones need be asked. */
record Buckets(double size, int columns, int rows, int[][] stones) {
  private static final int[] NONE = {};
  private static final int MARGIN = 2;

  static Buckets of(Tesserae tesserae) {
    double size = 1.5 * tesserae.size();
    int columns = (int) (tesserae.width() / size) + 2 * MARGIN + 1;
    int rows = (int) (tesserae.height() / size) + 2 * MARGIN + 1;
    Buckets buckets = new Buckets(size, columns, rows, new int[columns * rows][]);
    Arrays.fill(buckets.stones, NONE);
    for (int i = 0; i < tesserae.x().length; i++) {
      int place = buckets.place(buckets.cell(tesserae.x()[i]), buckets.cell(tesserae.y()[i]));
      if (place >= 0) {
        int[] old = buckets.stones[place];
        int[] more = Arrays.copyOf(old, old.length + 1);
        more[old.length] = i;
        buckets.stones[place] = more;
      }
    }
    return buckets;
  }

  /** The column or row that a coordinate falls in. */
  int cell(double coordinate) {
    return (int) Math.floor(coordinate / size) + MARGIN;
  }

  /** The stones in a square; none outside the grid. */
  int[] at(int column, int row) {
    int place = place(column, row);
    return place < 0 ? NONE : stones[place];
  }

  private int place(int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
    return inside ? row * columns + column : -1;
  }
}
