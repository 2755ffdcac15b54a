package impasto.cli;

import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.UnreadablePictureException;
import impasto.report.OutputSettings;
import impasto.report.Recipe;
import impasto.report.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture that was asked for, by options or by the record of an earlier one.
 *
 * @param content the photo
 * @param styles the paintings
 * @param config the recipe; its precision counts only if {@code precision} is told
 * @param precision the arithmetic inside the network; empty for the one that suits the device
 * @param engine how the engine runs
 * @param output how the picture is written
 * @param repeated the recipe of the earlier picture, if one is repeated
 * @param record where that was read from
 */
record Request(
    Path content,
    List<Path> styles,
    TransferConfig config,
    Optional<Precision> precision,
    EngineConfig engine,
    OutputSettings output,
    Optional<Recipe> repeated,
    Optional<Path> record) {

  /** The request that paints an earlier picture again, from the same files. */
  static Request again(Recipe recipe, Path record) {
    return new Request(
        Path.of(recipe.content().path()),
        recipe.styles().stream().map(style -> Path.of(style.path())).toList(),
        recipe.transfer(),
        Optional.of(recipe.transfer().network().precision()),
        recipe.engine(),
        recipe.output(),
        Optional.of(recipe),
        Optional.of(record));
  }

  /** The same from other places. */
  Request from(Path otherContent, List<Path> otherStyles) {
    return new Request(
        otherContent, otherStyles, config, precision, engine, output, repeated, record);
  }

  /** The same on another engine. */
  Request on(EngineConfig other) {
    return new Request(content, styles, config, precision, other, output, repeated, record);
  }

  /** The picture that is started from, if the recipe says so. */
  Optional<Path> start() {
    return config.start() instanceof Start.FromFile file
        ? Optional.of(file.file())
        : Optional.empty();
  }

  /**
   * The recipe, with the files as they are now.
   *
   * @param finalConfig the recipe in its final precision
   * @param weights the network's
   * @param supplies tells of the files
   * @throws UnreadablePictureException if one cannot be read
   */
  Recipe recipe(TransferConfig finalConfig, Weights weights, Supplies supplies) {
    return new Recipe(
        Version.number(),
        supplies.described(content),
        styles.stream().map(supplies::described).toList(),
        start().map(supplies::described),
        weights,
        finalConfig,
        engine,
        output);
  }

  /** All pictures that are read. */
  List<Path> pictures() {
    List<Path> all = new ArrayList<>(List.of(content));
    all.addAll(styles);
    start().ifPresent(all::add);
    return all;
  }
}
