package impasto.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All jobs of a batch, in the order they are done: by painting first, so that what is computed of a
 * painting is used while it is at hand.
 */
public final class JobList {
  private JobList() {}

  /**
   * Every photo in the manner of every painting, at every point of a grid.
   *
   * @param contents the photos
   * @param styles the paintings, of which one job has one
   * @param grid values by option, as {@link Sweep#grid} gives them
   * @param template names the results
   * @param effective gives the value of every option, set or not, from a job's own settings
   * @throws IllegalArgumentException if a placeholder has no value or two results would have the
   *     same name
   */
  public static List<Job> cross(
      List<Source> contents,
      List<Source> styles,
      List<Map<String, String>> grid,
      NameTemplate template,
      Function<Map<String, String>, Map<String, String>> effective) {
    Naming naming = new Naming(effective);
    List<Job> jobs = new ArrayList<>();
    for (Source style : styles) {
      for (Source content : contents) {
        for (Map<String, String> point : grid) {
          int index = jobs.size() + 1;
          List<Source> one = List.of(style);
          String output = naming.name(template, index, content.name(), one, point);
          jobs.add(new Job(index, content, one, output, point, point));
        }
      }
    }
    clash(jobs, effective, JobList::pictures)
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
    return List.copyOf(jobs);
  }

  /**
   * Every row of a pairs file, at every point of a grid. Results do not lie in sub-folders after
   * their photos' ones, since a row can name its result.
   *
   * @param pairs the file
   * @param grid values by option, as {@link Sweep#grid} gives them
   * @param template names the results of rows that do not
   * @param effective gives the value of every option, set or not, from a job's own settings
   * @throws BatchInputException if a row names its result badly or sets an option of the grid, or
   *     two results would have the same name
   * @throws IllegalArgumentException if a placeholder of the template has no value
   */
  public static List<Job> pairs(
      PairsFile pairs,
      List<Map<String, String>> grid,
      NameTemplate template,
      Function<Map<String, String>, Map<String, String>> effective) {
    Naming naming = new Naming(effective);
    List<Job> jobs = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    for (PairsFile.Row row : pairs.rows()) {
      RowJobs rowJobs = new RowJobs(pairs, row, template, naming);
      for (Map<String, String> point : grid) {
        jobs.add(rowJobs.job(jobs.size() + 1, point));
        lines.add(row.line());
      }
    }
    clash(jobs, effective, job -> "line " + lines.get(job.index() - 1) + " (" + pictures(job) + ")")
        .ifPresent(
            message -> {
              throw new BatchInputException(pairs.file().toString(), message, null);
            });
    return List.copyOf(jobs);
  }

  private static Optional<String> clash(
      List<Job> jobs,
      Function<Map<String, String>, Map<String, String>> effective,
      Function<Job, String> inputs) {
    Map<String, Job> named = new LinkedHashMap<>();
    for (Job job : jobs) {
      Job other = named.putIfAbsent(OutputNames.key(job.output()), job);
      if (other != null) {
        return Optional.of(
            "%s and %s would both be written to %s; tell them apart by a name with {index} or with"
                    .formatted(inputs.apply(other), inputs.apply(job), OutputNames.both(other, job))
                + " an option that differs, such as --name '{index}_{content}_{style}.png'");
      }
    }
    for (Job job : jobs) {
      if (OutputNames.isOfTheBatch(job.output())) {
        return Optional.of(
            "%s would be written to %s, beside whose name the batch keeps files of its own; give"
                    .formatted(inputs.apply(job), job.output())
                + " another --name, such as '{content}_{style}.png'");
      }
      Optional<Job> owner =
          OutputNames.owner(job.output())
              .map(OutputNames::key)
              .map(named::get)
              .filter(
                  one ->
                      !OutputNames.isPreview(job.output())
                          || effective.apply(one.settings()).containsKey("save-every"));
      if (owner.isPresent()) {
        return Optional.of(
            "%s would be written to %s, a name that %s uses while it is painted; give another"
                    .formatted(inputs.apply(job), job.output(), owner.get().output())
                + " --name, such as '{content}_{style}.png'");
      }
    }
    return Optional.empty();
  }

  private static String pictures(Job job) {
    return job.content().file()
        + " with "
        + String.join("+", job.styles().stream().map(style -> style.file().toString()).toList())
        + (job.settings().isEmpty() ? "" : " and " + job.settings());
  }
}
