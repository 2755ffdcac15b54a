package impasto.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Walks folders for the pictures of a pattern. */
final class PictureWalk {
  private final Glob glob;
  private final SortedMap<String, Path> found = new TreeMap<>();

  private PictureWalk(Glob glob) {
    this.glob = glob;
  }

  /**
   * The entries that match and have a picture's extension, sorted by their names.
   *
   * <p>Hidden entries are passed over. A folder of a picture's name is an entry like others, so
   * that it is told of later, unless folders are searched to any depth.
   *
   * @throws IOException if a folder cannot be read
   */
  static List<Source> find(Glob glob) throws IOException {
    PictureWalk walk = new PictureWalk(glob);
    try {
      walk.walk(glob.base(), "", 0);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return walk.found.entrySet().stream()
        .map(entry -> new Source(entry.getValue(), entry.getKey()))
        .toList();
  }

  private void walk(Path folder, String prefix, int depth) throws IOException {
    Glob.Step step = glob.steps().get(depth);
    if (step.anyDepth()) {
      walk(folder, prefix, depth + 1);
    }
    for (Path entry : entries(folder)) {
      String name = prefix + entry.getFileName();
      if (step.anyDepth()) {
        // Links may lead in circles.
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          walk(entry, name + "/", depth);
        }
      } else if (step.names().matches(entry.getFileName())) {
        match(entry, name, depth);
      }
    }
  }

  private void match(Path entry, String name, int depth) throws IOException {
    if (depth < glob.steps().size() - 1) {
      if (Files.isDirectory(entry)) {
        walk(entry, name + "/", depth + 1);
      }
    } else if (PictureNames.isPicture(name) && !(glob.isDeep() && Files.isDirectory(entry))) {
      found.put(name, entry);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).toList();
    }
  }
}
