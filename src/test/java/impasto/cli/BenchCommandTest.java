package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  @Test
  void tellsWhatItMeasuredAsJson() throws Exception {
    CommandRun run =
        bench("--sizes", "32", "--precisions", "float32,bfloat16", "--rounds", "1", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(report.get("first_iteration_s").getAsDouble()).isPositive();
    List<JsonObject> cases =
        report.getAsJsonArray("cases").asList().stream().map(one -> one.getAsJsonObject()).toList();
    assertThat(cases)
        .extracting(one -> one.get("precision").getAsString())
        .containsExactly("float32", "bfloat16");
    JsonObject one = cases.get(0);
    double network = one.get("gflop").getAsDouble() / one.get("network_s").getAsDouble();
    assertThat(one.get("network_gflops").getAsDouble()).isCloseTo(network, within(1e-9 * network));
    // With a single round the median of the quotients is the quotient of the medians.
    double ratio = network / one.get("gemm_gflops").getAsDouble();
    assertThat(one.get("gemm_ratio").getAsDouble()).isCloseTo(ratio, within(1e-9 * ratio));
    assertThat(one.keySet()).contains("size", "gram_s", "iteration_s", "overhead_share");
  }

  @Test
  void networksTakeTurns() throws Exception {
    CommandRun run =
        bench("--sizes=32", "--precisions=float32", "--rounds=1", "--json", "--against=builtin");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(report.getAsJsonArray("cases").asList())
        .extracting(one -> one.getAsJsonObject().get("model").getAsString())
        .containsExactly(Reference.MODEL.toString(), "builtin");
  }

  @Test
  void refusesANetworkThatIsNamedTwice() throws Exception {
    CommandRun run = bench("--sizes=32", "--against=builtin,builtin");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--against: builtin is named twice");
  }

  @Test
  void refusesSizesThatTheNetworkCannotTake() throws Exception {
    CommandRun run = bench("--sizes", "256,8");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("--sizes");
  }

  private CommandRun bench(String... options) throws Exception {
    Object[] args = new Object[options.length + 3];
    args[0] = "bench";
    args[1] = "-m";
    args[2] = Reference.MODEL;
    System.arraycopy(options, 0, args, 3, options.length);
    return CommandRun.in(folder, args);
  }
}
