package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void removesTheTemporaryFileWhenTheMoveFails() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("a.png/full")).getParent();

    assertThatIOException().isThrownBy(() -> AtomicFile.write(inTheWay, new byte[9], true));

    assertThat(folder.toFile().list()).containsExactly("a.png");
    assertThat(inTheWay).isNotEmptyDirectory();
  }

  /** In a process of its own, whose files may have 8 blocks of at most 1 kB. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
  void removesTheTemporaryFileAndKeepsTheOldOneWhenThereIsNoSpaceLeft() throws Exception {
    assumeThat(Programs.find("bash")).as("bash is at hand").isPresent();
    Path file = Files.writeString(folder.resolve("a.png"), "old");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    String said =
        Programs.say(
            "bash",
            "-c",
            "ulimit -f 8; \"$0\" \"$@\"",
            java.toString(),
            // Its own log is longer than that.
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            TooLarge.class.getName(),
            file.toString());

    assertThat(said.strip()).startsWith("cannot write " + file + ": ").hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactly("a.png");
    assertThat(file).hasContent("old");
  }

  /** Says why a picture of noise cannot be written to the file it is given. */
  static final class TooLarge {
    private TooLarge() {}

    public static void main(String[] arguments) {
      float[] noise = new float[3 * 128 * 128];
      Random random = new Random(1);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = random.nextFloat();
      }
      try {
        ImageCodec.write(new Picture(128, 128, noise), Path.of(arguments[0]));
      } catch (UnwritablePictureException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the permissions are those of POSIX")
  void givesAFileTheUsualPermissions() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("a.png");

    AtomicFile.write(file, new byte[9], true);

    assertThat(file).hasSize(9);
    assertThat(Files.getAttribute(file, "posix:permissions"))
        .isEqualTo(Files.getAttribute(usual, "posix:permissions"));
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    Files.writeString(folder.resolve(".impasto-0f-1.tmp"), "half");
    Files.writeString(folder.resolve(".impasto-lock"), "");
    Files.writeString(folder.resolve("mine.tmp"), "");

    Path ours =
        Files.writeString(
            folder.resolve(".impasto-" + ProcessHandle.current().pid() + "-0f.tmp"), "half");
    Path ofOurNumber =
        Files.writeString(
            folder.resolve(".impasto-" + ProcessHandle.current().pid() + "-1f.tmp"), "half");
    // Before this process began another one had its number.
    Files.setLastModifiedTime(ofOurNumber, FileTime.fromMillis(0));
    AtomicFile.removeLeftovers(folder);
    assertThat(ours).as("what is being written").exists();
    Files.delete(ours);

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".impasto-lock", "mine.tmp");
  }
}
