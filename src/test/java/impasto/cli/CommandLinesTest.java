package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Failures that a user cannot provoke on purpose, hence without a process of their own. */
class CommandLinesTest {
  private final StringWriter err = new StringWriter();

  @Test
  void anUnexpectedExceptionIsABugThatAsksForAReport() {
    assertThat(execute(new IllegalStateException("off\nby one"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("impasto: this is a bug of ours; please report")
        .contains("--stacktrace", "IllegalStateException: off by one");
  }

  @Test
  void anUnexpectedErrorIsABugToo() {
    assertThat(execute(new StackOverflowError())).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("StackOverflowError");
  }

  @Test
  void aFullHeapIsAFailedComputationWithAWayOut() {
    assertThat(execute(new OutOfMemoryError("Java heap space"))).isEqualTo(5);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("impasto: out of memory (Java heap space)")
        .contains("--size", "-Xmx");
  }

  @Test
  void theStackTraceFollowsOnRequest() {
    execute(new IllegalStateException("off by one"), "--stacktrace");
    assertThat(err.toString()).contains("\tat impasto.cli.CommandLinesTest");
  }

  private int execute(Throwable failure, String... options) {
    CommandSpec root =
        CommandSpec.create().addSubcommand("fail", new CommandLine(new Fail(failure)));
    return CommandLines.of(root)
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("fail"), Stream.of(options)).toArray(String[]::new));
  }

  @Command(name = "fail")
  private record Fail(Throwable failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }
}
