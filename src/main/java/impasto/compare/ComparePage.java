package impasto.compare;

import impasto.files.AtomicFile;
import impasto.report.PageTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The page of a comparison: one HTML file that asks no network. The pictures beside it are shown in
 * full size, by relative links; of photos and paintings it holds thumbnails.
 */
public final class ComparePage {
  private static final PageTemplate TEMPLATE = PageTemplate.of(ComparePage.class, "compare");

  private ComparePage() {}

  /**
   * Writes the page, or replaces one; it appears whole or not at all.
   *
   * @param file where to; the results lie beside it
   * @param title of the page
   * @param ended when the comparison ended
   * @param command the arguments that started it
   * @param comparison what is shown
   * @throws IOException if it cannot be written
   */
  public static void write(
      Path file, String title, Instant ended, List<String> command, Comparison comparison)
      throws IOException {
    ComparisonView page = ComparisonView.of(title, ended, command, comparison);
    AtomicFile.write(file, out -> TEMPLATE.fill(page, out));
  }
}
