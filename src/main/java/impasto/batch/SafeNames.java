package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.Digests;

/** Makes file names of any text. */
final class SafeNames {
  /** Most systems allow 255; what stands beside a result has a longer extension. */
  private static final int MOST_BYTES = 200;

  private static final int HASH_DIGITS = 8;
  private static final String CONTROLS = "\\p{Cc}\\p{Cs}\\u2028\\u2029";

  private SafeNames() {}

  /** The text with dashes for what not every system allows in a name. */
  static String portable(String text) {
    return text.replaceAll("[/\\\\:*?\"<>|" + CONTROLS + "]", "-");
  }

  /**
   * A name that is not hidden, holds no control characters and is at most 200 bytes in UTF-8.
   *
   * @param stem the name without extension; slashes must be gone
   * @param extension with its dot, or empty
   */
  static String of(String stem, String extension) {
    String safe = stem.replaceAll("[" + CONTROLS + "]", "_");
    if (safe.isEmpty() || safe.startsWith(".")) {
      safe = "_" + safe;
    }
    int most = MOST_BYTES - extension.length();
    if (safe.getBytes(UTF_8).length > most) {
      String hash = Digests.sha256(safe.getBytes(UTF_8)).substring(0, HASH_DIGITS);
      safe = cut(safe, most - 1 - HASH_DIGITS) + "-" + hash;
    }
    return safe + extension;
  }

  /** As many whole characters of the beginning as fit. */
  private static String cut(String text, int bytes) {
    StringBuilder cut = new StringBuilder();
    int left = bytes;
    for (int character : text.codePoints().toArray()) {
      String next = Character.toString(character);
      left -= next.getBytes(UTF_8).length;
      if (left < 0) {
        break;
      }
      cut.append(next);
    }
    return cut.toString();
  }
}
