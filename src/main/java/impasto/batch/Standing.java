package impasto.batch;

import impasto.report.Difference;
import impasto.report.Differences;
import impasto.report.Recipe;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import impasto.report.UnreadableRecordException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a job stands by what lies in its place: known by the content of its inputs and by its
 * settings, not by the name of the result alone. All counts that changes the picture, as {@link
 * Differences#ofThePicture} tells it.
 */
public sealed interface Standing {

  /** There is no result. */
  record Missing() implements Standing {}

  /**
   * The result is what the job would paint.
   *
   * @param record of its run
   */
  record Done(RunRecord record) implements Standing {}

  /**
   * The result is ours, painted from other inputs or with other settings.
   *
   * @param record of its run
   * @param differences at least one
   */
  record Stale(RunRecord record, List<Difference> differences) implements Standing {

    /** Copies the list. */
    public Stale {
      differences = List.copyOf(differences);
    }
  }

  /**
   * There is a file that no record of ours describes, or something else in the record's place.
   *
   * @param reason what is wrong with the record
   */
  record Foreign(String reason) implements Standing {}

  /** The record of the picture that is there, if it is ours. */
  default Optional<RunRecord> ours() {
    if (this instanceof Done done) {
      return Optional.of(done.record());
    }
    return this instanceof Stale stale ? Optional.of(stale.record()) : Optional.empty();
  }

  /**
   * Looks.
   *
   * @param picture the result's place
   * @param record the place of the record of its run
   * @param wanted what the job would paint, with the inputs as they are now
   * @param jpeg whether the result is a JPEG
   * @param anyPrecision whether the arithmetic inside the network is left to the machine
   */
  static Standing of(Path picture, Path record, Recipe wanted, boolean jpeg, boolean anyPrecision) {
    boolean isThere = Files.exists(picture, LinkOption.NOFOLLOW_LINKS);
    if (!Files.exists(record)) {
      return isThere
          ? new Foreign("there is no record " + record.getFileName() + " of how it was made")
          : new Missing();
    }
    RunRecord run;
    try {
      run = RunRecords.read(record);
    } catch (UnreadableRecordException e) {
      return new Foreign(e.getMessage());
    }
    if (!sameName(run.output(), picture)) {
      return new Foreign(record.getFileName() + " is the record of " + run.output());
    }
    if (!isThere) {
      return new Missing();
    }
    List<Difference> differences =
        Differences.ofThePicture(run.recipe(), wanted, jpeg, anyPrecision);
    return differences.isEmpty() ? new Done(run) : new Stale(run, differences);
  }

  /** A folder may have moved with all that is in it, but {@code a.json} is not of {@code a.jpg}. */
  private static boolean sameName(String recorded, Path picture) {
    String name = picture.getFileName().toString();
    return recorded.endsWith("/" + name) || recorded.endsWith("\\" + name);
  }
}
