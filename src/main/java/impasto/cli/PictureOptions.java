package impasto.cli;

import impasto.config.Precision;
import impasto.config.TransferConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** How pictures are painted and written: what single runs and batches have in common. */
final class PictureOptions {
  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nWhat is minimised:%n")
  private ObjectiveOptions objective = new ObjectiveOptions();

  @ArgGroup(validate = false, heading = "%nHow it is painted:%n")
  private PaintingOptions painting = new PaintingOptions();

  @ArgGroup(validate = false, heading = "%nThe files:%n")
  private FileOptions files = new FileOptions();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  /**
   * The recipe.
   *
   * @throws IllegalArgumentException if the options do not fit together
   */
  TransferConfig toConfig() {
    return painting.toConfig(objective.toConfig(Precision.FLOAT32));
  }

  ModelOptions model() {
    return model;
  }

  FileOptions files() {
    return files;
  }

  EngineOptions engine() {
    return engine;
  }
}
