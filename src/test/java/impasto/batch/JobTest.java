package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTest {

  @Test
  void theIdIsTheSameOnAnotherMachineAndInAnotherPlace() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("size", "64");
    settings.put("seed", "1");
    Job here = job(1, "/mnt/a", "sea.jpg", List.of("monet.jpg"), settings);
    Map<String, String> reordered = new LinkedHashMap<>();
    reordered.put("seed", "1");
    reordered.put("size", "64");

    assertThat(job(7, "/data", "sea.jpg", List.of("monet.jpg"), reordered).id())
        .isEqualTo(here.id());
    // printf '7:sea.jpg1\n9:monet.jpg4:seed1:14:size2:64' | sha256sum
    assertThat(here.id()).isEqualTo("4a1272f062f0ba8c");
  }

  @Test
  void theIdTellsAllElseApart() {
    assertThat(
            List.of(
                job(1, "/", "a", List.of("b"), Map.of()).id(),
                job(1, "/", "ab", List.of(""), Map.of()).id(),
                job(1, "/", "a", List.of("b", "c"), Map.of()).id(),
                job(1, "/", "a", List.of("b"), Map.of("c", "d")).id(),
                job(1, "/", "a", List.of("b"), Map.of("c", "")).id(),
                job(1, "/", "a", List.of("b", "c", "d"), Map.of()).id(),
                job(1, "/", "b", List.of("a"), Map.of()).id()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{16}"));
  }

  @Test
  void everyJobIsInOneShareAndSharesAreFair() {
    List<Job> jobs =
        IntStream.range(0, 300)
            .mapToObj(i -> job(i + 1, "/", i + ".png", List.of("s"), Map.of()))
            .toList();
    for (Job job : jobs) {
      assertThat(IntStream.rangeClosed(1, 3).filter(i -> new Shard(i, 3).has(job)).count())
          .isEqualTo(1);
      assertThat(Shard.ALL.has(job)).isTrue();
    }
    for (int i = 1; i <= 3; i++) {
      assertThat(jobs.stream().filter(new Shard(i, 3)::has).count()).isBetween(70L, 130L);
    }
  }

  @Test
  void sharesAreParsed() {
    assertThat(Shard.parse("2/3")).isEqualTo(new Shard(2, 3));
    assertThat(Shard.parse("1000000/1000000").of()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2", "0/3", "4/3", "1/1000001", "-1/3", "1/0", "1/99999999999", "a/b"})
  void whatIsNoShareIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse(text))
        .withMessageContaining("is no share");
  }

  private static Job job(
      int index, String folder, String content, List<String> styles, Map<String, String> settings) {
    return new Job(
        index,
        new Source(Path.of(folder, content), content),
        styles.stream().map(style -> new Source(Path.of(folder, style), style)).toList(),
        index + ".png",
        settings,
        Map.of());
  }
}
