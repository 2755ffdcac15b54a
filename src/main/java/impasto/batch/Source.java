package impasto.batch;

import java.nio.file.Path;

/**
 * A picture file that was named by a user, directly or by its folder.
 *
 * @param file where it is
 * @param name its path relative to the folder it was found by, with slashes, or the file's name:
 *     the same on machines that keep the folder elsewhere
 */
public record Source(Path file, String name) {

  /** The name without the folders in it. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** A name without its extension: {@code sea.2024.jpg} is {@code sea.2024}. */
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    // What a dot begins is a hidden file's name, and a folder's dot does not count.
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
