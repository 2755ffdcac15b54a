package impasto.compare;

import impasto.report.InputView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of pictures: a pair at a size.
 *
 * @param size the longer side in pixels
 * @param inputs the photo and the painting
 * @param cells one a recipe
 */
record RowView(int size, List<InputView> inputs, List<Cell> cells) {

  /**
   * The pictures of a recipe, one a seed.
   *
   * @param pictures in the order of the seeds
   */
  record Cell(List<PictureView> pictures) {}

  /** What a row has in common. */
  private record Key(Trial.Pair pair, int size) {}

  /** The rows of a comparison, in the order of its trials. */
  static List<RowView> listOf(Comparison comparison, Map<Path, InputView.Rule> rules) {
    Map<Key, List<PictureNumbers>> rows =
        comparison.pictures().stream()
            .collect(
                Collectors.groupingBy(
                    it -> new Key(it.result().trial().pair(), it.result().trial().size()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return rows.entrySet().stream()
        .map(
            row ->
                new RowView(
                    row.getKey().size(),
                    List.of(
                        InputView.of("content", row.getKey().pair().content().file(), rules),
                        InputView.of("style", row.getKey().pair().style().file(), rules)),
                    comparison.recipes().stream()
                        .map(recipe -> cell(recipe, row.getValue()))
                        .toList()))
        .toList();
  }

  private static Cell cell(NamedRecipe recipe, List<PictureNumbers> row) {
    return new Cell(
        row.stream()
            .filter(it -> it.result().trial().recipe().equals(recipe.name()))
            .map(PictureView::of)
            .toList());
  }
}
