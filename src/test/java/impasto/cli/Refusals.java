package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Commands that must be refused: with their exit code, in one line that names the matter and the
 * way out, and without a trace in the folder they work in.
 *
 * @param folder holds good inputs: content.png, style.png and vgg19.safetensors
 */
record Refusals(Path folder) {
  /** A good command but for its output; names that begin with {@code ./} are in the folder. */
  static final String STYLIZE = "stylize ./content.png ./style.png -m ./vgg19.safetensors";

  /** Fills a folder with good inputs. */
  static Refusals in(Path folder) throws IOException {
    Files.copy(Reference.CONTENT, folder.resolve("content.png"));
    Files.copy(Reference.STYLE, folder.resolve("style.png"));
    Files.copy(Reference.MODEL, folder.resolve("vgg19.safetensors"));
    return new Refusals(folder);
  }

  /** Writes a file into the folder. */
  Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /**
   * Runs a command in this process, which is fast.
   *
   * @param code what it must exit with
   * @param command its words, apart by spaces
   * @param words what it must say, apart by {@code ...}
   */
  void assertRefused(int code, String command, String words) throws IOException {
    assertRefused(code, List.of(command.trim().split(" +")), words);
  }

  /** The same with words that hold spaces. */
  void assertRefused(int code, List<String> command, String words) throws IOException {
    Map<String, Object> before = contents();
    CommandRun run = inThisProcess(command.stream().map(this::inFolder).toArray(String[]::new));
    assertRefusal(run, code, words);
    assertThat(contents()).as("the folder").isEqualTo(before);
  }

  /** The same in a process of its own. */
  void assertRefusedAlone(CommandRun.Setting setting, int code, String command, String words)
      throws IOException, InterruptedException {
    Map<String, Object> before = contents();
    Object[] args = command.trim().split(" +");
    assertRefusal(CommandRun.with(setting, folder, args), code, words);
    assertThat(contents()).as("the folder").isEqualTo(before);
  }

  private static void assertRefusal(CommandRun run, int code, String words) {
    assertThat(run.err().lines()).as("what is told").hasSize(1);
    assertThat(run.err()).startsWith("impasto: ").matches("\\P{Cntrl}+\\R");
    assertThat(run.err()).containsSubsequence(Arrays.asList(words.trim().split(" *\\.\\.\\. *")));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }

  private String inFolder(String word) {
    return word.startsWith("./") ? folder + "/" + word : word;
  }

  /** Runs a command in this process, which is fast. */
  static CommandRun inThisProcess(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(told, true, Charset.defaultCharset()));
      System.setOut(new PrintStream(printed, true, Charset.defaultCharset()));
      int code = CommandLines.execute(args);
      Charset charset = Charset.defaultCharset();
      return new CommandRun(code, printed.toString(charset), told.toString(charset));
    } finally {
      System.setErr(err);
      System.setOut(out);
      // The command made it more talkative than other tests like it.
      ((Logger) LoggerFactory.getLogger("impasto")).setLevel(null);
    }
  }

  /** All that is in the folder, byte for byte. */
  private Map<String, Object> contents() throws IOException {
    Map<String, Object> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        contents.put(folder.relativize(file).toString(), content(file));
      }
    }
    return contents;
  }

  private static Object content(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return Files.readSymbolicLink(file).toString();
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? ByteBuffer.wrap(Files.readAllBytes(file))
        : "no file";
  }
}
