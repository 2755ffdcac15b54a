package impasto.cli;

import impasto.models.InstalledModels;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells where an installed model is. */
@Command(
    name = "path",
    description = "Print where an installed model is, a safetensors file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto models path vgg19"})
final class ModelsPathCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "The model.")
  private String name;

  @Override
  public Integer call() {
    InstalledModels models = InstalledModels.ofUser();
    CatalogueOptions.checkKnown(spec, name, models);
    PrintWriter out = spec.commandLine().getOut();
    out.println(models.open(name).file());
    out.flush();
    return ExitCode.DONE.code();
  }
}
