package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a shell sees it; the tests called Bad... have the cases. */
class FailuresTest {
  @TempDir Path folder;
  private Path inputs;
  private Path output;

  @BeforeEach
  void makeFolders() throws Exception {
    inputs = Files.createDirectory(folder.resolve("inputs"));
    output = Files.createDirectory(folder.resolve("output")).resolve("painted.png");
  }

  @Test
  void aPhotoThatCannotBeUsedIs3() throws Exception {
    Path missing = inputs.resolve("missing.png");
    assertFails(3, stylize(missing, Reference.MODEL, output), "missing.png: no such file");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  void aModelThatCannotBeUsedIs4() throws Exception {
    Path missing = inputs.resolve("missing.safetensors");
    assertFails(4, stylize(Reference.CONTENT, missing, output), "missing.safetensors: no such");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  void anOutputThatCannotBeWrittenIs6BeforeAnyWork() throws Exception {
    // The photo is missing too, but that is looked at later.
    Path photo = inputs.resolve("missing.png");
    Files.writeString(output, "precious");
    assertFails(
        6, stylize(photo, Reference.MODEL, output), "painted.png: it exists", "--overwrite");
    assertThat(output).hasContent("precious");
  }

  @Test
  void aStackTraceIsToldOnRequestOnly() throws Exception {
    Path missing = inputs.resolve("missing.png");
    CommandRun run =
        CommandRun.in(folder, stylize(missing, Reference.MODEL, output, "--stacktrace"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("impasto: cannot read ")
        .contains("UnreadablePictureException", "\tat impasto.cli.");
  }

  private void assertFails(int exitCode, Object[] args, String... reasons) throws Exception {
    CommandRun run = CommandRun.in(folder, args);
    assertThat(run.err().lines()).singleElement().asString().startsWith("impasto: ");
    assertThat(run.err()).contains(reasons);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  private static Object[] stylize(Path content, Path model, Path output, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("stylize", content, Reference.STYLE, "-m", model, "-o", output, "-q"));
    args.addAll(List.of(more));
    return args.toArray();
  }
}
