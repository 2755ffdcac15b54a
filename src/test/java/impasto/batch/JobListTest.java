package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobListTest {
  private static final Source SEA = new Source(Path.of("p/2024/sea.jpg"), "2024/sea.jpg");
  private static final Source TOWN = new Source(Path.of("p/town.jpg"), "town.jpg");
  private static final Source MONET = new Source(Path.of("s/monet.jpg"), "monet.jpg");
  private static final Source SEURAT = new Source(Path.of("s/seurat.png"), "seurat.png");

  @TempDir private Path folder;

  @Test
  void paintingsChangeLastAndTheGridFirst() {
    List<Sweep> sweeps = List.of(Sweep.parse("seed=1,2"));
    List<Job> jobs = cross(List.of(SEA, TOWN), List.of(MONET, SEURAT), Optional.empty(), sweeps);

    assertThat(jobs)
        .extracting(Job::output)
        .containsExactly(
            "2024/sea_monet_seed-1.png",
            "2024/sea_monet_seed-2.png",
            "town_monet_seed-1.png",
            "town_monet_seed-2.png",
            "2024/sea_seurat_seed-1.png",
            "2024/sea_seurat_seed-2.png",
            "town_seurat_seed-1.png",
            "town_seurat_seed-2.png");
    assertThat(jobs).extracting(Job::index).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(jobs.get(1).settings()).isEqualTo(Map.of("seed", "2")).isEqualTo(jobs.get(1).axes());
  }

  @Test
  void namesHoldOptionsThatNobodySet() {
    assertThat(cross(List.of(TOWN), List.of(MONET), Optional.of("{index}_{size}.png"), List.of()))
        .extracting(Job::output)
        .containsExactly("1_512.png");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> cross(List.of(TOWN), List.of(MONET), Optional.of("{sizes}.png"), List.of()))
        .withMessageContaining("{sizes}");
  }

  @Test
  void resultsOfOneNameAreRefused() {
    Source other = new Source(Path.of("q/town.jpg"), "town.jpg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cross(List.of(TOWN, other), List.of(MONET), Optional.empty(), List.of()))
        .withMessageContainingAll(
            TOWN.file() + " with " + MONET.file(),
            other.file() + " with " + MONET.file(),
            "town_monet.png; ",
            "{index}");
    assertThat(
            cross(
                List.of(TOWN, other),
                List.of(MONET),
                Optional.of("{index}_{content}.png"),
                List.of()))
        .hasSize(2);
    Source loud = new Source(Path.of("p/TOWN.png"), "TOWN.png");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cross(List.of(TOWN, loud), List.of(MONET), Optional.empty(), List.of()))
        .withMessageContainingAll("town_monet.png and TOWN_monet.png", "one name to some systems");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                cross(
                    List.of(TOWN),
                    List.of(MONET),
                    Optional.of("{content}.png"),
                    List.of(Sweep.parse("seed=1,2"))))
        .withMessageContainingAll("{seed=1}", "{seed=2}");
  }

  @ParameterizedTest
  @CsvSource({"town.partial.png, town.png", "Town.Partial.jpg, town.png"})
  void aNameThatAnotherJobUsesWhileItIsPaintedIsRefused(String name, String used) {
    Source other = new Source(Path.of("p/" + name), name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byContent(List.of(TOWN, other), List.of()))
        .withMessageContainingAll(used + " uses while it is painted", "--name");
  }

  @Test
  void namesOfPicturesInBetweenAreTakenWhereThereAreSome() {
    Source frame = new Source(Path.of("p/town.000100.png"), "town.000100.png");
    assertThat(byContent(List.of(TOWN, frame), List.of())).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byContent(List.of(TOWN, frame), List.of(Sweep.parse("save-every=100"))))
        .withMessageContaining("town.png uses while it is painted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary.png", "Summary.png", "summary.2-of-3.png"})
  void namesOfTheBatchsOwnFilesAreRefused(String name) {
    Source own = new Source(Path.of("p/" + name), name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byContent(List.of(own), List.of()))
        .withMessageContainingAll(name, "the batch keeps files of its own");
  }

  private static List<Job> byContent(List<Source> contents, List<Sweep> sweeps) {
    return cross(contents, List.of(MONET), Optional.of("{content}.png"), sweeps);
  }

  @Test
  void rowsComeInOrderWithTheirSettings() throws Exception {
    List<Job> jobs =
        pairs(
            """
            content,style,size,output
            photos/sea.jpg,a.png;art/b.png,64,
            ../town.jpg,a.png,,sub/{content}_{size}_{seed}.jpg
            """,
            List.of(Sweep.parse("seed=1,2")));

    assertThat(jobs)
        .extracting(Job::output)
        .containsExactly(
            "sea_a+b_seed-1.png", "sea_a+b_seed-2.png", "sub/town_512_1.jpg", "sub/town_512_2.jpg");
    assertThat(jobs.get(0).settings()).hasToString("{size=64, seed=1}");
    assertThat(jobs.get(0).axes()).hasToString("{seed=1}");
    assertThat(jobs.get(0).content())
        .isEqualTo(new Source(folder.resolve("photos/sea.jpg"), "photos/sea.jpg"));
    assertThat(jobs.get(0).styles()).extracting(Source::name).containsExactly("a.png", "art/b.png");
    assertThat(jobs.get(2).content().name()).isEqualTo("../town.jpg");
  }

  @Test
  void rowsThatCannotBeJobsAreToldWithTheirLine() {
    refused("content,style,output\na,b,/x.png", "line 2: names its output badly", "slash");
    refused("content,style,output\na,b,../x.png", "line 2: names its output badly", "leaves");
    refused("content,style,output\na,b,x", "line 2: names its output badly", "extension");
    refused("content,style,output\na,b,{nme}.png", "line 2: names its output badly", "{nme}");
    refused(
        "content,style,output\na,b,x.png\nc,b,X.jpg",
        "line 2 (",
        "line 3 (",
        "x.png and X.jpg",
        "the record x.json");
    assertThatThrownBy(
            () -> pairs("content,style,seed\na,b,\nc,d,3", List.of(Sweep.parse("seed=1"))))
        .isInstanceOf(BatchInputException.class)
        .hasMessageContaining("line 3: sets seed, which is swept as well");
    assertThatThrownBy(
            () -> pairs("content,style,output\na,b,x.png", List.of(Sweep.parse("seed=1,2"))))
        .isInstanceOf(BatchInputException.class)
        .hasMessageContaining("line 2: names one output, x.png");
  }

  @Test
  void aTemplateWithoutValuesIsNoFaultOfTheFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                JobList.pairs(
                    file("content,style\na,b"),
                    Sweep.grid(List.of()),
                    NameTemplate.of(Optional.of("{nme}.png"), List.of()),
                    JobListTest::effective));
  }

  private void refused(String csv, String... words) {
    assertThatThrownBy(() -> pairs(csv, List.of()))
        .isInstanceOf(BatchInputException.class)
        .hasMessageStartingWith(folder.resolve("pairs.csv").toString())
        .hasMessageContainingAll(words);
  }

  private List<Job> pairs(String csv, List<Sweep> sweeps) throws IOException {
    return JobList.pairs(
        file(csv),
        Sweep.grid(sweeps),
        NameTemplate.of(Optional.empty(), sweeps),
        JobListTest::effective);
  }

  private PairsFile file(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.csv"), csv);
    return PairsFile.read(file, Set.of("seed", "size"));
  }

  private static List<Job> cross(
      List<Source> contents, List<Source> styles, Optional<String> name, List<Sweep> sweeps) {
    return JobList.cross(
        contents,
        styles,
        Sweep.grid(sweeps),
        NameTemplate.of(name, sweeps),
        JobListTest::effective);
  }

  private static Map<String, String> effective(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("size", "512", "seed", "0"));
    all.putAll(settings);
    return all;
  }
}
