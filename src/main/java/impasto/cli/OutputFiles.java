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
import java.util.Optional;
import java.util.Set;

/**
 * The files that a run leaves, all named after the picture unless they are given.
 *
 * @param picture the picture
 * @param metrics where iterations are told, if they are
 * @param plot where the losses are drawn, if they are
 * @param previews whether there are pictures in between
 */
record OutputFiles(Path picture, Optional<Path> metrics, Optional<Path> plot, boolean previews) {

  /** The record of the run: {@code a/b.png} has {@code a/b.json}. */
  Path record() {
    return picture.resolveSibling(stem() + ".json");
  }

  /** An unfinished picture: {@code a/b.partial.png}. */
  Path partial() {
    return picture.resolveSibling(stem() + ".partial" + extension());
  }

  /** What the run can go on from: {@code a/b.checkpoint.safetensors}. */
  Path checkpoint() {
    return picture.resolveSibling(stem() + ".checkpoint.safetensors");
  }

  /** A picture in between: {@code a/b.000100.png}. */
  Path preview(int evaluations) {
    return picture.resolveSibling(
        stem() + String.format(Locale.ROOT, ".%06d", evaluations) + extension());
  }

  /**
   * Checks, before any work is spent, that all can be written and that nothing is lost by it.
   *
   * @param inputs files that are read
   * @param options how the picture is to be written; with them, whether files are replaced
   * @param resume whether an earlier run is gone on with, whose files may be replaced
   * @throws OutputException if not
   * @throws impasto.image.UnwritablePictureException if the picture cannot be written
   */
  void check(List<Path> inputs, WriteOptions options, boolean resume) {
    ImageCodec.checkWritable(picture, options.withOverwrite(true));
    metrics.ifPresent(OutputFiles::checkFolder);
    plot.ifPresent(OutputFiles::checkPlot);
    List<Path> written = new ArrayList<>(List.of(picture, record()));
    metrics.ifPresent(written::add);
    plot.ifPresent(written::add);
    List<Path> all = new ArrayList<>(written);
    all.addAll(List.of(partial(), checkpoint()));
    checkDistinct(inputs, all);
    boolean unfinished = Files.exists(checkpoint());
    if (options.overwrite() || (resume && unfinished)) {
      return;
    }
    for (Path file : written) {
      // What a killed run has left beside no picture yet is made anew by its resumption.
      boolean leftover = resume && !file.equals(picture) && !file.equals(record());
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !leftover) {
        throw exists(file, "it exists already; give another name, or --overwrite to replace it");
      }
    }
    if (unfinished) {
      throw exists(
          picture,
          checkpoint()
              + " holds an unfinished run of it; --resume goes on with that, --overwrite begins "
              + "anew");
    }
    if (previews && !resume) {
      firstPreview()
          .ifPresent(
              file -> {
                throw exists(file, "it exists already; move it away, or --overwrite to replace it");
              });
    }
  }

  private Optional<Path> firstPreview() {
    Path folder = picture.toAbsolutePath().getParent();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder,
            file -> {
              String name = file.getFileName().toString();
              return name.startsWith(stem() + ".")
                  && name.substring(stem().length()).matches("\\.\\d{6,}\\..+")
                  && name.endsWith(extension());
            })) {
      for (Path file : files) {
        return Optional.of(file);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new OutputException("cannot look into " + folder + ": " + e.getMessage(), e);
    }
  }

  private static void checkDistinct(List<Path> inputs, List<Path> written) {
    Set<Path> read = new HashSet<>();
    inputs.forEach(file -> read.add(real(file)));
    Set<Path> seen = new HashSet<>();
    for (Path file : written) {
      if (read.contains(real(file))) {
        throw exists(file, "it is one of the inputs; give another name");
      }
      if (!seen.add(real(file))) {
        throw exists(file, "two results would have this name; give another to one of them");
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

  private static void checkFolder(Path file) {
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

  private static OutputException exists(Path file, String complaint) {
    return new OutputException("cannot write " + file + ": " + complaint);
  }

  private String stem() {
    String name = picture.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private String extension() {
    String name = picture.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }
}
