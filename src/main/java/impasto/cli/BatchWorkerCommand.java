package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import impasto.batch.JobLocks;
import impasto.batch.WorkOrder;
import impasto.batch.WorkerNews;
import impasto.config.EngineConfig;
import impasto.models.ModelException;
import impasto.report.JsonLines;
import impasto.torch.TorchRuntime;
import impasto.transfer.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Paints what a batch asks for: {@link WorkOrder}s on standard input, {@link WorkerNews} on
 * standard output. It is no command for people.
 */
@Command(
    name = BatchWorkerCommand.NAME,
    hidden = true,
    description = "Paint what a batch asks for on standard input.",
    mixinStandardHelpOptions = true)
final class BatchWorkerCommand implements Callable<Integer> {
  static final String NAME = "batch-worker";

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the batch.")
  private Path folder;

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() throws IOException {
    Logger log = (Logger) LoggerFactory.getLogger("impasto");
    if (log.getLevel() == Level.INFO) {
      // The batch itself tells how its jobs go on.
      log.setLevel(Level.WARN);
    }
    PrintStream batch = new PrintStream(System.out, true, UTF_8);
    // Whatever else is printed in this process must not get between the news.
    System.setOut(System.err);
    OrderBook orders = OrderBook.read(System.in);
    EngineConfig machine = engine.toConfig();
    KeptSupplies supplies = new KeptSupplies();
    preload(supplies);
    try (Interruption interruption = Interruption.listen(orders::end);
        JobLocks locks = enter();
        TorchRuntime runtime = TorchRuntime.start(machine);
        Workshop workshop = new Workshop(runtime)) {
      BooleanSupplier stop = () -> interruption.getAsBoolean() || orders.hasEnded();
      Studio studio = new Studio(runtime, workshop, stop, scales -> progress(scales, batch));
      JobPainter painter = new JobPainter(studio, machine, locks, supplies);
      tell(batch, WorkerNews.of(WorkerNews.Kind.READY));
      for (Optional<WorkOrder> next = orders.next(); next.isPresent(); next = orders.next()) {
        tell(batch, painter.paint(next.get(), orders));
      }
    }
    return ExitCode.DONE.code();
  }

  private JobLocks enter() {
    try {
      return JobLocks.enter(folder, () -> {});
    } catch (IOException e) {
      throw new OutputException("cannot enter %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Reads the network that most jobs need; whatever is wrong with it is told by the jobs. */
  private void preload(Supplies supplies) {
    try {
      supplies.model(model).choice().sha256();
    } catch (ModelException e) {
      LoggerFactory.getLogger(BatchWorkerCommand.class).debug("no network yet", e);
    }
  }

  private static ProgressDisplay progress(PlannedRun plan, PrintStream batch) {
    return new ToldProgress(plan, news -> tell(batch, news), System::nanoTime);
  }

  private static void tell(PrintStream batch, WorkerNews news) {
    batch.println(JsonLines.line(news));
  }
}
