package impasto.image;

import java.nio.file.FileSystemException;

/** The words in which exceptions from below are passed on. */
final class Reasons {
  private Reasons() {}

  /** What an exception says, with its kind where that alone says anything. */
  static String of(Exception e) {
    String name = e.getClass().getSimpleName();
    if (e instanceof RuntimeException) {
      // Its message is about the innards of a library.
      return "the library gave up: " + name;
    }
    if (e.getMessage() == null) {
      return name;
    }
    // The message of a file system exception without a reason is a bare path.
    boolean bare = e instanceof FileSystemException f && f.getReason() == null;
    return bare ? name + ": " + e.getMessage() : e.getMessage();
  }
}
