package impasto.batch;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths.
 *
 * @param base the folder whose entries the first step is about
 * @param steps what is to be matched by the name of an entry, then of an entry of it, and so on
 */
record Glob(Path base, List<Step> steps) {
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");

  /**
   * One component of the pattern.
   *
   * @param names matches an entry's name
   * @param anyDepth whether it stands for any number of folders, none too
   */
  record Step(PathMatcher names, boolean anyDepth) {
    private static final Step ANY_NAME = new Step(name -> true, false);
    private static final Step ANY_DEPTH = new Step(name -> true, true);
  }

  /** Copies the list. */
  Glob {
    steps = List.copyOf(steps);
  }

  /** Whether a path is a pattern, unless there is a file of that name. */
  static boolean isGlob(String path) {
    return SPECIAL.matcher(path).find();
  }

  /** All entries of a folder, or of the folders in it too. */
  static Glob everything(Path folder, boolean anyDepth) {
    return new Glob(
        folder, anyDepth ? List.of(Step.ANY_DEPTH, Step.ANY_NAME) : List.of(Step.ANY_NAME));
  }

  /**
   * Parses a pattern.
   *
   * @param pattern one that {@link #isGlob}
   * @throws IllegalArgumentException if it is none, with the reason in a few words
   */
  static Glob of(String pattern) {
    String path = pattern.replace(File.separatorChar, '/');
    Matcher special = SPECIAL.matcher(path);
    int first = special.find() ? special.start() : path.length();
    int split = path.lastIndexOf('/', first) + 1;
    List<Step> steps = new ArrayList<>();
    for (String component : path.substring(split).split("/", -1)) {
      boolean again = !steps.isEmpty() && steps.get(steps.size() - 1).anyDepth();
      if (component.equals("**") && !again) {
        steps.add(Step.ANY_DEPTH);
      } else if (!component.isEmpty() && !component.equals("**")) {
        steps.add(new Step(matcher(component), false));
      }
    }
    if (steps.get(steps.size() - 1).anyDepth()) {
      steps.add(Step.ANY_NAME);
    }
    return new Glob(Path.of(path.substring(0, split)), steps);
  }

  /** Whether folders are searched to any depth. */
  boolean isDeep() {
    return steps.stream().anyMatch(Step::anyDepth);
  }

  private static PathMatcher matcher(String component) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + component);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          e.getDescription() + " in " + component + ", and no / is possible in brackets", e);
    }
  }
}
