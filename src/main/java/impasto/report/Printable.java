package impasto.report;

/** Makes text from foreign files harmless to a terminal. */
public final class Printable {
  private Printable() {}

  /**
   * The text on one line: line breaks become blanks, and control characters, which could steer a
   * terminal, question marks.
   *
   * @param text from anywhere
   */
  public static String text(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
  }

  /** The text on one line of at most so many characters. */
  static String shortened(String text, int longest) {
    String line = text(text);
    return line.length() <= longest ? line : line.substring(0, longest - 3) + "...";
  }
}
