package impasto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Measures the machine. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
