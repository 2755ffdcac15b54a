package impasto.cli;

import impasto.batch.Job;
import impasto.config.LadderConfig;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.models.InstalledModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
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

  private final StylizeCommand command = new StylizeCommand();

  /** Named as its help is asked for. */
  private final CommandLine parser = CommandLines.of(command).setCommandName("impasto stylize");

  private final Map<String, String> base;
  private final Path rows;
  private final Map<Map<String, String>, Map<String, String>> effective = new HashMap<>();

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
    for (OptionSpec option : parser.getCommandSpec().options()) {
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
   * The command line of a job, after {@code impasto}.
   *
   * @param folder where the results go
   */
  List<String> arguments(Job job, Path folder) {
    Map<String, String> options = new LinkedHashMap<>(base);
    job.settings()
        .forEach(
            (name, value) ->
                options.put(name, job.axes().containsKey(name) ? value : here(name, value)));
    return command(
        options,
        folder.resolve(job.output()).toString(),
        job.content().file().toString(),
        job.styles().stream().map(style -> style.file().toString()).toList());
  }

  /**
   * What a job's command line asks for.
   *
   * @param arguments as {@link #arguments} gives them
   * @throws ParameterException if it asks for what cannot be
   */
  Order order(List<String> arguments) {
    parser.parseArgs(arguments.stream().skip(1).toArray(String[]::new));
    return command.order();
  }

  /**
   * The values that results can be named by.
   *
   * @param settings of a job
   * @throws ParameterException if there cannot be such a job
   */
  Map<String, String> effective(Map<String, String> settings) {
    return effective.computeIfAbsent(settings, this::evaluate);
  }

  private Map<String, String> evaluate(Map<String, String> settings) {
    Map<String, String> given = new LinkedHashMap<>(base);
    given.putAll(settings);
    Map<String, String> ofOnePainting = new LinkedHashMap<>(given);
    ofOnePainting.remove("style-blend");
    TransferConfig config =
        order(command(ofOnePainting, "any.png", "any.png", List.of("any.png"))).request().config();
    int size = config.ladder().size();
    Map<String, String> values = new HashMap<>();
    values.put("preset", Converters.nameOf(Preset.IMPASTO));
    values.put("size", size == LadderConfig.ORIGINAL ? "original" : Integer.toString(size));
    values.put("seed", Long.toString(config.seed()));
    values.putAll(given);
    return values;
  }

  private List<String> command(
      Map<String, String> options, String output, String content, List<String> styles) {
    List<String> arguments = new ArrayList<>(List.of("stylize"));
    options.forEach((name, value) -> option(name, value).ifPresent(arguments::add));
    arguments.addAll(List.of("--output=" + output, "--", content));
    arguments.addAll(styles);
    return arguments;
  }

  private Optional<String> option(String name, String value) {
    OptionSpec spec = parser.getCommandSpec().findOption("--" + name);
    boolean flag = spec != null && spec.arity().max() == 0;
    if (flag && value.equals("false")) {
      return Optional.empty();
    }
    // picocli notes a flag that is set as an empty value.
    return Optional.of(
        flag && (value.isEmpty() || value.equals("true"))
            ? "--" + name
            : "--" + name + "=" + value);
  }

  /** A row's value; if it names a file, beside the pairs file, as it is named from here. */
  private String here(String name, String value) {
    boolean isFile =
        switch (name) {
          case "model" -> !InstalledModels.isName(value);
          case "init" -> !Set.of("content", "image", "random").contains(value);
          default -> false;
        };
    return isFile ? rows.resolve(value).toString() : value;
  }

  private static String bare(String name) {
    return name.replaceFirst("^--", "");
  }
}
