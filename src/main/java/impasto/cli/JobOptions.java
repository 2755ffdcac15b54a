package impasto.cli;

import impasto.batch.Job;
import impasto.config.LadderConfig;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The command lines of a batch's jobs. Each is one of {@code stylize}, and read by its own options:
 * a picture of a batch is that of a single run.
 */
final class JobOptions {
  /** Of single runs alone. */
  private static final Set<String> SINGLE =
      Set.of(
          "--output",
          "--from",
          "--resume",
          "--metrics",
          "--plot",
          "--help",
          "--version",
          "--quiet",
          "--verbose",
          "--stacktrace");

  /** The same for all jobs of a batch. */
  private static final Set<String> SHARED = Set.of("--overwrite", "--device", "--threads");

  private final CommandSpec spec = CommandLines.of(new StylizeCommand()).getCommandSpec();
  private final CommandWords words = new CommandWords(spec);
  private final Map<String, String> base;
  private final Path rows;
  private final Map<Kind, Order> orders = new HashMap<>();

  /**
   * @param base the options of all jobs, by their long names without dashes
   * @param rows the folder that files in rows are relative to
   */
  private JobOptions(Map<String, String> base, Path rows) {
    this.base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
    this.rows = rows;
  }

  /** A reader of whole command lines. */
  static JobOptions reader() {
    return new JobOptions(Map.of(), Path.of(""));
  }

  /**
   * The options of all jobs, from those that a batch was given.
   *
   * @param given the options of the batch
   * @param rows the folder that files in rows of a pairs file are relative to
   */
  static JobOptions of(List<OptionSpec> given, Path rows) {
    Set<String> known =
        CommandLines.of(new StylizeCommand()).getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    Map<String, String> base = new LinkedHashMap<>();
    for (OptionSpec option : given) {
      String name = option.longestName();
      if (known.contains(name) && !SINGLE.contains(name) && !name.equals("--overwrite")) {
        base.put(bare(name), String.join(",", option.originalStringValues()));
      }
    }
    return new JobOptions(base, rows);
  }

  /** The long names, without dashes, of the options that jobs may have of their own. */
  Set<String> settable() {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : spec.options()) {
      String name = option.longestName();
      if (!option.hidden() && !SINGLE.contains(name) && !SHARED.contains(name)) {
        names.add(bare(name));
      }
    }
    return names;
  }

  /** The value of an option of all jobs, as it was given. */
  Optional<String> base(String name) {
    return Optional.ofNullable(base.get(name));
  }

  /**
   * The command line of a job, after {@code impasto}. Its paths are absolute, so that it can be
   * repeated from anywhere.
   *
   * @param folder where the results go
   */
  List<String> arguments(Job job, Path folder) {
    Path here = Path.of("").toAbsolutePath();
    Map<String, String> options = new LinkedHashMap<>();
    base.forEach((name, value) -> options.put(name, CommandWords.absolute(here, name, value)));
    job.settings()
        .forEach(
            (name, value) ->
                options.put(
                    name,
                    CommandWords.absolute(
                        job.axes().containsKey(name) ? here : rows, name, value)));
    return words.command(
        options,
        here.resolve(folder).resolve(job.output()),
        here.resolve(job.content().file()),
        job.styles().stream().map(style -> here.resolve(style.file())).toList());
  }

  /**
   * What a job's command line asks for.
   *
   * @param arguments as {@link #arguments} gives them
   * @throws ParameterException if it asks for what cannot be
   */
  Order order(List<String> arguments) {
    // A new one each time: a group of options none of which is given keeps those of the last
    // parsing.
    StylizeCommand command = new StylizeCommand();
    CommandLines.of(command).parseArgs(arguments.stream().skip(1).toArray(String[]::new));
    return command.order();
  }

  /**
   * What a job asks for: the same as its command line, without reading each.
   *
   * @param folder where the results go
   * @throws IllegalArgumentException if it asks for what cannot be
   */
  Order order(Job job, Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return orders
        .computeIfAbsent(
            new Kind(job.settings(), job.axes().keySet(), job.styles().size()),
            kind -> checked(job.output(), arguments(job, folder)))
        .of(
            here.resolve(job.content().file()),
            job.styles().stream().map(style -> here.resolve(style.file())).toList(),
            here.resolve(folder).resolve(job.output()));
  }

  private Order checked(String which, List<String> arguments) {
    try {
      return order(arguments);
    } catch (ParameterException e) {
      throw new IllegalArgumentException(which + ": " + e.getMessage(), e);
    }
  }

  /** What jobs have in common whose command lines differ in pictures only. */
  private record Kind(Map<String, String> settings, Set<String> axes, int styles) {}

  /**
   * The values that results can be named by.
   *
   * @param settings of a job
   * @throws IllegalArgumentException if there cannot be such a job
   */
  Map<String, String> effective(Map<String, String> settings) {
    Map<String, String> given = new LinkedHashMap<>(base);
    given.putAll(settings);
    Path any = Path.of("any.png");
    Map<String, String> ofOnePainting = new LinkedHashMap<>(given);
    ofOnePainting.remove("style-blend");
    TransferConfig config =
        checked(settings.toString(), words.command(ofOnePainting, any, any, List.of(any)))
            .request()
            .config();
    int size = config.ladder().size();
    Map<String, String> values = new HashMap<>();
    values.put("preset", Converters.nameOf(Preset.IMPASTO));
    values.put("size", size == LadderConfig.ORIGINAL ? "original" : Integer.toString(size));
    values.put("seed", Long.toString(config.seed()));
    values.putAll(given);
    return values;
  }

  private static String bare(String name) {
    return name.replaceFirst("^--", "");
  }
}
