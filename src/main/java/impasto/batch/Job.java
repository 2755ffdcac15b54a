package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.Digests;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One picture to paint.
 *
 * @param index its place in the batch, from 1
 * @param content the photo
 * @param styles the paintings, at least one
 * @param output the file to write, relative to the batch's folder, with slashes
 * @param settings its own options by their long names without dashes: those of its row, then those
 *     of its point of the grid
 * @param axes those of its point of the grid
 */
public record Job(
    int index,
    Source content,
    List<Source> styles,
    String output,
    Map<String, String> settings,
    Map<String, String> axes) {
  private static final int ID_DIGITS = 16;

  /** Copies the collections, in their order. */
  public Job {
    styles = List.copyOf(styles);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
  }

  /**
   * What the job is known by, on any machine and whatever other jobs there are: 16 hexadecimal
   * digits from the pictures' names and the settings. Jobs that differ only in their outputs, or in
   * folders that are not part of the names, share it.
   */
  public String id() {
    StringBuilder text = new StringBuilder();
    append(text, content.name());
    text.append(styles.size()).append('\n');
    styles.forEach(style -> append(text, style.name()));
    new TreeMap<>(settings)
        .forEach(
            (name, value) -> {
              append(text, name);
              append(text, value);
            });
    return Digests.sha256(text.toString().getBytes(UTF_8)).substring(0, ID_DIGITS);
  }

  /** With its length, so that no two lists of words give the same text. */
  private static void append(StringBuilder text, String word) {
    text.append(word.length()).append(':').append(word);
  }
}
