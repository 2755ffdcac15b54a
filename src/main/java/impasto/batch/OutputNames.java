package impasto.batch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the names of two results are one for a file system. */
public final class OutputNames {
  private static final Pattern USED =
      Pattern.compile("(.+)\\.(?:partial|(\\d{6,}))", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private OutputNames() {}

  /**
   * The same for names that differ in case, in how letters are composed, which some systems do not
   * tell apart, or in the extension: beside {@code a.png} and {@code a.jpg} lies {@code a.json}.
   */
  public static String key(String output) {
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

  /** Whether the record of a result would have the name of one of the batch's own files. */
  static boolean isOfTheBatch(String output) {
    return key(output).matches("summary(\\.\\d+-of-\\d+)?");
  }

  /**
   * The result by which another's name is used while it is painted: {@code a.partial.png} is used
   * by {@code a.png}.
   *
   * @param output a result
   * @return what that other result would be called, with any extension
   */
  static Optional<String> owner(String output) {
    Matcher used = USED.matcher(Source.stem(output));
    return used.matches() ? Optional.of(used.group(1) + ".png") : Optional.empty();
  }

  /** Whether a result is called like a picture in between of another: {@code a.000100.png}. */
  static boolean isPreview(String output) {
    Matcher used = USED.matcher(Source.stem(output));
    return used.matches() && used.group(2) != null;
  }
}
