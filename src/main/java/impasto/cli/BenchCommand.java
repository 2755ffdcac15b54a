package impasto.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import impasto.bench.BenchReport;
import impasto.bench.Benchmark;
import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what an iteration of the default recipe costs on this machine. */
@Command(
    name = "bench",
    description = {
      "Measure what an iteration of the default recipe costs on this machine.",
      "The network forward and back, beside a float32 matrix product in the same run."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: impasto bench --sizes 256,512"})
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "PX",
      description = "Sides of square pictures. Default: 256,512.")
  private List<Integer> sizes = List.of(256, 512);

  @Option(
      names = "--precisions",
      split = ",",
      paramLabel = "PRECISION",
      completionCandidates = Candidates.Precisions.class,
      description =
          "float32, winograd, bfloat16, several by commas. Default: what --precision says; with "
              + "auto, float32 and what auto is here.")
  private List<Precision> precisions;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each thing is measured; medians are told. Default: 7.")
  private int rounds = 7;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "MODEL",
      description = "Other networks, measured in turn with the first, to compare.")
  private List<Path> others = List.of();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() {
    int least = 16;
    if (rounds < 1 || sizes.stream().anyMatch(size -> size < least)) {
      throw new ParameterException(
          spec.commandLine(), "--rounds must be at least 1, and --sizes at least " + least);
    }
    EngineConfig config = Usage.checked(spec, engine::toConfig);
    Map<String, NetworkWeights> networks = networks();
    try (TorchRuntime runtime = TorchRuntime.start(config)) {
      BenchReport report =
          new Benchmark(runtime, networks, Preset.IMPASTO.config(), rounds)
              .run(
                  config.threads(),
                  sizes,
                  precisions == null ? engine.precisions(runtime) : precisions);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Json.PRETTY.toJson(json(report)) + "\n" : table(report));
      out.flush();
    }
    return ExitCode.DONE.code();
  }

  private Map<String, NetworkWeights> networks() {
    Map<String, NetworkWeights> networks = new LinkedHashMap<>();
    LoadedModel first = model.load();
    networks.put(first.label(), first.weights());
    for (Path other : others) {
      LoadedModel loaded = model.naming(other).load();
      if (networks.put(loaded.label(), loaded.weights()) != null) {
        throw new ParameterException(
            spec.commandLine(), "--against: " + loaded.label() + " is named twice");
      }
    }
    return networks;
  }

  private static String table(BenchReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%6s  %-9s %8s %10s %9s %11s %10s %7s %11s %9s  %s",
            "size",
            "precision",
            "GFLOP",
            "network s",
            "GFLOP/s",
            "gemm GF/s",
            "gemm ratio",
            "Gram s",
            "iteration s",
            "overhead",
            "model"));
    for (BenchReport.Case one : report.cases()) {
      text.append(
          line(
              "%6d  %-9s %8.1f %10.3f %9.0f %11.0f %10.2f %7.3f %11.3f %9.3f  %s",
              one.size(),
              one.precision(),
              one.gflop(),
              one.networkSeconds(),
              one.networkGflops(),
              one.gemmGflops(),
              one.gemmRatio(),
              one.gramSeconds(),
              one.iterationSeconds(),
              one.overheadShare(),
              one.model()));
    }
    text.append(
        line(
            "%d threads at most; first iteration (256 px) after %.2f s",
            report.threads(), report.firstIterationSeconds()));
    report
        .peakMegabytes()
        .ifPresent(peak -> text.append(line("peak resident memory %.0f MB", peak)));
    return text.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + System.lineSeparator();
  }

  private static JsonObject json(BenchReport report) {
    JsonObject object = new JsonObject();
    object.addProperty("threads", report.threads());
    object.addProperty("first_iteration_s", report.firstIterationSeconds());
    report.peakMegabytes().ifPresent(peak -> object.addProperty("rss_mb", peak));
    JsonArray cases = new JsonArray();
    for (BenchReport.Case one : report.cases()) {
      JsonObject line = new JsonObject();
      line.addProperty("model", one.model());
      line.addProperty("size", one.size());
      line.addProperty("precision", one.precision());
      line.addProperty("gflop", one.gflop());
      line.addProperty("network_s", one.networkSeconds());
      line.addProperty("network_gflops", one.networkGflops());
      line.addProperty("gemm_gflops", one.gemmGflops());
      line.addProperty("gemm_ratio", one.gemmRatio());
      line.addProperty("gram_s", one.gramSeconds());
      line.addProperty("iteration_s", one.iterationSeconds());
      line.addProperty("overhead_share", one.overheadShare());
      cases.add(line);
    }
    object.add("cases", cases);
    return object;
  }
}
