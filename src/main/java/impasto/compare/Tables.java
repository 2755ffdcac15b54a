package impasto.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;

/** A comparison as CSV files for programs. Numbers that do not apply are blank. */
public final class Tables {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private Tables() {}

  /**
   * Writes a line a picture, or replaces the file.
   *
   * @throws IOException if it cannot be written; an earlier file is kept
   */
  public static void writePictures(Path file, Comparison comparison) throws IOException {
    List<PictureNumbers> pictures = comparison.pictures();
    List<String> terms =
        List.copyOf(
            new TreeSet<>(
                pictures.stream()
                    .flatMap(it -> it.result().judgement().stream())
                    .flatMap(it -> it.terms().keySet().stream())
                    .toList()));
    List<Object> head =
        new ArrayList<>(
            List.of("recipe", "content", "style", "size", "seed", "output", "state", "reason"));
    head.addAll(List.of("seconds", "evaluations", "full_size_evaluations", "peak_mb"));
    head.addAll(List.of("loss", "content_loss", "style_loss"));
    head.addAll(terms);
    head.addAll(List.of("noise", "ssim_seeds", "ssim_sizes", "ssim_photo"));
    head.addAll(List.of("seconds_to_baseline", "ratio_to_baseline"));
    List<List<Object>> rows = new ArrayList<>(List.of(head));
    pictures.forEach(picture -> rows.add(row(picture, terms)));
    write(file, rows);
  }

  /**
   * Writes a line a recipe and size, or replaces the file.
   *
   * @throws IOException if it cannot be written; an earlier file is kept
   */
  public static void writeSummary(Path file, Comparison comparison) throws IOException {
    List<Object> head = new ArrayList<>(List.of("recipe", "size"));
    SummaryColumn.ALL.forEach(column -> head.add(column.name()));
    List<List<Object>> rows = new ArrayList<>(List.of(head));
    for (SummaryLine line : comparison.summary()) {
      List<Object> row = new ArrayList<>(List.of(line.recipe(), line.size()));
      SummaryColumn.ALL.forEach(column -> row.add(column.value().apply(line)));
      rows.add(row);
    }
    write(file, rows);
  }

  private static List<Object> row(PictureNumbers picture, List<String> terms) {
    Result result = picture.result();
    Trial trial = result.trial();
    List<Object> row = new ArrayList<>();
    row.add(trial.recipe());
    row.add(trial.content().file());
    row.add(trial.style().file());
    row.add(trial.size());
    row.add(orBlank(trial.seed()));
    row.add(trial.output());
    row.add(result.state().map(it -> it.kind().word()).orElse("done"));
    row.add(orBlank(result.state().map(Result.State::reason)));
    row.add(orBlank(result.seconds()));
    row.add(orBlank(result.evaluations()));
    row.add(orBlank(result.fullSizeEvaluations()));
    row.add(orBlank(result.peakMemoryMb()));
    row.add(orBlank(result.judgement().map(Judgement::loss)));
    row.add(orBlank(result.judgement().map(Judgement::content)));
    row.add(orBlank(result.judgement().map(Judgement::style)));
    terms.forEach(term -> row.add(orBlank(result.judgement().map(it -> it.terms().get(term)))));
    row.add(orBlank(result.judgement().map(Judgement::noise)));
    row.add(orBlank(picture.likeness().seeds()));
    row.add(orBlank(picture.likeness().sizes()));
    row.add(orBlank(picture.likeness().photo()));
    row.add(orBlank(picture.secondsToBaseline()));
    row.add(orBlank(picture.ratioToBaseline()));
    return row;
  }

  private static Object orBlank(Optional<?> value) {
    return value.isPresent() ? value.get() : "";
  }

  private static void write(Path file, List<List<Object>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(FORMAT.format(row.toArray())).append('\n'));
    AtomicFile.write(file, text.toString().getBytes(UTF_8), true);
  }
}
