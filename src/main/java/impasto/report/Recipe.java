package impasto.report;

import impasto.config.EngineConfig;
import impasto.config.Start;
import impasto.config.TransferConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that must be the same to paint the same picture again.
 *
 * @param version of Impasto
 * @param content the photo
 * @param styles the paintings, at least one
 * @param start the picture it started from, exactly if {@code transfer} starts from a file
 * @param weights the network's weights
 * @param transfer what was painted, and how
 * @param engine how the tensor engine ran
 * @param output how the picture was written
 */
public record Recipe(
    String version,
    InputFile content,
    List<InputFile> styles,
    Optional<InputFile> start,
    Weights weights,
    TransferConfig transfer,
    EngineConfig engine,
    OutputSettings output) {

  /**
   * Copies the list and checks that the parts fit together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Recipe {
    Require.notBlank("the version", version);
    styles = List.copyOf(styles);
    Require.atLeast("the number of styles", 1, styles.size());
    int shares = transfer.styleBlend().size();
    if (shares != 0 && shares != styles.size()) {
      throw new IllegalArgumentException(
          "there are %d shares for %d styles".formatted(shares, styles.size()));
    }
    if (start.isPresent() != (transfer.start() instanceof Start.FromFile)) {
      throw new IllegalArgumentException(
          start.isPresent()
              ? "there is a picture to start from, but the start is not a file"
              : "the start is a file, but the picture to start from is not told");
    }
  }

  /**
   * The recipe with the names of files alone, as it travels inside a picture: whoever gets the
   * picture need not learn how its painter's folders are called.
   */
  public Recipe withoutFolders() {
    return new Recipe(
        version,
        content.withoutFolders(),
        styles.stream().map(InputFile::withoutFolders).toList(),
        start.map(InputFile::withoutFolders),
        weights.withoutFolders(),
        transferWithoutFolders(),
        engine,
        output);
  }

  private TransferConfig transferWithoutFolders() {
    if (!(transfer.start() instanceof Start.FromFile from)) {
      return transfer;
    }
    return new TransferConfig(
        transfer.objective(),
        transfer.network(),
        transfer.ladder(),
        transfer.optimizer(),
        new Start.FromFile(Path.of(InputFile.nameOf(from.file().toString()))),
        transfer.styleBlend(),
        transfer.originalColors(),
        transfer.styleScale(),
        transfer.seed(),
        transfer.stopping(),
        transfer.coarse());
  }
}
