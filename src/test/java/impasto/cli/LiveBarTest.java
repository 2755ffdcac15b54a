package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.transfer.Iteration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveBarTest {
  private static final int COLUMNS = 66;

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true, UTF_8);
  private final AtomicLong nanoseconds = new AtomicLong();

  @BeforeEach
  void standInForTheTerminal() {
    System.setErr(terminal);
  }

  @AfterEach
  void giveItBack() {
    System.setErr(before);
  }

  @Test
  void theLastDrawingTellsWhereTheRunStands() {
    try (ProgressDisplay bar = start()) {
      bar.iterated(iteration(1, 1));
      bar.iterated(iteration(2, 3));
      nanoseconds.set(3_000_000_000L);
    }
    // 2 of 10 at 2 s each: 16 s were left 3 s ago.
    assertThat(screen())
        .containsExactly(" 20% [==        ] 1/1 8x8, 2/10, loss 0.50000, 2.0 s/it, 13 s left", "");
  }

  @Test
  void linesAppearAboveTheBar() {
    try (ProgressDisplay bar = start()) {
      bar.iterated(iteration(1, 1));
      System.err.print("impasto: a warning");
      System.err.println(" in two parts");
    }
    assertThat(screen()).hasSize(3);
    assertThat(screen().get(0)).isEqualTo("impasto: a warning in two parts");
    assertThat(screen().get(1)).startsWith(" 10% [").contains("1/10");
    assertThat(screen().get(2)).isEmpty();
  }

  @Test
  void afterItsEndStandardErrorIsAsBefore() {
    PrintStream during;
    try (ProgressDisplay bar = start()) {
      bar.iterated(iteration(1, 1));
      during = System.err;
    }
    assertThat(System.err).isSameAs(terminal);
    during.println("from one who kept it");
    System.err.println("from all others");
    assertThat(screen()).last().isEqualTo("");
    assertThat(screen().subList(1, 3)).containsExactly("from one who kept it", "from all others");
  }

  @Test
  void aRunThatBreaksOffLeavesAFreshLine() {
    start().close();
    assertThat(screen()).last().isEqualTo("");
  }

  @Test
  void theBarKeepsNoProcessAlive() {
    try (ProgressDisplay bar = start()) {
      bar.iterated(iteration(1, 1));
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().equals("ProgressBar"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  private ProgressDisplay start() {
    Pace pace = new Pace(new PlannedRun(List.of(new PlannedScale(64, 10)), 0));
    return LiveBar.start(pace, new ErrorTerminal(COLUMNS + 1), nanoseconds::get);
  }

  private static Iteration iteration(int number, double seconds) {
    return new Iteration(1, 1, 8, 8, number, 10, number, 0.5, Map.of(), seconds);
  }

  /** What a person sees: a carriage return goes back, and what follows is written over. */
  private List<String> screen() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (char c : bytes.toString(UTF_8).toCharArray()) {
      if (c == '\n') {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        column = 0;
      } else if (c == '\r') {
        column = 0;
      } else {
        line.setLength(Math.max(line.length(), column + 1));
        line.setCharAt(column++, c);
      }
      assertThat(line.length()).as("no line is wrapped").isLessThanOrEqualTo(COLUMNS);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
