package impasto.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The border where settings are checked: what the records refuse there is wrong usage. */
final class Usage {
  private Usage() {}

  static <T> T checked(CommandSpec spec, Supplier<T> config) {
    try {
      return config.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (ParameterException e) {
      // From the command line of a job, whose command the user did not name.
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
