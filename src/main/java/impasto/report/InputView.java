package impasto.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input picture. Its thumbnail stands in the page once, in a rule of the style sheet, and is
 * shown by whatever has the class.
 *
 * @param role content or style
 * @param name of the file
 * @param rule the class; empty if there is no thumbnail
 */
public record InputView(String role, String name, Optional<String> rule) {

  /**
   * A rule of the style sheet.
   *
   * @param rule the name of its class
   * @param thumbnail what it shows
   */
  public record Rule(String rule, Thumbnail thumbnail) {}

  /** The rules for pictures, in their order, each picture once. */
  public static Map<Path, Rule> rules(List<Path> pictures, Thumbnails thumbnails, int longerSide) {
    Map<Path, Rule> rules = new LinkedHashMap<>();
    for (Path picture : pictures) {
      if (!rules.containsKey(picture)) {
        thumbnails
            .get(picture, longerSide)
            .ifPresent(
                thumbnail -> rules.put(picture, new Rule("input-" + rules.size(), thumbnail)));
      }
    }
    return rules;
  }

  /** The view of a picture. */
  public static InputView of(String role, Path picture, Map<Path, Rule> rules) {
    return new InputView(
        role, nameOf(picture), Optional.ofNullable(rules.get(picture)).map(Rule::rule));
  }

  /** The last part of a path. */
  static String nameOf(Path picture) {
    Path name = picture.getFileName();
    return name == null ? picture.toString() : name.toString();
  }
}
