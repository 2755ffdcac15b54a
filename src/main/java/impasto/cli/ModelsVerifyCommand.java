package impasto.cli;

import impasto.models.InstalledModels;
import impasto.models.ModelException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks installed models. */
@Command(
    name = "verify",
    description = "Check that installed models are undamaged.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto models verify"})
final class ModelsVerifyCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsVerifyCommand.class);

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The model. Default: all that are installed.")
  private String name;

  @Override
  public Integer call() {
    InstalledModels models = InstalledModels.ofUser();
    if (name != null) {
      CatalogueOptions.checkKnown(spec, name, models);
    }
    List<String> names = name == null ? models.names() : List.of(name);
    List<ModelException> damages = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    for (String each : names) {
      try {
        out.printf("%-12s intact, SHA-256 %s%n", each, models.verify(each).sha256());
      } catch (ModelException e) {
        damages.add(e);
      }
    }
    out.flush();
    if (names.isEmpty()) {
      LOG.info("no model is installed");
    }
    if (!damages.isEmpty()) {
      throw new ModelException(
          String.join("; ", damages.stream().map(ModelException::getMessage).toList()));
    }
    return ExitCode.DONE.code();
  }
}
