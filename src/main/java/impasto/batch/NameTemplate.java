package impasto.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of results: text with placeholders in braces, such as {@code {content}_{seed}.png}. */
public final class NameTemplate {
  /** The placeholder for the photo's name; the folders in it go before the result's name. */
  static final String CONTENT = "content";

  /** The placeholder for the paintings' names. */
  static final String STYLE = "style";

  private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}|([^{}]+)|([{}])");
  private static final Pattern PLACEHOLDER = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern EXTENSION = Pattern.compile("(?<=[^/])\\.[A-Za-z0-9]{1,10}$");

  /**
   * A piece of a name.
   *
   * @param text as it is, or a placeholder's name
   */
  private record Part(boolean placeholder, String text) {}

  private final String template;
  private final String extension;
  private final List<List<Part>> components = new ArrayList<>();

  private NameTemplate(String template) {
    this.template = template;
    Matcher matcher = EXTENSION.matcher(template);
    if (!matcher.find()) {
      throw refused("has no extension; end it with .png, .jpg or .tif");
    }
    extension = matcher.group();
    if (template.startsWith("/")) {
      throw refused("begins with a slash; names lie in the batch's folder");
    }
    for (String component : template.substring(0, matcher.start()).split("/", -1)) {
      if (component.equals("..")) {
        throw refused("leaves the batch's folder; leave out ..");
      }
      if (!component.isEmpty() && !component.equals(".")) {
        components.add(parts(component));
      }
    }
  }

  /**
   * A template, checked as far as it can be without values.
   *
   * @param asked the user's; without it photo, painting and every swept option make the name
   * @param sweeps the swept options
   * @throws IllegalArgumentException if it has no extension, a brace without its partner, a
   *     placeholder that is no word, a character that some systems do not allow in names, or leaves
   *     the batch's folder
   */
  public static NameTemplate of(Optional<String> asked, List<Sweep> sweeps) {
    return new NameTemplate(
        asked.orElseGet(
            () -> {
              StringBuilder name = new StringBuilder("{content}_{style}");
              sweeps.forEach(
                  sweep -> name.append("_%s-{%s}".formatted(sweep.option(), sweep.option())));
              return name.append(".png").toString();
            }));
  }

  /** What must have a value, in the order of the template. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    for (List<Part> component : components) {
      component.stream().filter(Part::placeholder).map(Part::text).forEach(names::add);
    }
    return Collections.unmodifiableSet(names);
  }

  /**
   * The name of a result, safe for any file system: no part of it begins with a dot or is longer
   * than 200 bytes.
   *
   * @param values by placeholder; a slash in the content's name parts folders from it, one in
   *     another value becomes a dash
   * @return a path inside the batch's folder, with slashes
   * @throws IllegalArgumentException if a placeholder has no value
   */
  public String name(Map<String, String> values) {
    List<String> path = new ArrayList<>();
    for (List<Part> component : components) {
      StringBuilder name = new StringBuilder();
      List<String> folders = List.of();
      for (Part part : component) {
        if (!part.placeholder()) {
          name.append(part.text());
        } else if (part.text().equals(CONTENT)) {
          List<String> content = List.of(value(values, CONTENT).split("/", -1));
          folders = content.subList(0, content.size() - 1);
          name.append(content.get(content.size() - 1));
        } else {
          name.append(safe(part.text(), value(values, part.text())));
        }
      }
      // The folders go first, so that all of the results of a folder lie in one.
      folders.stream().filter(folder -> !folder.isEmpty()).forEach(path::add);
      path.add(name.toString());
    }
    int last = path.size() - 1;
    List<String> safe = new ArrayList<>();
    for (String folder : path.subList(0, last)) {
      safe.add(SafeNames.of(folder, ""));
    }
    safe.add(SafeNames.of(path.get(last), extension));
    return String.join("/", safe);
  }

  private static String safe(String placeholder, String value) {
    return placeholder.equals(STYLE) ? value.replace('/', '-') : SafeNames.portable(value);
  }

  private String value(Map<String, String> values, String placeholder) {
    String value = values.get(placeholder);
    if (value == null) {
      throw refused(
          "has the placeholder {%s}, which has no value; take {content}, {style}, {index} or an"
                  .formatted(placeholder)
              + " option's long name");
    }
    return value;
  }

  private List<Part> parts(String component) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(component);
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        throw refused("has a brace without its partner; write placeholders as {content}");
      }
      boolean placeholder = matcher.group(1) != null;
      String text = placeholder ? matcher.group(1) : matcher.group(2);
      if (placeholder && !PLACEHOLDER.matcher(text).matches()) {
        throw refused(
            "has the placeholder {"
                + text
                + "}; take {content}, {style}, {index} or an"
                + " option's long name");
      }
      if (!placeholder && !SafeNames.portable(text).equals(text)) {
        throw refused(
            "has a character of \\ : * ? \" < > |, which not every system allows;"
                + " leave it out");
      }
      parts.add(new Part(placeholder, text));
    }
    return parts;
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException("the name '" + template + "' " + reason);
  }
}
