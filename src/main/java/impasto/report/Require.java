package impasto.report;

import java.util.regex.Pattern;

/** Checks of what may come from a foreign file. */
final class Require {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Require() {}

  static void atLeast(String what, long least, long value) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
    }
  }

  static void notBlank(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is empty");
    }
  }

  /** The name of a file, which no system lets hold the character NUL. */
  static void path(String what, String value) {
    notBlank(what, value);
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(what + " holds a NUL");
    }
  }

  static void sha256(String value) {
    if (!SHA256.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a SHA-256 is 64 digits of 0-9 and a-f, which '" + value + "' is not");
    }
  }

  static void seconds(String what, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(what + " must be seconds of at least 0, not " + value);
    }
  }
}
