package impasto.bench;

import impasto.config.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The times of one subject.
 *
 * @param model what the network is called
 * @param size the side of the picture in pixels
 * @param precision the arithmetic inside the network
 * @param subject what is measured
 * @param gemm seconds of a matrix product, a number a round
 * @param network seconds of the network, a number a round
 * @param gram seconds of the Gram products, a number a round
 * @param iteration seconds of a whole iteration, a number a round
 */
record Rounds(
    String model,
    int size,
    Precision precision,
    Subject subject,
    List<Double> gemm,
    List<Double> network,
    List<Double> gram,
    List<Double> iteration) {

  Rounds(String model, int size, Precision precision, Subject subject) {
    this(
        model,
        size,
        precision,
        subject,
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /**
   * Measures each thing once, the matrix product before and after the network. The Gram products
   * come between, with as many threads as the network takes.
   */
  void measure(Runnable multiplication) {
    double before = seconds(multiplication);
    network.add(seconds(subject::network));
    gram.add(seconds(subject::gram));
    gemm.add((before + seconds(multiplication)) / 2);
    iteration.add(seconds(subject::iterate));
  }

  BenchReport.Case result(double gemmOperations) {
    double operations = subject.operations();
    List<Double> ratios = each(i -> operations / network.get(i) / (gemmOperations / gemm.get(i)));
    List<Double> overheads =
        each(i -> (iteration.get(i) - network.get(i) - gram.get(i)) / iteration.get(i));
    return new BenchReport.Case(
        model,
        size,
        precision.name().toLowerCase(Locale.ROOT),
        operations / 1e9,
        median(network),
        gemmOperations / 1e9 / median(gemm),
        median(ratios),
        median(gram),
        median(iteration),
        median(overheads));
  }

  private List<Double> each(IntToDoubleFunction of) {
    return IntStream.range(0, network.size()).mapToObj(i -> of.applyAsDouble(i)).toList();
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
