package impasto.loss;

/** A photo or a painting shows nothing to a layer, since it is transparent there. */
public final class NothingVisibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NothingVisibleException(String what, String layer) {
    super(
        ("the %s is transparent wherever the layer %s looks at it: use a picture that shows more, "
                + "or a larger --size or --style-scale")
            .formatted(what, layer));
  }
}
