package impasto.cli;

import impasto.report.OutputSettings;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How files are written, which are replaced, and what is kept of a run that breaks off. */
final class FileOptions {
  /** Those that do not change the picture, and may so be given beside a record. */
  static final Set<String> HARMLESS =
      Set.of("--overwrite", "--save-every", "--checkpoint-every", "--force");

  @Option(
      names = "--overwrite",
      description = "Replace existing results; in a batch, files that are none of its results.")
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
      names = "--checkpoint-every",
      paramLabel = "S",
      description =
          "Keep NAME.checkpoint.safetensors every so many seconds, more seldom where writing it "
              + "would take more than 2 %% of the time; 0 keeps none. Default: 60.")
  private double checkpointEvery = 60;

  @Option(names = "--force", description = "Run even if the memory is estimated not to suffice.")
  private boolean force;

  /**
   * How pictures are written; what is taken from the photo is added later.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  OutputSettings toSettings() {
    return new OutputSettings(Optional.ofNullable(bitDepth), jpegQuality, strip, maxPixels);
  }

  /**
   * What is replaced and kept.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  Keeping toKeeping(Keeping.Resumption resumption) {
    return new Keeping(overwrite, resumption, saveEvery, checkpointEvery, force);
  }

  /** Whether existing results are replaced. */
  boolean overwrite() {
    return overwrite;
  }
}
