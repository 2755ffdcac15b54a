package impasto.samples.training;

import impasto.samples.Scene;
import java.util.ArrayList;
import java.util.List;

/** The kinds of training pictures, in the order in which they take turns. */
final class Kinds {
  /** One kind; another seed gives another composition, other colours, another scale. */
  record Kind(String name, Scene scene) {}

  private static final List<Kind> SINGLE =
      List.of(
          new Kind("sky", new Skies()),
          new Kind("greenery", either(new Greenery(), new Greenery(), new Surfaces())),
          new Kind("facade", new Facades()),
          new Kind(
              "brushwork", either(new Brushwork(), new Brushwork(), new Brushwork(), new Washes())),
          new Kind("lines", either(new Etching(), new PenStrokes())),
          new Kind("mosaic", either(new Panes(), new Stones())),
          new Kind("cloth", new Cloth()),
          new Kind("noise", new Spectra()),
          new Kind("paper", new CutPaper()),
          new Kind("forms", either(new Forms(), new Forms(), new Portrait())),
          new Kind("dots", new Dots()),
          new Kind("excerpt", new Excerpt()));

  static final List<Kind> KINDS = all();

  private Kinds() {}

  /** The kind whose turn it is. */
  static Kind at(int index) {
    return KINDS.get(index % KINDS.size());
  }

  private static List<Kind> all() {
    List<Kind> kinds = new ArrayList<>(SINGLE);
    kinds.add(new Kind("joined", new Joined(SINGLE.stream().map(Kind::scene).toList())));
    return kinds.stream().map(k -> new Kind(k.name, new Developed(k.scene))).toList();
  }

  /** One of the scenes, as the seed has it. */
  private static Scene either(Scene... scenes) {
    return (width, height, seed) -> {
      Dice dice = Dice.of(seed ^ 0x2545F4914F6CDD1DL);
      return dice.one(List.of(scenes)).draw(width, height, seed);
    };
  }
}
