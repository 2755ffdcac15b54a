package impasto.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Links of pages. */
public final class Links {
  private Links() {}

  /**
   * A relative path as a link, in which no character has a meaning but the slash.
   *
   * @param path with slashes
   */
  public static String relative(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
