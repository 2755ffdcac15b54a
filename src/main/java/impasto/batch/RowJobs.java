package impasto.batch;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the jobs of a row of a pairs file. */
final class RowJobs {
  private final PairsFile pairs;
  private final PairsFile.Row row;
  private final NameTemplate template;
  private final Naming naming;

  RowJobs(PairsFile pairs, PairsFile.Row row, NameTemplate template, Naming naming) {
    this.pairs = pairs;
    this.row = row;
    this.template = template;
    this.naming = naming;
  }

  /**
   * The job at a point of the grid.
   *
   * @throws BatchInputException if the row sets an option of the point, or names its result badly
   * @throws IllegalArgumentException if a placeholder of the template has no value
   */
  Job job(int index, Map<String, String> point) {
    Map<String, String> settings = new LinkedHashMap<>(row.settings());
    for (Map.Entry<String, String> axis : point.entrySet()) {
      if (settings.put(axis.getKey(), axis.getValue()) != null) {
        throw refused(
            "sets %s, which is swept as well; leave one out".formatted(axis.getKey()), null);
      }
    }
    Source content = source(row.content());
    List<Source> styles = row.styles().stream().map(this::source).toList();
    String output =
        row.output()
            .map(own -> ownName(own, index, content, styles, settings, !point.isEmpty()))
            .orElseGet(() -> name(template, index, content, styles, settings));
    return new Job(index, content, styles, output, settings, point);
  }

  private String ownName(
      String own,
      int index,
      Source content,
      List<Source> styles,
      Map<String, String> settings,
      boolean swept) {
    if (swept && !own.contains("{")) {
      throw refused(
          "names one output, %s, where values are swept; put a swept option into it, such as"
                  .formatted(own)
              + " {style-weight}, or leave it out",
          null);
    }
    try {
      return name(NameTemplate.of(Optional.of(own), List.of()), index, content, styles, settings);
    } catch (IllegalArgumentException e) {
      throw refused("names its output badly: " + e.getMessage(), e);
    }
  }

  private String name(
      NameTemplate by,
      int index,
      Source content,
      List<Source> styles,
      Map<String, String> settings) {
    // Where the pictures lie is no wish for sub-folders here, and would make long names.
    List<Source> named =
        styles.stream().map(style -> new Source(style.file(), style.fileName())).toList();
    return naming.name(by, index, content.fileName(), named, settings);
  }

  /** A path in the CSV's folder keeps its folders in its name, so that names tell more apart. */
  private Source source(String path) {
    Path file = Path.of(path);
    Path folder = pairs.file().toAbsolutePath().getParent();
    Path name = file.startsWith(folder) ? folder.relativize(file).normalize() : file.getFileName();
    return new Source(file, String.valueOf(name).replace(File.separatorChar, '/'));
  }

  private BatchInputException refused(String reason, Exception cause) {
    return new BatchInputException(pairs.file() + " line " + row.line(), reason, cause);
  }
}
