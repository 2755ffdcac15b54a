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

/**
 * The template of a page, with the style that all pages have, a style sheet and a script of its
 * own; all it is filled with is escaped.
 */
public final class PageTemplate {
  private final Template template;
  private final Frame frame;

  private PageTemplate(Template template, Frame frame) {
    this.template = template;
    this.frame = frame;
  }

  /**
   * Reads a template from the jar: {@code NAME.html}, {@code NAME.css} and {@code NAME.js}. Other
   * templates beside it can be parts of it.
   *
   * @param place a class beside which they are
   * @param name its name
   */
  public static PageTemplate of(Class<?> place, String name) {
    Template template =
        Mustache.compiler()
            .withCollector(new OptionalCollector())
            .withLoader(part -> new StringReader(resource(place, part + ".html")))
            .compile(resource(place, name + ".html"));
    String style = resource(PageTemplate.class, "page.css") + resource(place, name + ".css");
    return new PageTemplate(template, Frame.of(style, resource(place, name + ".js")));
  }

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
  public void fill(Record page, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      template.execute(page, frame, writer);
    } catch (MustacheException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
    writer.flush();
  }

  /** A text with line breaks as a browser sees them, or the script's hash would be another. */
  private static String resource(Class<?> place, String name) {
    try (InputStream in = place.getResourceAsStream(name)) {
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
