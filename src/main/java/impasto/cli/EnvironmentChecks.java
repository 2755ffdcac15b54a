package impasto.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What {@code doctor} says of the environment variables that change what we do. */
final class EnvironmentChecks {
  private static final Pattern OURS =
      Pattern.compile(
          "(IMPASTO|PYTORCH|OMP|MKL|KMP|DJL|ENGINE|CUDA)_.*|(HTTPS?|ALL|NO)_PROXY|JAVA_HOME"
              + "|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|XDG_CACHE_HOME|LD_LIBRARY_PATH|NO_COLOR",
          Pattern.CASE_INSENSITIVE);

  /** The name and the password in the address of a proxy. */
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://|^)[^/@\\s]*@");

  private EnvironmentChecks() {}

  static List<Finding> of(Map<String, String> environment) {
    List<Finding> findings =
        new TreeMap<>(environment)
            .entrySet().stream()
                .filter(variable -> OURS.matcher(variable.getKey()).matches())
                .map(variable -> finding(variable.getKey(), variable.getValue()))
                .toList();
    return findings.isEmpty()
        ? List.of(Finding.ok("environment", "no variable that changes anything"))
        : findings;
  }

  private static Finding finding(String name, String value) {
    String shown =
        name.toUpperCase(Locale.ROOT).endsWith("_PROXY")
            ? CREDENTIALS.matcher(value).replaceAll("***@")
            : value;
    return Finding.ok("environment", name + "=" + shown);
  }
}
