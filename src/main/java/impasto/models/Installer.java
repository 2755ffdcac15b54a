package impasto.models;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Installs published models: downloads or takes the file, checks its hash, and keeps the wanted
 * tensors as safetensors. The same published file always gives the same bytes.
 */
public final class Installer {
  private final InstalledModels models;
  private final Predicate<String> wanted;
  private final InstallListener listener;

  /**
   * @param models where to
   * @param wanted says by its name whether a tensor is kept
   * @param listener hears how it goes
   */
  public Installer(InstalledModels models, Predicate<String> wanted, InstallListener listener) {
    this.models = models;
    this.wanted = wanted;
    this.listener = listener;
  }

  /**
   * Downloads and installs a model; if it is installed and intact, nothing is done. If another
   * process is installing it, this one waits for that.
   *
   * @param entry the model
   * @param base the address of a mirror's folder that has the file; empty for where it is published
   * @param patience how long to go on trying
   * @throws ModelException if that fails; a broken download stays for the next call to go on from
   */
  public InstalledModel download(Catalogue.Entry entry, Optional<String> base, Patience patience) {
    URI url = url(entry, base);
    return locked(
        entry,
        () -> {
          PartialFile partial = PartialFile.of(models.folder(), entry);
          Http http =
              new Http(new Proxies(ProxySelector.getDefault(), System.getenv()), patience.stall());
          try {
            new Download(http, patience, listener).run(url, entry.bytes(), partial);
          } catch (FetchException e) {
            throw new ModelException(
                "model "
                    + entry.name()
                    + " cannot be fetched from "
                    + url
                    + ": "
                    + e.getMessage()
                    + wayOut(entry, partial.length() > 0),
                e);
          }
          listener.converting();
          String hash = Sha256.of(partial.file());
          if (!hash.startsWith(entry.sha256Prefix())) {
            partial.delete();
            throw new ModelException(
                "what came from "
                    + url
                    + " is "
                    + notPublished(entry, hash)
                    + "; it is deleted; try again, or fetch the file elsewhere and run: "
                    + byHand(entry));
          }
          InstalledModel model = Conversion.run(entry, partial.file(), hash, wanted, models);
          partial.delete();
          return model;
        });
  }

  /**
   * Installs a model from a file that was fetched by other means. The file is left as it is.
   *
   * @param entry the model
   * @param file the published file
   * @throws ModelException if it is not the published file, or installing fails
   */
  public InstalledModel take(Catalogue.Entry entry, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(file + ": no such file");
    }
    return locked(
        entry,
        () -> {
          listener.converting();
          String hash = Sha256.of(file);
          if (!hash.startsWith(entry.sha256Prefix())) {
            throw new ModelException(
                file + ": is " + notPublished(entry, hash) + "; fetch it from " + entry.url());
          }
          InstalledModel model = Conversion.run(entry, file, hash, wanted, models);
          PartialFile.of(models.folder(), entry).delete();
          return model;
        });
  }

  private InstalledModel locked(Catalogue.Entry entry, ModelLock.Work<InstalledModel> work) {
    try {
      Files.createDirectories(models.folder());
      return ModelLock.holding(
          models.lockFile(entry.name()),
          listener::waiting,
          () -> {
            Optional<InstalledModel> there = models.find(entry.name());
            return there.isPresent() && isIntact(there.get()) ? there.get() : work.run();
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("installing " + entry.name() + " was interrupted", e);
    } catch (IOException e) {
      throw new ModelException(
          "model "
              + entry.name()
              + " cannot be written to "
              + models.folder()
              + ": "
              + reason(e)
              + "; make room or mend the folder, or set IMPASTO_HOME to another",
          e);
    }
  }

  private static boolean isIntact(InstalledModel model) {
    return Sha256.of(model.file()).equals(model.sha256());
  }

  private static URI url(Catalogue.Entry entry, Optional<String> base) {
    String url = base.map(b -> b.replaceAll("/+$", "") + "/" + entry.file()).orElse(entry.url());
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new ModelException(url + " is no address; it must begin with https:// or http://");
  }

  private static String notPublished(Catalogue.Entry entry, String hash) {
    return "not the published "
        + entry.file()
        + ": its SHA-256 begins with "
        + hash.substring(0, entry.sha256Prefix().length())
        + ", not "
        + entry.sha256Prefix();
  }

  private static String wayOut(Catalogue.Entry entry, boolean resumable) {
    return "; run the command again"
        + (resumable ? " (it goes on where it stopped)" : "")
        + ", name a mirror by --base-url, or fetch the file elsewhere and run: "
        + byHand(entry);
  }

  private static String byHand(Catalogue.Entry entry) {
    return "impasto models install " + entry.name() + " --file " + entry.file();
  }

  /** Java's word for a failed write, without the path before it. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : e.getClass().getSimpleName().replace("Exception", "")
            + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
