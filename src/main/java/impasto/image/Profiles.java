package impasto.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how the colours of a file become sRGB. */
final class Profiles {
  private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

  private Profiles() {}

  /**
   * The conversion for a file; without a usable profile, RGB and grey are taken for sRGB.
   *
   * @param profile the ICC profile in the file
   * @param colors the number of channels of colour: 1, 3 or 4
   * @param file the file, for the warning that its profile is broken
   */
  static ColorConversion conversion(Optional<byte[]> profile, int colors, Path file) {
    if (profile.isPresent()) {
      try {
        return conversion(ICC_Profile.getInstance(profile.get()), colors);
      } catch (RuntimeException e) {
        // The JDK has no exception of its own for most of what can be wrong with a profile.
        LOG.warn("{}: its colour profile is broken and is ignored ({})", file, e.getMessage());
        LOG.debug("The colour profile of {}", file, e);
      }
    }
    return colors == 4 ? new PlainInks() : new PlainColors();
  }

  private static ColorConversion conversion(ICC_Profile profile, int colors) {
    if (colors != channels(profile.getColorSpaceType())) {
      throw new IllegalArgumentException("it is for another kind of colours");
    }
    ColorConversion conversion;
    if (profile.getData(ICC_Profile.icSigAToB0Tag) != null || colors == 4) {
      conversion = TableProfile.of(profile);
    } else if (colors == 3) {
      conversion = MatrixProfile.of(profile);
    } else {
      conversion = new GreyProfile(new ToneCurve(profile.getData(ICC_Profile.icSigGrayTRCTag)));
    }
    // Some faults show only in use.
    conversion.convert(new float[colors][1], new float[3][1]);
    return conversion;
  }

  private static int channels(int colorSpace) {
    return switch (colorSpace) {
      case ColorSpace.TYPE_GRAY -> 1;
      case ColorSpace.TYPE_RGB -> 3;
      case ColorSpace.TYPE_CMYK -> 4;
      default -> -1;
    };
  }
}
