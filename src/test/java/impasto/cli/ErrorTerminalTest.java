package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTerminalTest {
  private static final Map<String, String> USUAL = Map.of("TERM", "xterm", "NO_COLOR", "");

  @ParameterizedTest
  @CsvSource({"120, 120", "0, 80", "'', 80", "wide, 80", "99999, 80"})
  void itsWidthIsWhatTheLauncherSaysOrTheUsual(String said, int columns) {
    assertThat(terminal("true", said, USUAL)).contains(new ErrorTerminal(columns));
  }

  @Test
  void withoutATerminalNothingIsDrawn() {
    assertThat(terminal("false", "80", USUAL)).isEmpty();
    assertThat(ErrorTerminal.of(new Properties(), USUAL)).isEmpty();
  }

  @Test
  void thoseWhoWantItPlainGetItPlain() {
    assertThat(terminal("true", "80", Map.of("TERM", "dumb"))).isEmpty();
    assertThat(terminal("true", "80", Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEmpty();
  }

  @Test
  void aTerminalOfAFewCharactersIsNotDrawnOn() {
    assertThat(terminal("true", "19", USUAL)).isEmpty();
  }

  private static Optional<ErrorTerminal> terminal(
      String present, String columns, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty(ErrorTerminal.PRESENT, present);
    properties.setProperty(ErrorTerminal.COLUMNS, columns);
    return ErrorTerminal.of(properties, environment);
  }
}
