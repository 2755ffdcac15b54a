package impasto.cli;

import impasto.config.EngineConfig;
import impasto.image.WriteOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as the options of {@code stylize} tell it.
 *
 * @param request what to paint
 * @param files the names of what it leaves
 * @param keeping what is replaced and kept
 * @param models finds the network
 */
record Order(Request request, OutputFiles files, Keeping keeping, ModelOptions models) {

  /** How the picture is written, without what is taken from the photo. */
  WriteOptions writing() {
    WriteOptions options =
        WriteOptions.defaults()
            .withOverwrite(keeping.overwrite())
            .withJpegQuality(request.output().jpegQuality());
    return request.output().bitDepth().map(options::withBitDepth).orElse(options);
  }

  /**
   * The same for other pictures.
   *
   * @param content the photo
   * @param styles as many paintings
   * @param picture the result
   */
  Order of(Path content, List<Path> styles, Path picture) {
    return new Order(
        request.from(content, styles),
        new OutputFiles(picture, files.metrics(), files.plot(), files.previews()),
        keeping,
        models);
  }

  /** All files that are read. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(request.pictures());
    models.file().ifPresent(inputs::add);
    request.record().ifPresent(inputs::add);
    return inputs;
  }

  /** What is to be checked of its files. */
  OutputChecks checks() {
    return new OutputChecks(files, writing(), keeping.resumes());
  }

  /**
   * The same for a job of a batch.
   *
   * @param engine the engine that paints it
   */
  Order inBatch(EngineConfig engine) {
    return new Order(request.on(engine), files, keeping.inBatch(), models);
  }
}
