package impasto.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Installs the fixture {@code zip.pth} as the model {@code tiny}, and remembers what was heard. */
final class Installation implements InstallListener {
  static final byte[] FILE = Fixtures.bytes("zip.pth");
  static final String HASH = Sha256.of(Fixtures.path("zip.pth"));
  static final Catalogue.Entry TINY = entry(0);

  private final List<String> heard = new ArrayList<>();
  private final InstalledModels models;
  private final Patience patience;

  Installation(Path folder, int attempts) {
    this(folder, attempts, Duration.ofSeconds(30));
  }

  Installation(Path folder, int attempts, Duration stall) {
    this.models = new InstalledModels(folder);
    this.patience = new Patience(stall, attempts, attempt -> heard.add("pause " + attempt));
  }

  static Catalogue.Entry entry(long bytes) {
    return new Catalogue.Entry(
        "tiny",
        "tiny.pth",
        "https://models.invalid/tiny.pth",
        HASH.substring(0, 8),
        "caffe",
        "",
        bytes);
  }

  InstalledModels models() {
    return models;
  }

  List<String> heard() {
    return heard;
  }

  InstalledModel download(String base) {
    return download(TINY, base);
  }

  InstalledModel download(Catalogue.Entry entry, String base) {
    return installer().download(entry, Optional.of(base), patience);
  }

  InstalledModel take(Path file) {
    return installer().take(TINY, file);
  }

  private Installer installer() {
    return new Installer(models, name -> name.startsWith("features."), this);
  }

  @Override
  public void waiting() {
    heard.add("waiting");
  }

  @Override
  public void downloading(String url, long have, long total) {
    heard.add("from " + have + " of " + total);
  }

  @Override
  public void received(long have) {
    // Pieces are of any size.
  }

  @Override
  public void retrying(String reason, int attempt, int attempts) {
    heard.add("try %d of %d: %s".formatted(attempt, attempts, reason));
  }

  @Override
  public void converting() {
    heard.add("converting");
  }
}
