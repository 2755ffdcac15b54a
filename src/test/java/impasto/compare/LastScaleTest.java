package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastScaleTest {
  @TempDir Path folder;

  @Test
  void tellsWhenTheLossWasFirstSoLowOnTheLastScale() throws Exception {
    Path metrics =
        Files.writeString(
            folder.resolve("metrics.jsonl"),
            """
            {"scale":1,"width":32,"height":24,"loss":0.5,"terms":{"tv":0.5},"seconds":1.0,"rss_mb":3}
            {"scale":2,"width":64,"height":48,"loss":9.0,"seconds":2.0}
            {"scale":2,"width":64,"height":48,"loss":null,"seconds":2.5}
            {"scale":2,"width":64,"height":48,"loss":4.0,"seconds":3.0}
            {"scale":2,"width":64,"height":48,"loss":6.0,"seconds":4.0}
            {"scale":2,"width":64,"height":48,"loss":3.0,"sec""");

    LastScale last = LastScale.read(metrics, false);

    assertThat(last.lowest()).hasValue(4);
    assertThat(last.reached(6)).hasValue(3);
    assertThat(last.reached(9)).hasValue(2);
    assertThat(last.reached(3.9)).isEmpty();
  }

  @Test
  void ofAShallowNetworkTheLossesBeforeTheFinishCountWhereTheSizeIsTheSame() throws Exception {
    Path metrics =
        Files.writeString(
            folder.resolve("metrics.jsonl"),
            """
            {"scale":1,"width":32,"height":64,"loss":1.0,"seconds":1.0}
            {"scale":2,"width":64,"height":64,"loss":9.0,"seconds":2.0}
            {"scale":2,"width":64,"height":64,"loss":5.0,"seconds":3.0}
            {"scale":3,"width":64,"height":64,"loss":4.0,"seconds":4.0}
            """);

    assertThat(LastScale.read(metrics, true).reached(5)).hasValue(3);
    assertThat(LastScale.read(metrics, true).lowest()).hasValue(4);
    assertThat(LastScale.read(metrics, false).reached(5)).hasValue(4);
  }

  @Test
  void withoutAFileThereIsNoCourse() throws Exception {
    assertThat(LastScale.read(folder.resolve("none.jsonl"), false).lowest()).isEmpty();
  }
}
