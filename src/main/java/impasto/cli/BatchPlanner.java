package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Job;
import impasto.batch.Redo;
import impasto.batch.Standing;
import impasto.batch.Task;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.ImageCodec;
import impasto.image.Size;
import impasto.image.UnreadablePictureException;
import impasto.image.UnwritablePictureException;
import impasto.models.ModelException;
import impasto.report.Difference;
import impasto.report.Recipe;
import impasto.report.RunRecord;
import impasto.transfer.CheckpointFile;
import impasto.transfer.PictureTooSmallException;
import impasto.transfer.Plan;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks at jobs before any is begun, without an engine: whether they can be painted, how large they
 * are, and what lies in their places.
 */
final class BatchPlanner {
  private final JobOptions options;
  private final Path folder;
  private final CrewRules rules;
  private final KeptSupplies supplies = new KeptSupplies();

  /** All of them: jobs may take turns. */
  private final Map<ModelOptions.Key, LoadedModel> models = new HashMap<>();

  private final Map<Opened, Size> sizes = new HashMap<>();
  private final Map<Opened, UnreadablePictureException> unreadable = new HashMap<>();

  /**
   * @param options make command lines of jobs
   * @param folder where the results go
   * @param rules which results that are there are painted again
   */
  BatchPlanner(JobOptions options, Path folder, CrewRules rules) {
    this.options = options;
    this.folder = folder;
    this.rules = rules;
  }

  /** A picture file and the limit it is read with. */
  private record Opened(Path file, long maxPixels) {}

  /**
   * What the jobs' command lines ask for.
   *
   * @throws IllegalArgumentException if one asks for what cannot be
   */
  List<Order> orders(List<Job> jobs) {
    return jobs.stream().map(job -> options.order(job, folder)).toList();
  }

  /**
   * Looks at all jobs.
   *
   * @param jobs the jobs
   * @param orders what their command lines ask for
   * @param stop asked before each; once true, the others are not looked at
   * @throws ModelException if a network cannot be used for what is asked of it
   */
  List<PlannedJob> plan(List<Job> jobs, List<Order> orders, BooleanSupplier stop) {
    List<PlannedJob> planned = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      Task task = new Task(job, options.arguments(job, folder));
      planned.add(
          stop.getAsBoolean()
              ? new PlannedJob(task, orders.get(i), Optional.empty(), 0, new Verdict.Paint())
              : planned(task, orders.get(i)));
    }
    return planned;
  }

  /** The network of a job. */
  LoadedModel model(Order order) {
    return models.computeIfAbsent(order.models().key(), key -> order.models().load());
  }

  private PlannedJob planned(Task task, Order order) {
    LoadedModel model = model(order);
    TransferConfig config = order.request().config();
    try {
      Request request = order.request();
      Size content = size(order, request.content());
      List<Size> styles = request.styles().stream().map(style -> size(order, style)).toList();
      Plan plan = Plan.of(config, model.upTo(config), content, styles);
      long inputs =
          request.pictures().stream().mapToLong(picture -> size(order, picture).pixels()).sum();
      checkOutput(order);
      return new PlannedJob(task, order, Optional.of(plan), inputs, verdict(order, model));
    } catch (UnreadablePictureException
        | PictureTooSmallException
        | UnwritablePictureException
        | OutputException e) {
      return new PlannedJob(
          task, order, Optional.empty(), 0, new Verdict.Impossible(CommandLines.words(e)));
    }
  }

  /** What can be told without touching the folder; the rest is checked when the job begins. */
  private static void checkOutput(Order order) {
    OutputFiles files = order.files();
    ImageCodec.holdsAlpha(files.picture());
    OutputChecks.checkDistinct(order.inputs(), List.of(files.picture(), files.record()));
  }

  private Size size(Order order, Path file) {
    Opened opened = new Opened(file, order.request().output().maxPixels());
    UnreadablePictureException known = unreadable.get(opened);
    if (known != null) {
      throw known;
    }
    try {
      return sizes.computeIfAbsent(opened, it -> ImageCodec.size(it.file(), it.maxPixels()));
    } catch (UnreadablePictureException e) {
      unreadable.put(opened, e);
      throw e;
    }
  }

  private Verdict verdict(Order order, LoadedModel model) {
    OutputFiles files = order.files();
    boolean nothing =
        !Files.exists(files.picture(), LinkOption.NOFOLLOW_LINKS) && !Files.exists(files.record());
    // A worker settles what is pending, and looks again.
    if (nothing || Files.exists(files.pending().pending())) {
      return new Verdict.Paint();
    }
    Verdict verdict =
        verdict(standing(order, model, supplies), rules.redo(), rules.overwrite(), record -> false);
    // A worker removes what the one before could not, for it was killed.
    return verdict instanceof Verdict.Skip && CheckpointFile.bytes(files.checkpoint()) > 0
        ? new Verdict.Paint()
        : verdict;
  }

  /** How a job stands by what lies in its place. */
  static Standing standing(Order order, LoadedModel model, Supplies supplies) {
    Optional<Precision> precision = order.request().precision();
    TransferConfig config = order.request().config();
    Recipe wanted =
        order
            .request()
            .recipe(
                precision.map(config::withPrecision).orElse(config),
                model.origin(config),
                supplies);
    OutputFiles files = order.files();
    return Standing.of(
        files.picture(), files.record(), wanted, files.isJpeg(), precision.isEmpty());
  }

  /**
   * What is to be done about a job.
   *
   * @param standing how it stands
   * @param redo which results that are there are painted again
   * @param overwrite whether files are replaced that no record of ours describes
   * @param ofThisBatch tells pictures that this batch has painted
   */
  static Verdict verdict(
      Standing standing, Redo redo, boolean overwrite, Predicate<RunRecord> ofThisBatch) {
    if (standing instanceof Standing.Done done) {
      return redo == Redo.ALL && !ofThisBatch.test(done.record())
          ? new Verdict.Paint()
          : new Verdict.Skip(done.record());
    }
    if (standing instanceof Standing.Stale stale) {
      return redo == Redo.NEVER
          ? new Verdict.Stale(
              stale.record(),
              stale.differences().stream()
                  .map(Difference::sentence)
                  .collect(Collectors.joining(", ")))
          : new Verdict.Paint();
    }
    return standing instanceof Standing.Foreign foreign && !overwrite
        ? new Verdict.Impossible(
            foreign.reason() + "; move it away, or replace it with --overwrite")
        : new Verdict.Paint();
  }
}
