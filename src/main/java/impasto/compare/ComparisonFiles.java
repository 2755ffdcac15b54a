package impasto.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The files of a comparison, beside the folders of its recipes.
 *
 * @param folder where they are
 */
public record ComparisonFiles(Path folder) {
  private static final String PAGE = "index.html";
  private static final String PICTURES = "compare.csv";
  private static final String SUMMARY = "summary.csv";
  private static final String MEASUREMENTS = "measurements.jsonl";

  /** The page. */
  public Path page() {
    return folder.resolve(PAGE);
  }

  /** A line a picture. */
  public Path pictures() {
    return folder.resolve(PICTURES);
  }

  /** A line a recipe and size. */
  public Path summary() {
    return folder.resolve(SUMMARY);
  }

  /** What was measured, which is not measured again. */
  public Path measurements() {
    return folder.resolve(MEASUREMENTS);
  }

  /** Whether a name is that of such a file, at least for some systems. */
  static boolean isOne(String name) {
    return List.of(PAGE, PICTURES, SUMMARY, MEASUREMENTS).contains(name.toLowerCase(Locale.ROOT));
  }
}
