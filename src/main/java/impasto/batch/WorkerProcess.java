package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.batch.CrewEvent.Ended;
import impasto.batch.CrewEvent.Told;
import impasto.report.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker in a process of its own: it reads {@link WorkOrder}s and writes {@link WorkerNews}, a
 * line of JSON each. It takes the end of its input as a request to stop, so that it ends, too, if
 * the process that began it is killed.
 */
public final class WorkerProcess implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  private final Process process;
  private final PrintStream orders;

  private WorkerProcess(Process process) {
    this.process = process;
    orders = new PrintStream(process.getOutputStream(), true, UTF_8);
  }

  /**
   * Begins a process.
   *
   * @param command its command line
   * @param events hears of it, from other threads
   * @param words hears what it says on standard error, line by line, from another thread
   * @throws CrewFailedException if there cannot be such a process
   */
  public static WorkerProcess start(
      List<String> command, Consumer<CrewEvent> events, Consumer<String> words) {
    try {
      WorkerProcess worker = new WorkerProcess(new ProcessBuilder(command).start());
      Thread said = worker.thread("words", () -> worker.listen(words));
      worker.thread("news", () -> worker.follow(events, said));
      return worker;
    } catch (IOException e) {
      throw new CrewFailedException("cannot start a worker process: " + e.getMessage(), e);
    }
  }

  @Override
  public void send(WorkOrder order) {
    // Of a dead process this tells nothing: its end is told anyway.
    orders.println(JsonLines.line(order));
  }

  @Override
  public void stop() {
    orders.close();
  }

  private void follow(Consumer<CrewEvent> events, Thread said) {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // A line that was cut off by the worker's death is none.
        JsonLines.parse(WorkerNews.class, line)
            .ifPresent(news -> events.accept(new Told(this, news)));
      }
    } catch (IOException e) {
      LOG.debug("worker {} cannot be heard any more", process.pid(), e);
    } finally {
      // Whatever happens here: a crew that does not hear of an end waits for ever.
      events.accept(new Ended(this, end(said)));
    }
  }

  private int end(Thread said) {
    try {
      int exitCode = process.waitFor();
      // Its last words come before the news of its death.
      said.join();
      return exitCode;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private void listen(Consumer<String> words) {
    try (BufferedReader lines = process.errorReader(Charset.defaultCharset())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        words.accept(line);
      }
    } catch (IOException e) {
      LOG.debug("worker {} has closed its standard error", process.pid(), e);
    }
  }

  private Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, "worker " + process.pid() + " " + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
