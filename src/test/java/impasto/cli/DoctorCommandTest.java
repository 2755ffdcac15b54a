package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.cli.Finding.Level;
import impasto.torch.MachineMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void aMachineOnWhichTestsRunIsSoundAndSaidInAlignedLines() throws Exception {
    CommandRun run = CommandRun.in(folder, "doctor", "-q", "--device=cpu");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .allMatch(line -> line.matches("(ok|note) {5,7}\\w[\\w ]{11} \\S.*"));
    assertThat(run.out())
        .contains("impasto ", "java ", "djl ", "libtorch ", "memory ", "engine files ")
        .containsPattern("(?m)^ok +engine +started")
        .containsPattern("(?m)^ok +device +cpu");
  }

  @Test
  void anEngineThatDoesNotStartIsAProblemAnd5() throws Exception {
    CommandRun run = CommandRun.in(folder, "doctor", "-q", "--device=cuda:99");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out().lines().filter(line -> line.startsWith("problem  engine ")))
        .singleElement()
        .asString()
        .contains("--device cuda");
  }

  @Test
  void littleMemoryIsNoted() {
    MachineMemory memory = new MachineMemory(16000, 900, OptionalLong.of(1000));
    Finding finding = MachineChecks.memory(memory, 256);
    assertThat(finding.level()).isEqualTo(Level.NOTE);
    assertThat(finding.text())
        .contains("16000 MB", "1000 MB allowed", "900 MB av", "256", "--size");
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(folder(file.resolve("cache")).level()).isEqualTo(Level.PROBLEM);
    assertThat(folder(file.resolve("cache")).text()).contains(file.toString(), "set NAME");
    assertThat(folder(folder.resolve("new/cache")).level()).isEqualTo(Level.OK);
    assertThat(folder(folder).level()).isEqualTo(Level.OK);
  }

  private static Finding folder(Path path) {
    return FolderChecks.folder("files", path.toString(), "NAME");
  }

  @Test
  void onlyVariablesThatChangeSomethingAreTold() {
    assertThat(EnvironmentChecks.of(Map.of("OMP_NUM_THREADS", "2", "HOME", "/root", "TOKEN", "x")))
        .extracting(Finding::text)
        .containsExactly("OMP_NUM_THREADS=2");
    assertThat(EnvironmentChecks.of(Map.of("HOME", "/root"))).hasSize(1);
  }

  @Test
  void thePasswordOfAProxyIsKept() {
    assertThat(
            EnvironmentChecks.of(
                Map.of("https_proxy", "http://me:secret@proxy:3128", "HTTP_PROXY", "me:secret@p")))
        .extracting(Finding::text)
        .containsExactly("HTTP_PROXY=***@p", "https_proxy=http://***@proxy:3128");
  }
}
