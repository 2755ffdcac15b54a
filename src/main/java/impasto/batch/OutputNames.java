package impasto.batch;

import java.text.Normalizer;
import java.util.Locale;

/** When the names of two results are one for a file system. */
final class OutputNames {
  private OutputNames() {}

  /**
   * The same for names that differ in case, in how letters are composed, which some systems do not
   * tell apart, or in the extension: beside {@code a.png} and {@code a.jpg} lies {@code a.json}.
   */
  static String key(String output) {
    String stem = Source.stem(output);
    // Upper case first: some letters have two lower cases.
    String folded = stem.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** The name that two jobs share, in words. */
  static String both(Job one, Job other) {
    return one.output().equals(other.output())
        ? one.output()
        : "%s and %s, which are one name to some systems or share the record %s.json"
            .formatted(one.output(), other.output(), Source.stem(one.output()));
  }
}
