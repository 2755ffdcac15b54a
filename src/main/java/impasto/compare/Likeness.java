package impasto.compare;

import java.util.Optional;

/**
 * How alike pictures of a recipe are, as mean structural similarity (SSIM).
 *
 * @param seeds of the pictures that differ in their seed alone, all pairs of them; empty if there
 *     are no two
 * @param sizes of the picture and the smaller ones, all reduced to the smallest size, the least;
 *     empty for the smallest itself
 * @param photo of the picture, reduced to the smallest size, and the untouched photo at that size
 */
public record Likeness(Optional<Double> seeds, Optional<Double> sizes, Optional<Double> photo) {
  /** Of a picture that is not there. */
  public static final Likeness NONE =
      new Likeness(Optional.empty(), Optional.empty(), Optional.empty());
}
