package impasto.torch;

import java.util.Map;

/** What becomes of memory that the engine frees. */
public final class FreedMemory {
  private FreedMemory() {}

  /**
   * True if it stays with the process, as the launcher asks the GNU C library: blocks need not be
   * cleared again at every evaluation, but seldom have the size of the next ones, so that a process
   * grows by gaps.
   *
   * @param onCuda whether the engine works on a CUDA device, whose memory it keeps by itself
   */
  public static boolean isKept(boolean onCuda) {
    return isKept(onCuda, System.getProperty("os.name"), System.getenv());
  }

  static boolean isKept(boolean onCuda, String system, Map<String, String> environment) {
    return !onCuda && system.equals("Linux") && environment.containsKey("MALLOC_TRIM_THRESHOLD_");
  }
}
