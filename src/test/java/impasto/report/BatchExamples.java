package impasto.report;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches to tell of, with pictures in a folder. */
final class BatchExamples {
  private BatchExamples() {}

  static BatchReport batch(List<JobReport> jobs) {
    return new BatchReport(
        "A batch",
        Instant.parse("2026-01-31T12:00:00Z"),
        3725,
        List.of("batch", "my photos", "--sweep", "style-weight=1,3"),
        jobs);
  }

  /** A job that was painted; its result is called {@code output}. */
  static JobReport done(Path folder, Path content, Path style, String output) {
    return job(JobState.DONE, folder, content, style, output, Map.of());
  }

  static JobReport job(
      JobState state,
      Path folder,
      Path content,
      Path style,
      String output,
      Map<String, String> axes) {
    boolean painted = state == JobState.DONE;
    return new JobReport(
        state,
        folder.resolve(output),
        output,
        content,
        List.of(style),
        axes,
        painted ? Optional.of(Examples.run(Examples.recipe())) : Optional.empty(),
        painted ? Optional.empty() : Optional.of("no such file; <b>check</b> the path"),
        List.of("stylize", content.toString(), style.toString(), "-o", output));
  }

  /** A map in the order of its arguments: name, value, name, value. */
  static Map<String, String> axes(String... namesAndValues) {
    Map<String, String> axes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      axes.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return axes;
  }

  /** Writes a soft picture whose colours depend on a number. */
  static Path picture(Path file, int width, int height, int number) {
    float[] rgb = new float[3 * width * height];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double wave = Math.sin((x * (c + 1) + y * 3 + number * 7) / 9.0);
          rgb[(c * height + y) * width + x] = (float) (0.5 + 0.4 * wave);
        }
      }
    }
    ImageCodec.write(new Picture(width, height, rgb), file);
    return file;
  }
}
