package impasto.cli;

import impasto.models.InstallListener;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far an installation is: by a bar on a terminal, else by a line now and then. */
final class DownloadProgress implements InstallListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadProgress.class);
  private static final long MEGABYTE = 1_000_000;
  private static final int LINES = 10;
  private static final long UNKNOWN_STEP = 50 * MEGABYTE;

  private final String name;
  private final boolean terminal;
  private ProgressBar bar;
  private long total;
  private long step;
  private long next;

  /**
   * @param name the model
   * @param terminal whether a bar can be drawn
   */
  DownloadProgress(String name, boolean terminal) {
    this.name = name;
    this.terminal = terminal;
  }

  /** For the standard error as it is; with {@code --quiet} there is no bar. */
  static DownloadProgress start(String name) {
    return new DownloadProgress(
        name, LOG.isInfoEnabled() && ErrorTerminal.ofThisProcess().isPresent());
  }

  @Override
  public void waiting() {
    LOG.info("{}: waiting for another impasto that is installing it", name);
  }

  @Override
  public void downloading(String url, long have, long length) {
    close();
    LOG.info(
        "{}: {} {}{}",
        name,
        have > 0 ? "going on at " + ModelsListCommand.megabytes(have) + " of" : "fetching",
        url,
        length < 0 ? "" : ", " + ModelsListCommand.megabytes(length));
    total = length;
    step = Math.max(1, length < 0 ? UNKNOWN_STEP : length / LINES);
    next = have + step;
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(length)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .startsFrom(have, Duration.ZERO)
              .build();
    }
  }

  @Override
  public void received(long have) {
    if (bar != null) {
      bar.stepTo(have);
    } else if (have >= next) {
      next += step;
      LOG.info(
          "{}: {}{}",
          name,
          ModelsListCommand.megabytes(have),
          total < 0 ? "" : String.format(Locale.ROOT, " (%d %%)", 100 * have / Math.max(1, total)));
    }
  }

  @Override
  public void retrying(String reason, int attempt, int attempts) {
    close();
    LOG.warn("{}: {}; try {} of {}", name, reason, attempt, attempts);
  }

  @Override
  public void converting() {
    close();
    LOG.info("{}: checking and converting", name);
  }

  /** Ends the bar, if there is one. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
