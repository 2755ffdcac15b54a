package impasto.batch;

/** Finds the lines of places in a text that are asked for in their order. */
final class CsvLines {
  private final String text;
  private int place;
  private long line = 1;

  CsvLines(String text) {
    this.text = text;
  }

  /**
   * The line, from 1, in which the next record begins.
   *
   * @param start a place at the record's beginning or at the empty lines before it, not before the
   *     one last asked for
   */
  long at(long start) {
    while (place < text.length() && (place < start || isBreak(text.charAt(place)))) {
      char here = text.charAt(place++);
      boolean half = here == '\r' && place < text.length() && text.charAt(place) == '\n';
      if (isBreak(here) && !half) {
        line++;
      }
    }
    return line;
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r';
  }
}
