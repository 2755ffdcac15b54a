package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.batch.Redo;
import impasto.batch.WorkOrder;
import impasto.report.JsonLines;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OrderBookTest {
  private final PipedOutputStream batch = new PipedOutputStream();
  private OrderBook book;

  @BeforeEach
  void read() throws IOException {
    book = OrderBook.read(new PipedInputStream(batch));
  }

  @AfterEach
  void endTheBatch() throws IOException {
    batch.close();
  }

  @Test
  void ordersComeOneAfterTheOther() throws IOException {
    say(JsonLines.line(order("a \u6d6e.png")) + "\n" + JsonLines.line(order("b.png")) + "\n");

    assertThat(book.next()).contains(order("a \u6d6e.png"));
    assertThat(book.next()).contains(order("b.png"));
    assertThat(book.hasEnded()).isFalse();
    say(JsonLines.line(order("c.png")) + "\n");
    assertThat(book.next()).contains(order("c.png"));
  }

  @Test
  void theEndOfTheInputIsTheEndOfAll() throws IOException {
    batch.close();

    assertThat(book.next()).isEmpty();
    assertThat(book.hasEnded()).isTrue();
    assertThat(book.next()).isEmpty();
  }

  @Test
  void whatIsNoWholeOrderIsPassedOver() throws IOException {
    String line = JsonLines.line(order("a.png"));
    say("\nwhat?\n{}\n" + line.substring(0, line.length() - 5) + "\n" + line + "\n");

    assertThat(book.next()).contains(order("a.png"));

    // The batch was killed while it wrote.
    say(line.substring(0, line.length() - 1));
    batch.close();
    assertThat(book.next()).isEmpty();
  }

  @Test
  void ordersThatWaitAreNotWantedAfterTheEnd() throws IOException {
    say(JsonLines.line(order("a.png")) + "\n" + JsonLines.line(order("b.png")) + "\n");
    assertThat(book.next()).isPresent();

    book.end();

    assertThat(book.hasEnded()).isTrue();
    assertThat(book.next()).isEmpty();
  }

  @Test
  void aWaitEndsWithAll() throws IOException {
    assertThat(book.<String>waiting(() -> "what was waited for")).isEqualTo("what was waited for");

    assertThatThrownBy(() -> book.waiting(this::waitForLonger))
        .isInstanceOf(InterruptedIOException.class);

    assertThat(book.hasEnded()).isTrue();
    assertThatThrownBy(() -> book.waiting(() -> "too late"))
        .isInstanceOf(IOException.class)
        .hasMessage("the batch has ended");
    // Whoever was interrupted once is not interrupted for something else.
    assertThat(Thread.interrupted()).isFalse();
  }

  /** For longer than the batch lives. */
  private String waitForLonger() throws IOException {
    batch.close();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return "never";
  }

  private void say(String text) throws IOException {
    batch.write(text.getBytes(UTF_8));
    batch.flush();
  }

  private static WorkOrder order(String output) {
    return new WorkOrder(
        output, List.of("stylize", "--", "a b.png"), Redo.STALE, true, Instant.EPOCH, true);
  }
}
