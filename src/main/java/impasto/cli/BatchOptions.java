package impasto.cli;

import impasto.batch.Job;
import impasto.batch.JobList;
import impasto.batch.NameTemplate;
import impasto.batch.PairsFile;
import impasto.batch.Shard;
import impasto.batch.Sweep;
import impasto.report.NearName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which pictures a batch paints, and what they are called. */
final class BatchOptions {
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

  /**
   * All jobs of the batch's share.
   *
   * @param options of the jobs
   * @param output the folder of the results
   * @throws impasto.batch.BatchInputException if pictures are missing or rows are not as they
   *     should be
   * @throws IllegalArgumentException if the options do not fit together
   */
  List<Job> jobs(JobOptions options, Path output) {
    List<Sweep> parsed = sweeps.stream().map(Sweep::parse).toList();
    parsed.forEach(sweep -> checkSwept(sweep.option(), options.settable()));
    List<Map<String, String>> grid = Sweep.grid(parsed);
    NameTemplate template = NameTemplate.of(Optional.ofNullable(name), parsed);
    Shard share = shard();
    return all(options, output, grid, template).stream().filter(share::has).toList();
  }

  private List<Job> all(
      JobOptions options, Path output, List<Map<String, String>> grid, NameTemplate template) {
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
    BatchInputs inputs = new BatchInputs(output, recursive);
    return JobList.cross(
        inputs.find("--content", content),
        inputs.find("--style", style),
        grid,
        template,
        options::effective);
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

  /** The folder that files in rows are relative to. */
  Path rows() {
    return pairs == null ? Path.of("") : pairs.toAbsolutePath().getParent();
  }
}
