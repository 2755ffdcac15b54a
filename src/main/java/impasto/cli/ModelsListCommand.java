package impasto.cli;

import impasto.models.BuiltinModel;
import impasto.models.Catalogue;
import impasto.models.InputConventions;
import impasto.models.InstalledModel;
import impasto.models.InstalledModels;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which models there are. */
@Command(
    name = "list",
    description = "Print which models there are.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto models list"})
final class ModelsListCommand implements Callable<Integer> {
  private static final String FORMAT = "%-12s %-10s %9s  %-12s %s%n";
  private static final double MEGABYTE = 1e6;

  @Spec private CommandSpec spec;

  @Mixin private CatalogueOptions catalogues = new CatalogueOptions();

  @Override
  public Integer call() {
    InstalledModels models = InstalledModels.ofUser();
    Catalogue catalogue = catalogues.catalogue();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(FORMAT, "name", "installed", "size", "input", "what it is");
    out.printf(FORMAT, builtin());
    for (String name : CatalogueOptions.names(catalogue, models.names())) {
      out.printf(FORMAT, row(name, catalogue.find(name), models.find(name)));
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static Object[] builtin() {
    BuiltinModel model = BuiltinModel.open();
    String input = model.read(tensor -> false).metadata().get(InputConventions.KEY);
    return new Object[] {
      BuiltinModel.NAME, "yes", megabytes(model.bytes()), input, BuiltinModel.ABOUT
    };
  }

  private static Object[] row(
      String name, Optional<Catalogue.Entry> entry, Optional<InstalledModel> installed) {
    return new Object[] {
      name,
      installed.isPresent() ? "yes" : "no",
      installed.map(model -> megabytes(model.bytes())).orElse("-"),
      entry.map(Catalogue.Entry::input).orElse("-"),
      entry.map(Catalogue.Entry::about).orElse("installed from another catalogue")
    };
  }

  /** A length in megabytes, with a digit behind the point. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
