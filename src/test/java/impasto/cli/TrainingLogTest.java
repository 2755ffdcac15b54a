package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import impasto.torch.HostTensor;
import impasto.training.TrainingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TrainingLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(TrainingLog.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private long seconds;

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    told.start();
    logger.addAppender(told);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(told);
    logger.setLevel(null);
  }

  @Test
  void keepsACheckpointOnceAMinuteAndTellsTheTimeLeft() {
    Path file = folder.resolve("x.checkpoint.safetensors");
    TrainingLog log = log(file);
    log.judged(0, Map.of("relu1_1", 0.5));
    seconds = 59;
    log.stepped(1, () -> state(1));
    assertThat(file).doesNotExist();
    seconds = 61;
    log.stepped(2, () -> state(2));
    assertThat(TrainingState.read(file, "a lesson").step()).isEqualTo(2);
    seconds = 120;
    log.stepped(3, () -> state(3));
    assertThat(TrainingState.read(file, "a lesson").step()).isEqualTo(2);

    // 2 of 10 steps took 61 s.
    assertThat(told.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("step 0 of 10: unexplained relu1_1 0.5000", "step 2 of 10, 4:04 min left");
  }

  @Test
  void theTimeLeftOfAResumedTrainingGoesByItsOwnSteps() {
    TrainingLog log = log(folder.resolve("x.checkpoint.safetensors"));
    log.judged(6, Map.of());
    seconds = 80;
    log.stepped(8, () -> state(8));

    assertThat(told.list.get(1).getFormattedMessage()).isEqualTo("step 8 of 10, 1:20 min left");
  }

  @Test
  void aStoppedTrainingIsKeptAtOnce() {
    Path file = folder.resolve("x.checkpoint.safetensors");

    log(file).stopped(() -> state(5));

    assertThat(TrainingState.read(file, "a lesson").step()).isEqualTo(5);
    assertThat(told.list.get(0).getFormattedMessage()).contains(file.toString(), "--resume");
  }

  @Test
  void aCheckpointThatCannotBeWrittenStopsNothing() {
    TrainingLog log = log(folder.resolve("none/x.checkpoint.safetensors"));
    log.judged(0, Map.of());
    seconds = 60;

    log.stepped(1, () -> state(1));

    assertThat(told.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(message -> message.contains("cannot write"));
    assertThat(Files.exists(folder.resolve("none"))).isFalse();
    log.stopped(() -> state(1));
    assertThat(told.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(message -> message.contains("--resume"));
  }

  private TrainingLog log(Path file) {
    return new TrainingLog(10, file, "a lesson", () -> TimeUnit.SECONDS.toNanos(seconds));
  }

  private static TrainingState state(int step) {
    HostTensor x = new HostTensor(new int[] {1}, new float[] {1});
    return new TrainingState(step, Map.of("x", x));
  }
}
