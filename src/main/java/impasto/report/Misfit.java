package impasto.report;

import com.google.gson.JsonParseException;

/** JSON that is well formed but not what it should be. */
final class Misfit extends JsonParseException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String reason;

  /**
   * @param path where, as gson tells it, such as {@code $.transfer.seed}
   * @param reason what is wrong there
   */
  Misfit(String path, String reason) {
    super(name(path) + " " + reason);
    this.path = path;
    this.reason = reason;
  }

  /** The same as seen from further up, where the path of this one begins. */
  Misfit under(String parent) {
    return new Misfit(parent + path.substring(1), reason);
  }

  private static String name(String path) {
    return path.equals("$") ? "the record" : path.replaceFirst("^\\$\\.", "");
  }
}
