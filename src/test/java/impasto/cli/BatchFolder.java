package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import impasto.batch.Manifest;
import impasto.batch.ManifestLine;
import impasto.report.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with two photos in {@code photos}, two paintings in {@code paintings}, and what batches
 * make of them in {@code out}.
 *
 * @param folder in which the commands are run
 */
record BatchFolder(Path folder) {
  /** The pictures of every photo in the manner of every painting. */
  static final List<String> PICTURES = List.of("a_s.png", "a_t.png", "b_s.png", "b_t.png");

  /** Makes it; the folder does not exist yet. */
  static BatchFolder in(Path folder) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Path paintings = Files.createDirectories(folder.resolve("paintings"));
    Files.copy(Reference.CONTENT, photos.resolve("a.png"));
    Files.copy(Reference.IMAGE, photos.resolve("b.png"));
    Files.copy(Reference.STYLE, paintings.resolve("s.png"));
    Files.copy(Reference.CONTENT, paintings.resolve("t.png"));
    return new BatchFolder(folder);
  }

  /** Copies all that is in it to a folder that does not exist yet. */
  BatchFolder copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file)));
      }
    }
    return new BatchFolder(to);
  }

  /** The command that paints every photo in the manner of every painting. */
  static Object[] all(Object... more) {
    return command(
        Stream.concat(
                Stream.of("--content=photos", "--style=paintings", "--size=32"), Stream.of(more))
            .toArray());
  }

  /** The command with other jobs. */
  static Object[] command(Object... jobs) {
    return Stream.concat(
            Stream.of("batch", "-o", "out", "-m", Reference.MODEL, "--scales=1"), Stream.of(jobs))
        .toArray();
  }

  /** Runs a command to its end. */
  CommandRun run(Object... command) throws IOException, InterruptedException {
    return CommandRun.in(folder, command);
  }

  /** A file among the results. */
  Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  /** The names of all files among the results, and when each was modified. */
  SortedMap<String, Object> files() throws IOException {
    SortedMap<String, Object> files = new TreeMap<>();
    Path out = folder.resolve("out");
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(it -> !Files.isDirectory(it)).toList()) {
        files.put(out.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  /** The results of those lines of the manifest that tell of a state. */
  List<String> told(JobState state) throws IOException {
    return lines(state).stream().map(ManifestLine::output).toList();
  }

  /** The lines of the manifest that tell of a state; no line is damaged. */
  List<ManifestLine> lines(JobState state) throws IOException {
    List<ManifestLine> lines = Manifest.read(folder.resolve("out"));
    assertThat(Files.readAllLines(out(Manifest.FILE))).hasSameSizeAs(lines);
    return lines.stream().filter(line -> line.state() == state).toList();
  }

  /** The summary. */
  JsonObject summary() throws IOException {
    return JsonParser.parseString(Files.readString(out("summary.json"))).getAsJsonObject();
  }

  /** How many jobs there are in each state, as the summary tells it. */
  String counts() throws IOException {
    return summary().getAsJsonObject("jobs").toString();
  }
}
