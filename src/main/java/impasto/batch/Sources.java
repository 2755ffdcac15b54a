package impasto.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the pictures that a user named by files, folders and globs. */
public final class Sources {
  private final String option;
  private final boolean recursive;

  private Sources(String option, boolean recursive) {
    this.option = option;
    this.recursive = recursive;
  }

  /**
   * Expands files, folders and globs, in the order given, folders' entries sorted by name, each
   * file once.
   *
   * <p>What exists is a file, taken whatever its extension, or a folder, of which the pictures by
   * extension are taken; what does not is a glob. Whether a file holds a picture is not looked at.
   *
   * @param option what the paths were given for, such as {@code --content}, for messages
   * @param paths files, folders and globs as shells know them, {@code **} for any depth
   * @param recursive whether folders in the folders are searched too, though not through links
   * @throws BatchInputException if a file or folder is missing or cannot be read, or if there is no
   *     picture in a folder or of a glob
   */
  public static List<Source> expand(String option, List<String> paths, boolean recursive) {
    Sources sources = new Sources(option, recursive);
    List<Source> once = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (String path : paths) {
      for (Source source : sources.expand(path)) {
        if (seen.add(identity(source.file()))) {
          once.add(source);
        }
      }
    }
    return List.copyOf(once);
  }

  private List<Source> expand(String path) {
    if (path.isEmpty()) {
      throw refused("''", "names no file; give a picture or a folder", null);
    }
    Optional<Path> existing = existing(path);
    if (existing.isPresent() && Files.isDirectory(existing.get())) {
      return folder(path, existing.get());
    }
    if (existing.isPresent()) {
      Path file = existing.get();
      return List.of(new Source(file, String.valueOf(file.getFileName())));
    }
    if (!Glob.isGlob(path)) {
      throw refused(path, "no such file or folder; check the path", null);
    }
    return glob(path);
  }

  private List<Source> folder(String path, Path folder) {
    List<Source> pictures = walked(path, Glob.everything(folder, recursive));
    if (pictures.isEmpty()) {
      throw refused(
          path,
          "there is no picture in this folder (%s); name another folder, or files one by one%s"
              .formatted(
                  PictureNames.EXTENSIONS,
                  recursive ? "" : ", or search the folders in it with --recursive"),
          null);
    }
    return pictures;
  }

  private List<Source> glob(String path) {
    Glob glob;
    try {
      glob = Glob.of(path);
    } catch (IllegalArgumentException e) {
      throw refused(
          path, "no such file, nor a pattern (%s); check the path".formatted(e.getMessage()), e);
    }
    if (!Files.isDirectory(glob.base())) {
      throw refused(path, "there is no folder %s; check the path".formatted(glob.base()), null);
    }
    List<Source> pictures = walked(path, glob);
    if (pictures.isEmpty()) {
      throw refused(
          path,
          "no picture matches (%s); check the pattern".formatted(PictureNames.EXTENSIONS),
          null);
    }
    return pictures;
  }

  private List<Source> walked(String path, Glob glob) {
    try {
      return PictureWalk.find(glob);
    } catch (AccessDeniedException e) {
      throw refused(
          path,
          "permission denied for the folder %s; make it readable or leave it out"
              .formatted(e.getFile()),
          e);
    } catch (IOException e) {
      throw refused(
          path, "a folder cannot be read (%s); check the disk or leave it out".formatted(e), e);
    }
  }

  private static Optional<Path> existing(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::exists);
    } catch (InvalidPathException e) {
      // Windows takes no * in a path.
      return Optional.empty();
    }
  }

  /** One for each entry of a folder, whatever way led to the folder. */
  private static Path identity(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    try {
      return folder == null ? absolute : folder.toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      return absolute.normalize();
    }
  }

  private BatchInputException refused(String path, String reason, Exception cause) {
    return new BatchInputException(option + " " + path, reason, cause);
  }
}
