package impasto.cli;

import impasto.report.LossPoint;
import impasto.report.Recipe;
import impasto.report.RecipeJson;
import impasto.report.RunProgress;
import impasto.report.UnreadableRecordException;
import impasto.transfer.Iteration;
import impasto.transfer.UnusableCheckpointException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a run until its record is written; it travels in checkpoints, so that a
 * resumed run tells the whole story.
 */
final class Chronicle {
  private static final String RECIPE = "recipe";
  private static final String PROGRESS = "progress";
  private static final String STARTED = "started";
  private static final String RESUMED = "resumed";
  private static final String EVENTS = "events";

  private final Recipe recipe;
  private final Instant started;
  private final RunProgress progress;
  private final int resumed;
  private final List<String> events;

  private Chronicle(
      Recipe recipe, Instant started, RunProgress progress, int resumed, List<String> events) {
    this.recipe = recipe;
    this.started = started;
    this.progress = progress;
    this.resumed = resumed;
    this.events = new ArrayList<>(events);
  }

  /** The beginning. */
  static Chronicle begin(Recipe recipe, Instant started) {
    return new Chronicle(recipe, started, new RunProgress(), 0, List.of());
  }

  /**
   * The chronicle of an earlier run, which goes on.
   *
   * @param source the checkpoint, for messages
   * @param notes as {@link #notes} gave them
   * @param recipe the run's, with its paths
   * @throws UnusableCheckpointException if they are damaged
   */
  static Chronicle resume(Path source, Map<String, String> notes, Recipe recipe) {
    try {
      return new Chronicle(
          recipe,
          Instant.parse(notes.getOrDefault(STARTED, "")),
          RunProgress.fromJson(source.toString(), notes.getOrDefault(PROGRESS, "")),
          Integer.parseInt(notes.getOrDefault(RESUMED, "")) + 1,
          notes.getOrDefault(EVENTS, "").lines().toList());
    } catch (UnreadableRecordException | DateTimeParseException | NumberFormatException e) {
      throw new UnusableCheckpointException(source, "it is damaged", e);
    }
  }

  /**
   * The recipe of an earlier run, without folders.
   *
   * @param source the checkpoint, for messages
   * @param notes as {@link #notes} gave them
   * @throws UnusableCheckpointException if it is damaged
   */
  static Recipe recipe(Path source, Map<String, String> notes) {
    try {
      return RecipeJson.parse(source.toString(), notes.getOrDefault(RECIPE, ""));
    } catch (UnreadableRecordException e) {
      throw new UnusableCheckpointException(source, "it is damaged", e);
    }
  }

  /** What is kept with a checkpoint. */
  Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(RECIPE, RecipeJson.text(recipe));
    notes.put(STARTED, started.toString());
    notes.put(RESUMED, Integer.toString(resumed));
    notes.put(EVENTS, String.join("\n", events));
    notes.put(PROGRESS, progress.toJson());
    return notes;
  }

  void iterated(Iteration iteration) {
    progress.add(
        new LossPoint(
            iteration.scale(),
            iteration.width(),
            iteration.height(),
            iteration.evaluations(),
            iteration.loss(),
            iteration.terms(),
            iteration.seconds()));
  }

  /** Remembers something out of the ordinary. */
  void happened(String event) {
    events.add(event);
  }

  Recipe recipe() {
    return recipe;
  }

  Instant started() {
    return started;
  }

  RunProgress progress() {
    return progress;
  }

  int resumed() {
    return resumed;
  }

  List<String> events() {
    return List.copyOf(events);
  }
}
