package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
  private final Rates rates = new Rates();

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(rates.seconds(100, 1000)).isEmpty();
  }

  @Test
  void theTimeIsProportionalToTheWork() {
    rates.add(100, 1000, 10);
    assertThat(rates.seconds(100, 1000)).hasValue(10);
    assertThat(rates.seconds(100, 250)).hasValue(2.5);
    assertThat(rates.seconds(100, 0)).hasValue(0);
  }

  @Test
  void picturesOfOneSizeCountByTheirWork() {
    rates.add(100, 1000, 10);
    rates.add(100, 3000, 50);
    assertThat(rates.seconds(100, 1000)).hasValue(15);
  }

  @Test
  void theNearestSizeByItsRatioCounts() {
    rates.add(100, 1000, 30);
    rates.add(10_000, 1000, 10);
    assertThat(rates.seconds(1, 1000)).hasValue(30);
    assertThat(rates.seconds(999, 1000)).hasValue(30);
    assertThat(rates.seconds(1001, 1000)).hasValue(10);
    assertThat(rates.seconds(10_000, 1000)).hasValue(10);
    assertThat(rates.seconds(Long.MAX_VALUE, 1000)).hasValue(10);
  }

  @Test
  void whatTellsNothingIsPassedOver() {
    rates.add(0, 1000, 10);
    rates.add(100, 0, 10);
    assertThat(rates.seconds(100, 1000)).isEmpty();
  }
}
