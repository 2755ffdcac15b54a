package impasto.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that cannot be written, told before any work: exit code 6. */
class BadOutputsTest {
  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
    Files.createDirectory(folder.resolve("folder.png"));
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("file"), "precious");
    Files.writeString(folder.resolve("there.png"), "precious");
    Files.writeString(folder.resolve("there.jsonl"), "precious");
    Files.writeString(folder.resolve("told.json"), "precious");
    Files.writeString(folder.resolve("seen.000100.png"), "precious");
    Files.writeString(folder.resolve("begun.checkpoint.safetensors"), "precious");
    Files.createSymbolicLink(folder.resolve("link.png"), Path.of("content.png"));
    Files.createSymbolicLink(folder.resolve("dangling.png"), Path.of("nothing.png"));
    Files.createSymbolicLink(folder.resolve("self"), Path.of("."));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "-o ./x.webp                        | x.webp: unknown format .webp; end the name in .png",
        "-o ./x                             | x: it has no extension; end the name in .png",
        "-o ./none/x.png                    | none does not exist; create it first",
        "-o ./file/x.png                    | file is not a folder; choose another",
        "-o ./folder.png                    | folder.png: it is a folder; name a file",
        "-o /dev/null                       | /dev/null: ... name a file",
        "-o ./there.png                     | there.png: it exists already ... --overwrite",
        "-o ./dangling.png                  | dangling.png: it exists already ... --overwrite",
        "-o ./told.png                      | told.json: it exists already ... --overwrite",
        "-o ./begun.png                     | begun.png: ... unfinished ... --resume ... --overwrite",
        "-o ./seen.png --save-every 9       | seen.000100.png: it exists already ... --overwrite",
        "-o ./x.png --metrics ./there.jsonl | there.jsonl: it exists already ... --overwrite",
        "-o ./x.png --plot ./there.png      | there.png: it exists already ... --overwrite",
        "-o ./x.png --metrics ./none/x.txt  | none does not exist; create it first",
        "-o ./x.png --metrics ./empty       | empty: it is a folder; name a file",
        "-o ./x.png --metrics /dev/full     | /dev/full: it exists already; give another",
        "-o ./x.png --plot ./file/x.png     | file ... folder",
        "-o ./x.png --plot ./x.svg          | x.svg: plots are PNG; end the name in .png",
        "-o ./x.png --plot ./x.png          | x.png: two results would have this name",
        "-o ./x.png --metrics ./x.json      | x.json: two results would have this name",
        "-o ./x.png --plot ./empty/../x.png | x.png: two results would have this name",
        "-o ./x.png --plot ./self/x.png     | x.png: two results would have this name",
        "-o ./x.jpg --bit-depth 16          | JPEG holds no 16 bits a channel; choose 8 bits, PNG",
      })
  void aResultThatCannotBeWritten(String options, String words) throws Exception {
    refusals.assertRefused(6, Refusals.STYLIZE + " " + options, "cannot write ... " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-o ./content.png",
        "-o ./style.png",
        "-o ./empty/../content.png",
        "-o ./self/style.png",
        "-o ./link.png",
        "-o ./x.png --plot ./content.png",
        "-o ./x.png --metrics ./vgg19.safetensors",
        "-o ./x.png --init ./there.png --plot ./there.png",
        "-o ./there.png --init ./there.png",
      })
  void aResultInThePlaceOfAnInput(String options) throws Exception {
    refusals.assertRefused(
        6,
        Refusals.STYLIZE + " --overwrite " + options,
        "cannot write ... it is one of the inputs; give another name");
  }

  @Test
  void theBestSoFarInThePlaceOfTheStart() throws Exception {
    Files.copy(Reference.IMAGE, folder.resolve("x.partial.png"));
    refusals.assertRefused(
        6,
        Refusals.STYLIZE + " -o ./x.png --init ./x.partial.png",
        "x.partial.png: it is one of the inputs; give another name");
  }

  @Test
  void aFolderThatMayNotBeWritten() throws Exception {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false), "permissions cannot be changed here");
    refusals.assertRefused(
        6, Refusals.STYLIZE + " -o ./closed/x.png", "closed is not writable; choose another");
  }

  @Test
  void aFileSystemThatIsReadOnly() throws Exception {
    refusals.assertRefusedAlone(
        mounted("ro"),
        6,
        Refusals.STYLIZE + " -o ./empty/x.png",
        "x.png: ... empty is on a file system that is read-only; choose another folder");
    refusals.assertRefusedAlone(
        mounted("ro"),
        6,
        Refusals.STYLIZE + " -o ./x.png --metrics ./empty/m.jsonl",
        "m.jsonl: ... empty ... ; choose another");
  }

  @Test
  void aDiskWithoutRoom() throws Exception {
    refusals.assertRefusedAlone(
        mounted("size=64k"),
        6,
        Refusals.STYLIZE + " -o ./empty/x.png -q",
        "x.png: there are 0 MB free in ... empty, and the run may need ... MB ... "
            + "--checkpoint-every 0 keeps none; make room or choose another folder");
  }

  /** With an empty disk in memory for the folder {@code empty}, seen by the process alone. */
  private CommandRun.Setting mounted(String how) throws Exception {
    List<String> before =
        List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o %s tmpfs '%s' && exec \"$@\""
                .formatted(how, folder.resolve("empty")),
            "sh");
    assumeTrue(permitted(before), "unshare or mounting is not permitted here");
    return new CommandRun.Setting(before, List.of(), Map.of());
  }

  private static boolean permitted(List<String> before) throws InterruptedException {
    try {
      List<String> command = new ArrayList<>(before);
      command.add("true");
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
