package impasto.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.net.NetworkWeights;
import impasto.torch.ResidentMemory;
import impasto.torch.TorchRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures what an iteration costs on this machine, and how near that is to its arithmetic. */
public final class Benchmark {
  private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
  private static final int FIRST_SIZE = 256;
  private static final int GEMM_SIDE = 2048;

  private final TorchRuntime runtime;
  private final Map<String, NetworkWeights> networks;
  private final TransferConfig recipe;
  private final int rounds;

  /**
   * @param runtime the engine
   * @param networks the feature networks by what they are called, at least one
   * @param recipe whose iteration is measured
   * @param rounds how often each thing is measured, at least 1
   */
  public Benchmark(
      TorchRuntime runtime,
      Map<String, NetworkWeights> networks,
      TransferConfig recipe,
      int rounds) {
    this.runtime = runtime;
    this.networks = networks;
    this.recipe = recipe;
    this.rounds = rounds;
  }

  /**
   * Measures. To be called first in a process, or the first iteration means nothing.
   *
   * @param threads threads of the engine, for the report
   * @param sizes sides of square pictures in pixels
   * @param precisions at least one
   */
  public BenchReport run(int threads, List<Integer> sizes, List<Precision> precisions) {
    return TorchRuntime.guard(
        () -> {
          double first = firstIteration(precisions.get(0));
          List<BenchReport.Case> cases = new ArrayList<>();
          for (int size : sizes) {
            cases.addAll(measure(size, precisions));
          }
          return new BenchReport(threads, first, ResidentMemory.peakMegabytes(), cases);
        });
  }

  private double firstIteration(Precision precision) {
    NetworkWeights weights = networks.values().iterator().next();
    try (Subject subject = subject(weights, FIRST_SIZE, precision)) {
      subject.iterate();
    }
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    return Duration.between(start, Instant.now()).toMillis() / 1e3;
  }

  private List<BenchReport.Case> measure(int size, List<Precision> precisions) {
    List<Rounds> all = new ArrayList<>();
    for (Precision precision : precisions) {
      networks.forEach(
          (model, weights) -> {
            LOG.info("measuring {} at {} x {} in {}", model, size, size, precision);
            Subject subject = subject(weights, size, precision);
            all.add(new Rounds(model, size, precision, subject));
            subject.network();
            // A full history: the optimiser's own work grows with it.
            for (int i = 0; i < history() + 2; i++) {
              subject.iterate();
            }
          });
    }
    try (NDManager manager = runtime.manager().newSubManager()) {
      NDArray matrix = manager.randomUniform(0, 1, new Shape(GEMM_SIDE, GEMM_SIDE));
      multiply(matrix);
      for (int i = 0; i < rounds; i++) {
        for (Rounds round : all) {
          round.measure(() -> multiply(matrix));
        }
      }
    }
    double multiplication = 2 * Math.pow(GEMM_SIDE, 3);
    List<BenchReport.Case> cases = all.stream().map(round -> round.result(multiplication)).toList();
    all.forEach(round -> round.subject().close());
    return cases;
  }

  private Subject subject(NetworkWeights weights, int size, Precision precision) {
    return new Subject(runtime, weights, recipe, size, precision);
  }

  private int history() {
    return recipe.optimizer() instanceof Lbfgs lbfgs ? lbfgs.historySize() : 0;
  }

  private void multiply(NDArray matrix) {
    // The network may have left it with fewer.
    runtime.useThreads(Integer.MAX_VALUE);
    try (NDArray product = matrix.matMul(matrix)) {
      product.getFloat(0, 0);
    }
  }
}
