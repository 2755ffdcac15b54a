package impasto.samples.training;

import impasto.samples.Film;
import impasto.samples.Scene;
import java.util.List;

/** What a painter, an engraver or a mosaicist may choose to show. */
final class Subjects {
  private static final List<Scene> SCENES =
      List.of(
          new ColourFields(),
          new ColourFields(),
          new Skies(),
          new Greenery(),
          new Facades(),
          new Forms(),
          new Portrait(),
          new Portrait(),
          new CutPaper());

  private Subjects() {}

  /** A subject on film, its light and its contrast as chance has it. */
  static Film any(Dice dice, int width, int height) {
    return Developed.film(dice.one(SCENES), width, height, dice.seed());
  }
}
