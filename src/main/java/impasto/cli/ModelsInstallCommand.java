package impasto.cli;

import impasto.models.Catalogue;
import impasto.models.InstalledModel;
import impasto.models.InstalledModels;
import impasto.models.Installer;
import impasto.models.Patience;
import impasto.net.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a model. */
@Command(
    name = "install",
    description = {
      "Download, check and install a model.",
      "Of the published weights, what a picture needs is kept. A download that broke",
      "off goes on where it stopped. Proxies are those of Java's settings or of",
      "https_proxy, http_proxy and no_proxy."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  impasto models install vgg19",
      "",
      "Without a network, from a file that was fetched elsewhere:",
      "  impasto models install vgg19 --file vgg19-dcbb9e9d.pth"
    })
final class ModelsInstallCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsInstallCommand.class);
  private static final String MIRROR = "IMPASTO_MODELS_URL";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The model, one of those of 'impasto models list'.")
  private String name;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Take the published file from here instead of the network.")
  private Path file;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "A mirror: the published file's name is put after it. Default: the variable "
              + MIRROR
              + ", else where the model is published.")
  private String baseUrl;

  @Mixin private CatalogueOptions catalogues = new CatalogueOptions();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long a server may say nothing. Default: 30.")
  private int timeout = 30;

  @Override
  public Integer call() {
    if (timeout < 1) {
      throw new ParameterException(
          spec.commandLine(), "--timeout must be at least 1, not " + timeout);
    }
    Catalogue.Entry entry = catalogues.entry(spec, name);
    InstalledModel model;
    try (DownloadProgress progress = DownloadProgress.start(name)) {
      Installer installer = new Installer(InstalledModels.ofUser(), Network::isParameter, progress);
      model =
          file != null
              ? installer.take(entry, file)
              : installer.download(entry, mirror(), Patience.of(Duration.ofSeconds(timeout)));
    }
    LOG.info(
        "{}: installed, {}, {}", name, ModelsListCommand.megabytes(model.bytes()), model.file());
    return ExitCode.DONE.code();
  }

  private Optional<String> mirror() {
    return Optional.ofNullable(baseUrl)
        .or(() -> Optional.ofNullable(System.getenv(MIRROR)))
        .filter(url -> !url.isBlank());
  }
}
