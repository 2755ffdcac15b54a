package impasto.transfer;

/** A picture is too small for the deepest layer that looks at it. */
public final class PictureTooSmallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PictureTooSmallException(String what, int width, int height, int least) {
    super(
        "the %s is %d x %d pixels at this size, and the deepest layer needs %d on the shorter side: "
                .formatted(what, width, height, least)
            + "use a larger --size or --style-scale, or shallower layers");
  }
}
