package impasto.report;

/**
 * Something in which two recipes differ.
 *
 * @param topic what it belongs to, for whoever minds some differences more than others
 * @param sentence in plain words, such as {@code --style-weight was 3 and is 5}
 */
public record Difference(Topic topic, String sentence) {
  @Override
  public String toString() {
    return sentence;
  }
}
