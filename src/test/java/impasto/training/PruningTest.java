package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PruningTest {
  @Test
  void ofTwoChannelsThatAreTheSameOneIsKept() {
    double[][] second = {{4, 4, 0}, {4, 4, 0}, {0, 0, 1}};

    assertThat(Pruning.kept(second, 2)).containsExactly(0, 2);
  }

  @Test
  void whatExplainsTheMostIsKeptFirstAndNotWhatIsLargest() {
    // Channel 0 has 4 and explains only itself; 1 to 3 have 2 each and explain each other, 6.
    double[][] second = {{4, 0, 0, 0}, {0, 2, 2, 2}, {0, 2, 2, 2}, {0, 2, 2, 2}};

    assertThat(Pruning.kept(second, 1)).containsExactly(1);
    assertThat(Pruning.kept(second, 2)).containsExactly(1, 0);
  }

  @Test
  void channelsThatAreAlwaysZeroComeLast() {
    double[][] second = {{0, 0, 0}, {0, 1, 0}, {0, 0, 2}};

    assertThat(Pruning.kept(second, 3)).containsExactly(2, 1, 0);
  }
}
