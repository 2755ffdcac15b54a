package impasto.cli;

import impasto.report.PendingRecord;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

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

  /** The record while the picture is being written: {@code a/.b.pending.json}. */
  PendingRecord pending() {
    return new PendingRecord(
        picture, picture.resolveSibling("." + stem() + ".pending.json"), record());
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

  /** Whether the picture is a JPEG. */
  boolean isJpeg() {
    return extension().toLowerCase(Locale.ROOT).matches("\\.jpe?g");
  }

  /** Whether a name is that of a picture in between. */
  boolean isPreview(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(stem() + ".")
        && name.substring(stem().length()).matches("\\.\\d{6,}\\..+")
        && name.endsWith(extension());
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
