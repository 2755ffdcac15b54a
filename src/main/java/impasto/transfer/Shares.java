package impasto.transfer;

import impasto.config.TransferConfig;
import java.util.Collections;
import java.util.List;

/** The shares of several paintings. */
final class Shares {
  private Shares() {}

  /**
   * The recipe's shares, normalised to a sum of 1; equal ones if it has none.
   *
   * @throws IllegalArgumentException if there are not as many shares as paintings
   */
  static List<Double> of(TransferConfig config, int styles) {
    List<Double> shares = config.styleBlend();
    if (shares.isEmpty()) {
      return Collections.nCopies(styles, 1.0 / styles);
    }
    if (shares.size() != styles) {
      throw new IllegalArgumentException(
          "the style blend has " + shares.size() + " shares for " + styles + " style pictures");
    }
    double sum = shares.stream().mapToDouble(share -> share).sum();
    return shares.stream().map(share -> share / sum).toList();
  }
}
