package impasto.models;

/** Hears how an installation goes; called on the thread that installs. */
public interface InstallListener {

  /** Another process is installing the same model: this one waits for it. */
  void waiting();

  /**
   * Bytes begin to come.
   *
   * @param url where from
   * @param have bytes there are already, from an earlier try
   * @param total bytes of the whole file, -1 if the server does not say
   */
  void downloading(String url, long have, long total);

  /**
   * More bytes are there.
   *
   * @param have bytes so far, those of earlier tries included
   */
  void received(long have);

  /**
   * The download broke off and is tried again.
   *
   * @param reason why
   * @param attempt the number of the try to come, 2 or more
   * @param attempts how many tries there are at most
   */
  void retrying(String reason, int attempt, int attempts);

  /** Everything is there and is now checked and converted. */
  void converting();
}
