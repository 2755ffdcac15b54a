package impasto.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant. */
public final class NearName {
  private static final int MOST_EDITS = 2;

  private NearName() {}

  /**
   * The name that is the fewest edits away, if they are at most two and fewer than half the
   * letters.
   */
  public static Optional<String> of(String typed, Collection<String> names) {
    String word = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> edits(word, name) <= Math.min(MOST_EDITS, (name.length() - 1) / 2))
        .min(Comparator.comparingInt(name -> edits(word, name)));
  }

  /**
   * How many letters must be inserted, deleted or replaced to make one word the other (V. I.
   * Levenshtein, <i>Binary codes capable of correcting deletions, insertions, and reversals</i>,
   * 1966).
   */
  static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
