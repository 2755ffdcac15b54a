package impasto.cli;

import impasto.image.WriteOptions;
import impasto.report.OutputSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * The files beside the picture, how they are written, and what is kept of a run that breaks off.
 */
final class FileOptions {
  /** Those that do not change the picture, and may so be given beside a record. */
  static final Set<String> HARMLESS =
      Set.of(
          "--overwrite",
          "--metrics",
          "--plot",
          "--save-every",
          "--checkpoint-every",
          "--resume",
          "--force");

  @Option(names = "--overwrite", description = "Replace existing results.")
  private boolean overwrite;

  @Option(
      names = "--bit-depth",
      paramLabel = "BITS",
      description = "Bits a channel, 8 or 16. Default: 8; 16 for TIFF.")
  private Integer bitDepth;

  @Option(
      names = "--jpeg-quality",
      paramLabel = "Q",
      description = "Quality of a JPEG, 1 to 100. Default: 95.")
  private int jpegQuality = 95;

  @Option(
      names = "--strip",
      description = "Write no metadata: neither the photo's EXIF nor the settings.")
  private boolean strip;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Refuse pictures of more pixels. Default: 268435456 (16384 x 16384).")
  private long maxPixels = 1L << 28;

  @Option(
      names = "--save-every",
      paramLabel = "N",
      description = "Save the picture so far every N evaluations, as NAME.000100.png.")
  private int saveEvery;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw the loss and its terms into a PNG at the end.")
  private Path plot;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write a line of JSON an iteration: where it stands, loss, terms, seconds.")
  private Path metrics;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "S",
      description =
          "Keep NAME.checkpoint.safetensors every so many seconds, more seldom where writing it "
              + "would take more than 2 %% of the time; 0 keeps none. Default: 60.")
  private double checkpointEvery = 60;

  @Option(
      names = "--resume",
      description =
          "Go on from the checkpoint to the same result; from the beginning if there is none.")
  private boolean resume;

  @Option(names = "--force", description = "Run even if the memory is estimated not to suffice.")
  private boolean force;

  /**
   * How pictures are written; what is taken from the photo is added later.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  OutputSettings toSettings() {
    if (saveEvery < 0) {
      throw new IllegalArgumentException("--save-every must be at least 0, not " + saveEvery);
    }
    if (!(checkpointEvery >= 0 && Double.isFinite(checkpointEvery))) {
      throw new IllegalArgumentException(
          "--checkpoint-every must be at least 0, not " + checkpointEvery);
    }
    return new OutputSettings(Optional.ofNullable(bitDepth), jpegQuality, strip, maxPixels);
  }

  /** The files that a run with this picture writes. */
  OutputFiles files(Path picture) {
    return new OutputFiles(
        picture, Optional.ofNullable(metrics), Optional.ofNullable(plot), saveEvery > 0);
  }

  /** How a picture with these settings is written, without what is taken from the photo. */
  WriteOptions toWriteOptions(OutputSettings settings) {
    WriteOptions options =
        WriteOptions.defaults().withOverwrite(overwrite).withJpegQuality(settings.jpegQuality());
    return settings.bitDepth().map(options::withBitDepth).orElse(options);
  }

  int saveEvery() {
    return saveEvery;
  }

  double checkpointEvery() {
    return checkpointEvery;
  }

  boolean resume() {
    return resume;
  }

  boolean force() {
    return force;
  }
}
