package impasto.cli;

import impasto.report.Recipe;
import impasto.report.RecipeJson;
import impasto.report.Recipes;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how a picture was painted. */
@Command(
    name = "show",
    description = {
      "Print the settings that a picture was painted with.",
      "They are read from inside the picture, or from the record of its run."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "impasto show [OPTIONS] PICTURE|RECORD.json",
    footer = {"", "Example:", "  impasto show painted.png"})
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A picture that Impasto wrote, or a record, which ends in .json.")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (Recipes.isRecord(file) && !RunRecords.isRecipe(file)) {
      RunRecord record = RunRecords.read(file);
      out.print(json ? RunRecords.pretty(record) : ShownSettings.of(record));
    } else {
      Recipe recipe = Recipes.read(file);
      out.print(json ? RecipeJson.pretty(recipe) : ShownSettings.of(recipe));
    }
    out.flush();
    return ExitCode.DONE.code();
  }
}
