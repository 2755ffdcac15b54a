package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import impasto.files.Digests;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;

/** The template of the page of a batch; all it is filled with is escaped. */
final class PageTemplate {
  private static final Template TEMPLATE =
      Mustache.compiler()
          .withCollector(new OptionalCollector())
          .withLoader(name -> new StringReader(resource(name + ".html")))
          .compile(resource("batch.html"));

  private static final Frame FRAME = Frame.of(resource("batch.css"), resource("batch.js"));

  private PageTemplate() {}

  /**
   * What every page has.
   *
   * @param style the style sheet
   * @param script the one script
   * @param scriptHash by which the page lets it run
   */
  private record Frame(String style, String script, String scriptHash) {
    static Frame of(String style, String script) {
      byte[] hash = Digests.sha256().digest(script.getBytes(UTF_8));
      return new Frame(style, script, "sha256-" + Base64.getEncoder().encodeToString(hash));
    }
  }

  /**
   * Writes a page.
   *
   * @param page what it shows
   * @param out where to; flushed, not closed
   * @throws IOException if that fails
   */
  static void fill(PageView page, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      TEMPLATE.execute(page, FRAME, writer);
    } catch (MustacheException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
    writer.flush();
  }

  /** A text with line breaks as a browser sees them, or the script's hash would be another. */
  private static String resource(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the jar lacks " + name, e);
    }
  }

  /** Takes an Optional for a section of one or none. */
  private static final class OptionalCollector extends DefaultCollector {
    @Override
    public Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }
}
