package impasto.cli;

import impasto.models.InstalledModels;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes an installed model. */
@Command(
    name = "remove",
    description = "Delete a model, and what there is of its download.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto models remove vgg16"})
final class ModelsRemoveCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsRemoveCommand.class);

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "The model.")
  private String name;

  @Override
  public Integer call() {
    InstalledModels models = InstalledModels.ofUser();
    boolean removed = InstalledModels.isName(name) && models.remove(name);
    if (!removed) {
      // Only now, since a broken download may be of a model of another catalogue.
      CatalogueOptions.checkKnown(spec, name, models);
    }
    LOG.info(removed ? "{}: removed" : "{}: was not installed", name);
    return ExitCode.DONE.code();
  }
}
