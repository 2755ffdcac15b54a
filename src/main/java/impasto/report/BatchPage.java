package impasto.report;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The page of a batch: one HTML file that holds all it shows and asks no network. A Content
 * Security Policy in it lets no script run but its own, whatever the files are called.
 */
public final class BatchPage {
  static final PageTemplate TEMPLATE = PageTemplate.of(BatchPage.class, "batch");

  private BatchPage() {}

  /**
   * Writes the page, or replaces one; it appears whole or not at all. Pictures that are missing or
   * cannot be read are told of on the page.
   *
   * @param file where to
   * @param report what happened
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, BatchReport report) throws IOException {
    PageView page = PageView.of(report);
    AtomicFile.write(file, out -> TEMPLATE.fill(page, out));
  }
}
