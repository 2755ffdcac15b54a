package impasto.cli;

import impasto.image.ImageCodec;
import impasto.image.WriteOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks, before any work is spent, that a run's files can be written and that nothing is lost by
 * it.
 *
 * @param files that the run writes
 * @param options how the picture is to be written; with them, whether files are replaced
 * @param resume whether an earlier run is gone on with
 */
record OutputChecks(OutputFiles files, WriteOptions options, boolean resume) {

  /**
   * Checks them all.
   *
   * @param inputs files that are read
   * @throws OutputException if one cannot be written, or something would be lost
   * @throws impasto.image.UnwritablePictureException if the picture cannot be written
   */
  void check(List<Path> inputs) {
    ImageCodec.checkWritable(files.picture(), options.withOverwrite(true));
    files.metrics().ifPresent(OutputChecks::checkFolder);
    files.plot().ifPresent(OutputChecks::checkPlot);
    checkInputs(inputs);
    if (!options.overwrite()) {
      checkExisting();
    }
  }

  private void checkInputs(List<Path> inputs) {
    List<Path> written =
        new ArrayList<>(
            List.of(files.picture(), files.record(), files.partial(), files.checkpoint()));
    files.metrics().ifPresent(written::add);
    files.plot().ifPresent(written::add);
    checkDistinct(inputs, written);
    Path folder = real(files.picture()).getParent();
    for (Path input : inputs) {
      Path file = real(input);
      if (files.previews() && folder.equals(file.getParent()) && files.isPreview(file)) {
        throw refused(file, "it is one of the inputs, and a preview would have its name");
      }
    }
  }

  private void checkExisting() {
    boolean unfinished = Files.exists(files.checkpoint());
    if (!(resume && unfinished)) {
      checkAbsent(files.picture());
      checkAbsent(files.record());
    }
    files.plot().ifPresent(OutputChecks::checkAbsent);
    // A killed run has left its metrics; its resumption goes on with them.
    files
        .metrics()
        .filter(file -> !(resume && MetricsFile.isOurs(file)))
        .ifPresent(OutputChecks::checkAbsent);
    if (unfinished && !resume) {
      throw refused(
          files.picture(),
          files.checkpoint()
              + " holds an unfinished run of it; --resume goes on with that, --overwrite begins "
              + "anew");
    }
    if (files.previews() && !resume) {
      checkPreviews();
    }
  }

  /**
   * Checks that nothing would be replaced.
   *
   * @throws OutputException if there is such a file
   */
  static void checkAbsent(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(file, "it exists already; give another name, or --overwrite to replace it");
    }
  }

  /**
   * Checks that no picture in between would replace a file.
   *
   * @throws OutputException if one would
   */
  void checkPreviews() {
    Path folder = files.picture().toAbsolutePath().getParent();
    try (DirectoryStream<Path> previews = Files.newDirectoryStream(folder, files::isPreview)) {
      for (Path file : previews) {
        throw refused(file, "it exists already; move it away, or --overwrite to replace it");
      }
    } catch (IOException e) {
      throw new OutputException("cannot look into " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks that no input would be replaced, and no result by another.
   *
   * @param inputs files that are read
   * @param written files that are written
   * @throws OutputException if one would be
   */
  static void checkDistinct(List<Path> inputs, List<Path> written) {
    Set<Path> read = new HashSet<>();
    inputs.forEach(file -> read.add(real(file)));
    Set<Path> seen = new HashSet<>();
    for (Path file : written) {
      if (read.contains(real(file))) {
        throw refused(file, "it is one of the inputs; give another name");
      }
      if (!seen.add(real(file))) {
        throw refused(file, "two results would have this name; give another to one of them");
      }
    }
  }

  private static Path real(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      // A file that is not there yet may still be in a folder of several names.
      return Files.exists(file)
          ? file.toRealPath()
          : absolute.getParent().toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute.normalize();
    }
  }

  private static void checkPlot(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new OutputException("cannot write " + file + ": plots are PNG; end the name in .png");
    }
    checkFolder(file);
  }

  /**
   * Checks that there is a folder to write a file into.
   *
   * @throws OutputException if not
   */
  static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new OutputException("cannot write " + file + ": it is a folder; name a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new OutputException(
          "cannot write " + file + ": the folder " + folder + " does not exist; create it first");
    }
    if (!Files.isWritable(folder)) {
      throw new OutputException(
          "cannot write " + file + ": the folder " + folder + " is not writable; choose another");
    }
  }

  private static OutputException refused(Path file, String complaint) {
    return new OutputException("cannot write " + file + ": " + complaint);
  }
}
