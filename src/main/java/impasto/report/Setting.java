package impasto.report;

/**
 * A setting of a recipe, in the words of the command line.
 *
 * @param topic what it belongs to
 * @param name the option's name, such as {@code --style-weight}, or plain words where there is no
 *     option
 * @param value as an option takes it, such as {@code relu1_1,relu2_1:0.5}
 */
public record Setting(Topic topic, String name, String value) {

  /** Whether a user can give it on the command line. */
  public boolean isOption() {
    return name.startsWith("--");
  }
}
