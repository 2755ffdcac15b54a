package impasto.cli;

import impasto.batch.Job;
import impasto.batch.JobList;
import impasto.batch.NameTemplate;
import impasto.batch.PairsFile;
import impasto.batch.Redo;
import impasto.batch.Shard;
import impasto.batch.Source;
import impasto.batch.Sources;
import impasto.batch.Sweep;
import impasto.report.NearName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Which pictures a batch paints, what they are called, and how the batch goes on. */
final class BatchOptions {
  private static final Logger LOG = LoggerFactory.getLogger(BatchOptions.class);

  @Option(
      names = "--content",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Photos: files, folders or patterns such as 'holiday/*.jpg'.")
  private List<String> content = List.of();

  @Option(
      names = "--style",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Paintings likewise: every photo is painted in the manner of each.")
  private List<String> style = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "FILE.csv",
      description =
          "Instead: a job a line, with the columns content, style and, if wanted, output and any "
              + "option by its long name. Paths are relative to the file; several paintings are "
              + "parted by semicolons.")
  private Path pairs;

  @Option(names = "--recursive", description = "Take the pictures of the folders in a folder, too.")
  private boolean recursive;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder of the results; it is made if it is not there.")
  private Path output;

  @Option(
      names = "--name",
      paramLabel = "TEMPLATE",
      description =
          "Names of the results; {content}, {style}, {index}, {size}, {seed}, {preset} and other "
              + "options given. Default: {content}_{style}.png, with every swept option.")
  private String name;

  @Option(
      names = "--sweep",
      paramLabel = "OPTION=V1,V2",
      description =
          "Paint every picture with each of these values; repeated, with each of the others'. "
              + "Values that hold commas are parted by semicolons.")
  private List<String> sweeps = List.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Paint the I-th of N shares, on one of N machines. Default: all.")
  private String shard;

  @Option(
      names = "--redo",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Redos.class,
      description =
          "Paint again what is there: stale (made from other files or settings) or all. "
              + "Default: never.")
  private Redo redo = Redo.NEVER;

  @Option(
      names = "--retry",
      paramLabel = "N",
      description =
          "Try a job again so often if its worker died or its computation failed. Default: 1.")
  private int retries = 1;

  @Option(names = "--fail-fast", description = "Begin nothing new after a failure.")
  private boolean failFast;

  @Option(names = "--limit", paramLabel = "N", description = "Paint at most N pictures.")
  private Integer limit;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be done: sizes, estimated time and memory, what would be skipped, what "
              + "cannot work and why.")
  private boolean dryRun;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Worker processes, which share the threads. Default: 1; with --device cuda one a device.")
  private Integer workers;

  /**
   * All jobs of the batch's share.
   *
   * @param options of the jobs
   * @throws impasto.batch.BatchInputException if pictures are missing or rows are not as they
   *     should be
   * @throws IllegalArgumentException if the options do not fit together
   */
  List<Job> jobs(JobOptions options) {
    List<Sweep> parsed = sweeps.stream().map(Sweep::parse).toList();
    parsed.forEach(sweep -> checkSwept(sweep.option(), options.settable()));
    List<Map<String, String>> grid = Sweep.grid(parsed);
    NameTemplate template = NameTemplate.of(Optional.ofNullable(name), parsed);
    Shard share = shard();
    return all(options, grid, template).stream().filter(share::has).toList();
  }

  private List<Job> all(JobOptions options, List<Map<String, String>> grid, NameTemplate template) {
    if (pairs != null) {
      if (!content.isEmpty() || !style.isEmpty()) {
        throw new IllegalArgumentException(
            "--pairs tells of photos and paintings; leave out --content and --style");
      }
      PairsFile file = PairsFile.read(pairs, options.settable());
      return JobList.pairs(file, grid, template, options::effective);
    }
    if (content.isEmpty() || style.isEmpty()) {
      throw new IllegalArgumentException(
          content.isEmpty()
              ? "--content is missing; name photos, or a --pairs file"
              : "--style is missing; name paintings, or a --pairs file");
    }
    return JobList.cross(
        sources("--content", content),
        sources("--style", style),
        grid,
        template,
        options::effective);
  }

  /** Results of an earlier batch are no photos of the next one. */
  private List<Source> sources(String option, List<String> paths) {
    List<Source> found = Sources.expand(option, paths, recursive);
    Path results = real(output);
    List<Source> inputs = new ArrayList<>();
    for (Source source : found) {
      if (!real(source.file()).startsWith(results)) {
        inputs.add(source);
      }
    }
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: all pictures lie in the folder of the results, %s; choose another --output"
              .formatted(option, output));
    }
    if (inputs.size() < found.size()) {
      LOG.info(
          "{}: leaving out {} pictures in the folder of the results",
          option,
          found.size() - inputs.size());
    }
    return inputs;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static void checkSwept(String option, Set<String> settable) {
    if (!settable.contains(option)) {
      throw new IllegalArgumentException(
          "--sweep %s: there is no such option of a single picture; %s"
              .formatted(
                  option,
                  NearName.of(option, settable)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("see impasto stylize --help")));
    }
  }

  /**
   * This process's share.
   *
   * @throws IllegalArgumentException if it is told badly
   */
  Shard shard() {
    return shard == null ? Shard.ALL : Shard.parse(shard);
  }

  /**
   * How many workers there are.
   *
   * @param devices how many devices are to be used
   * @throws IllegalArgumentException if there is none
   */
  int workers(int devices) {
    return workers == null ? Math.max(1, devices) : atLeast("--workers", 1, workers);
  }

  /**
   * How many pictures are painted at most.
   *
   * @throws IllegalArgumentException if it is negative
   */
  int limit() {
    return limit == null ? Integer.MAX_VALUE : atLeast("--limit", 0, limit);
  }

  /**
   * How often a job is tried again.
   *
   * @throws IllegalArgumentException if it is negative
   */
  int retries() {
    return atLeast("--retry", 0, retries);
  }

  private static int atLeast(String option, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, not %d".formatted(option, least, value));
    }
    return value;
  }

  /**
   * The folder of the results.
   *
   * @throws IllegalArgumentException if it was not given
   */
  Path output() {
    if (output == null) {
      throw new IllegalArgumentException("--output is missing; name a folder for the results");
    }
    return output;
  }

  /** The folder that files in rows are relative to. */
  Path rows() {
    return pairs == null ? Path.of("") : pairs.toAbsolutePath().getParent();
  }

  Redo redo() {
    return redo;
  }

  boolean failFast() {
    return failFast;
  }

  boolean dryRun() {
    return dryRun;
  }
}
