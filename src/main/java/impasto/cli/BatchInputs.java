package impasto.cli;

import impasto.batch.Source;
import impasto.batch.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      if (!real(source.file()).startsWith(results)) {
        inputs.add(source);
      }
    }
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: all pictures lie in the folder of the results, %s; choose another --output"
              .formatted(option, output));
    }
    if (inputs.size() < found.size()) {
      LOG.info(
          "{}: leaving out {} pictures in the folder of the results",
          option,
          found.size() - inputs.size());
    }
    return inputs;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
