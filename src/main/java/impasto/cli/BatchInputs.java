package impasto.cli;

import impasto.batch.Source;
import impasto.batch.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the pictures that a batch is made from; the results of an earlier one are none of them.
 *
 * @param output the folder of the results
 * @param recursive whether folders in folders are searched, too
 */
record BatchInputs(Path output, boolean recursive) {
  private static final Logger LOG = LoggerFactory.getLogger(BatchInputs.class);

  /** A picture's name without extension, and without what tells an unfinished one, too. */
  private static final Pattern RESULT =
      Pattern.compile("((.+?)(?:\\.(?:partial|\\d{6,}))?)\\.[^.]+", Pattern.DOTALL);

  /**
   * Finds them.
   *
   * @param option what the paths were given for
   * @param paths files, folders and patterns
   * @throws impasto.batch.BatchInputException if there are none, or they cannot be read
   * @throws IllegalArgumentException if all are results
   */
  List<Source> find(String option, List<String> paths) {
    List<Source> found = Sources.expand(option, paths, recursive);
    Path results = real(output);
    List<Source> inputs = new ArrayList<>();
    for (Source source : found) {
      // Who names a file means it.
      if (paths.contains(source.file().toString()) || !isResult(source.file(), results)) {
        inputs.add(source);
      }
    }
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: all pictures are results of an earlier batch in %s; choose another --output"
              .formatted(option, output));
    }
    if (inputs.size() < found.size()) {
      LOG.warn(
          "{}: leaving out {} results of an earlier batch in {}",
          option,
          found.size() - inputs.size(),
          output);
    }
    return inputs;
  }

  /** Whether a picture in the folder of the results has a record, or belongs to one that has. */
  private static boolean isResult(Path file, Path results) {
    Matcher name = RESULT.matcher(file.getFileName().toString());
    return name.matches()
        && real(file).startsWith(results)
        && (Files.exists(file.resolveSibling(name.group(1) + ".json"))
            || Files.exists(file.resolveSibling(name.group(2) + ".json"))
            || Files.exists(file.resolveSibling(name.group(2) + ".checkpoint.safetensors")));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
