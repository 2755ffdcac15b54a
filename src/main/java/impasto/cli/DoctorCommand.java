package impasto.cli;

import impasto.config.EngineConfig;
import impasto.models.InstalledModels;
import impasto.torch.ComputationException;
import impasto.torch.EngineCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the machine and says what a run would find there. */
@Command(
    name = "doctor",
    description = {
      "Look at this machine: versions, memory, device, models, folders, and whether the engine starts.",
      "Lines begin with ok, note or problem. Exit code 5 if the engine does not start."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto doctor"})
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() throws Exception {
    EngineConfig config = Usage.checked(spec, engine::toConfig);
    PrintWriter out = spec.commandLine().getOut();
    List.of(
            MachineChecks.versions(),
            MachineChecks.machine(config.threads()),
            FolderChecks.of(System.getenv()),
            EnvironmentChecks.of(System.getenv()))
        .forEach(findings -> print(out, findings));
    try {
      EngineCheck check = EngineCheck.run(config);
      print(out, EngineChecks.of(check));
      print(out, DefaultChecks.of(InstalledModels.ofUser(), check.onCuda(), config.threads()));
      return ExitCode.DONE.code();
    } catch (ComputationException e) {
      print(out, List.of(EngineChecks.of(e)));
      return ExitCode.COMPUTATION.code();
    }
  }

  private static void print(PrintWriter out, List<Finding> findings) {
    findings.forEach(out::println);
    out.flush();
  }
}
