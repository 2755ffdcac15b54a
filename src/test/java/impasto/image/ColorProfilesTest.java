package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ColorProfilesTest {
  /** Numbers in a profile have 16 bits behind the point, which the slope of sRGB at 0 magnifies. */
  private static final float FINE = 0.0003f;

  private static final float EIGHT_BITS = 1.01f / 255;

  /** What JPEG makes of an even area. */
  private static final float LOSSY = 2.5f / 255;

  private static final byte[] SRGB_FORMULA =
      TestProfiles.formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

  private static final double[][] ADOBE_TO_XYZ = {
    {0.5767309, 0.1855540, 0.1881852},
    {0.2973769, 0.6273491, 0.0752741},
    {0.0270343, 0.0706872, 0.9911085}
  };

  private static final double[][] XYZ_TO_SRGB = {
    {3.2404542, -1.5371385, -0.4985314},
    {-0.9692660, 1.8760108, 0.0415560},
    {0.0556434, -0.2040259, 1.0572252}
  };

  @TempDir private Path folder;

  static List<Arguments> curves() {
    double[] values = {0, 0.05, 0.2, 0.5, 0.8, 1};
    return List.of(
        Arguments.of("straight", TestProfiles.straight(), light(values, v -> v)),
        Arguments.of("power", TestProfiles.power(1.5), light(values, v -> Math.pow(v, 1.5))),
        Arguments.of("sampled", TestProfiles.sampled(1024, v -> v * v), light(values, v -> v * v)),
        Arguments.of(
            "formula 0", TestProfiles.formula(0, 1.8), light(values, v -> Math.pow(v, 1.8))),
        Arguments.of(
            "formula 1",
            TestProfiles.formula(1, 2, 1.25, -0.25),
            light(values, v -> v < 0.2 ? 0 : Math.pow(1.25 * v - 0.25, 2))),
        Arguments.of(
            "formula 2",
            TestProfiles.formula(2, 2, 1, -0.1, 0.15),
            light(values, v -> v < 0.1 ? 0.15 : Math.pow(v - 0.1, 2) + 0.15)),
        Arguments.of(
            "formula 4",
            TestProfiles.formula(4, 2, 0.9, 0.1, 0.5, 0.3, 0.05, 0.02),
            light(values, v -> v < 0.3 ? 0.5 * v + 0.02 : Math.pow(0.9 * v + 0.1, 2) + 0.05)));
  }

  private static float[] light(double[] values, DoubleUnaryOperator light) {
    float[] expected = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      expected[i] = encoded(Math.min(1, light.applyAsDouble(values[i])));
    }
    return expected;
  }

  /** The primaries are those of sRGB, so that each channel goes by the curve alone. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("curves")
  void followsTheCurve(String name, byte[] curve, float[] expected) throws IOException {
    int[] samples = new int[18];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = new int[] {0, 3277, 13107, 32768, 52428, 65535}[i / 3];
    }
    BufferedImage image = TestImages.of(ColorSpace.CS_sRGB, false, 16, 6, samples);

    Picture picture =
        read(TestFiles.pngWithProfile(image, TestProfiles.rgb(TestProfiles.SRGB, curve)));

    for (int c = 0; c < 3; c++) {
      assertThat(Arrays.copyOfRange(picture.rgb(), c * 6, c * 6 + 6))
          .containsExactly(expected, within(FINE));
    }
  }

  /** In each format that holds a profile: light of 0.5 is 0.7354 in sRGB, of 0.2 0.4845. */
  static Stream<Arguments> linearFiles() throws IOException {
    byte[] profile = TestProfiles.rgb(TestProfiles.SRGB, TestProfiles.straight());
    BufferedImage fine = flat(ColorSpace.CS_sRGB, 16, 32768, 13107, 32768);
    BufferedImage coarse = flat(ColorSpace.CS_sRGB, 8, 128, 51, 128);
    byte[] jpeg = TestImages.encode(coarse, "jpg");
    return Stream.of(
        Arguments.of("png16", TestFiles.pngWithProfile(fine, profile), FINE),
        Arguments.of("tiff16", TestFiles.tiffWithProfile(fine, profile), FINE),
        Arguments.of("png8", TestFiles.pngWithProfile(coarse, profile), EIGHT_BITS),
        Arguments.of("tiff8", TestFiles.tiffWithProfile(coarse, profile), EIGHT_BITS),
        Arguments.of("jpeg", TestFiles.jpegWithProfile(jpeg, profile), LOSSY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("linearFiles")
  void convertsTheProfileOfAFormatOnce(String name, byte[] file, float tolerance)
      throws IOException {
    assertThat(middle(read(file)))
        .containsExactly(new float[] {encoded(0.5), encoded(0.2), encoded(0.5)}, within(tolerance));
  }

  @Test
  void convertsTheProfileOfAWebp() throws IOException {
    byte[] profile = TestProfiles.rgb(TestProfiles.SRGB, TestProfiles.straight());
    byte[] webp = TestFiles.webpWithProfile(TestFiles.fixtureBytes("lossless.webp"), 9, 6, profile);

    Picture picture = read(webp);

    // The first tile is 200, 40, 40.
    assertThat(new float[] {picture.rgb()[0], picture.rgb()[54], picture.rgb()[108]})
        .containsExactly(
            new float[] {encoded(200 / 255.0), encoded(40 / 255.0), encoded(40 / 255.0)},
            within(FINE));
  }

  static Stream<Arguments> adobeColors() {
    return Stream.of(
        Arguments.of(40000, 30000, 20000),
        Arguments.of(10000, 11000, 12000),
        Arguments.of(60000, 50000, 55000),
        Arguments.of(65535, 65535, 65535));
  }

  /** Expected by the matrices under D65, where the profile and the code have those under D50. */
  @ParameterizedTest
  @MethodSource("adobeColors")
  void convertsAdobeRgbIn16Bits(int red, int green, int blue) throws IOException {
    byte[] profile = TestProfiles.rgb(TestProfiles.ADOBE_RGB, TestProfiles.power(563 / 256.0));
    double[] light = {
      Math.pow(red / 65535.0, 563 / 256.0),
      Math.pow(green / 65535.0, 563 / 256.0),
      Math.pow(blue / 65535.0, 563 / 256.0)
    };
    double[] linear = times(XYZ_TO_SRGB, times(ADOBE_TO_XYZ, light));
    float[] expected = {encoded(linear[0]), encoded(linear[1]), encoded(linear[2])};

    BufferedImage image = flat(ColorSpace.CS_sRGB, 16, red, green, blue);

    assertThat(middle(read(TestFiles.pngWithProfile(image, profile))))
        .containsExactly(expected, within(FINE));
    assertThat(middle(read(TestFiles.tiffWithProfile(image, profile))))
        .containsExactly(expected, within(FINE));
  }

  @Test
  void clampsWhatSrgbCannotShow() throws IOException {
    byte[] profile = TestProfiles.rgb(TestProfiles.ADOBE_RGB, TestProfiles.power(563 / 256.0));

    Picture green = read(TestFiles.pngWithProfile(flat(ColorSpace.CS_sRGB, 8, 0, 255, 0), profile));

    assertThat(middle(green)[0]).isZero();
    assertThat(middle(green)[1]).isCloseTo(1, within(FINE));
  }

  static Stream<byte[]> profilesOfSrgb() {
    return Stream.of(
        TestProfiles.rgb(TestProfiles.SRGB, SRGB_FORMULA),
        TestProfiles.rgb(TestProfiles.SRGB, TestProfiles.sampled(1024, ColorProfilesTest::decoded)),
        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  @ParameterizedTest
  @MethodSource("profilesOfSrgb")
  void leavesSrgbAloneHoweverItIsWritten(byte[] profile) throws IOException {
    BufferedImage image = TestImages.noise();

    Picture picture = read(TestFiles.pngWithProfile(image, profile));

    assertThat(picture.rgb()).isEqualTo(read(TestImages.encode(image, "png")).rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void convertsGreyProfiles(String format) throws IOException {
    byte[] profile = TestProfiles.grey(TestProfiles.straight());
    BufferedImage image = flat(ColorSpace.CS_GRAY, 8, 128);

    byte[] file =
        switch (format) {
          case "png" -> TestFiles.pngWithProfile(image, profile);
          case "jpg" -> TestFiles.jpegWithProfile(TestImages.encode(image, "jpg"), profile);
          default -> TestFiles.tiffWithProfile(image, profile);
        };

    float grey = encoded(128 / 255.0);
    assertThat(middle(read(file)))
        .containsExactly(new float[] {grey, grey, grey}, within(EIGHT_BITS));
  }

  @Test
  void convertsColoursOfAPalette() throws IOException {
    byte[] profile = TestProfiles.rgb(TestProfiles.SRGB, TestProfiles.straight());
    byte[] entries = {0, (byte) 128};
    BufferedImage image =
        new BufferedImage(
            1,
            1,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(1, 2, entries, entries, entries));
    image.getRaster().setSample(0, 0, 0, 1);

    float grey = encoded(128 / 255.0);
    assertThat(middle(read(TestFiles.pngWithProfile(image, profile))))
        .containsExactly(new float[] {grey, grey, grey}, within(FINE));
  }

  /**
   * Inks as Adobe writes them, what is left of the paper; 128 of 255 black leaves half the light.
   */
  @Test
  void readsPlainCmyk() throws IOException {
    byte[] file = adobeCmyk(255, 0, 255, 127);

    float half = 127 / 255f;
    assertThat(middle(read(file))).containsExactly(new float[] {half, 0, half}, within(LOSSY));
  }

  @Test
  void takesInkForInkWithoutAnAdobeSegment() throws IOException {
    assertThat(middle(read(cmyk(0, 255, 0, 0))))
        .containsExactly(new float[] {1, 0, 1}, within(LOSSY));
  }

  @Test
  void convertsCmykProfiles() throws IOException {
    byte[] profile = TestProfiles.cmyk();
    // L* = 50 is a luminance of ((50 + 16) / 116)^3.
    float grey = encoded(Math.pow(66 / 116.0, 3));

    assertThat(middle(read(TestFiles.jpegWithProfile(adobeCmyk(255, 255, 255, 255), profile))))
        .containsExactly(new float[] {1, 1, 1}, within(LOSSY));
    assertThat(middle(read(TestFiles.jpegWithProfile(adobeCmyk(0, 255, 255, 255), profile))))
        .containsExactly(new float[] {grey, grey, grey}, within(LOSSY));
    assertThat(middle(read(TestFiles.jpegWithProfile(adobeCmyk(255, 255, 255, 0), profile))))
        .containsExactly(new float[] {0, 0, 0}, within(LOSSY));
  }

  static Stream<byte[]> uselessProfiles() {
    byte[] good = TestProfiles.rgb(TestProfiles.SRGB, TestProfiles.straight());
    byte[] withoutCurve = good.clone();
    // The name of the second tag, the red curve.
    withoutCurve[128 + 4 + 12] = 'x';
    return Stream.of(
        new byte[0],
        TestFiles.ascii("no profile at all"),
        Arrays.copyOf(good, 200),
        withoutCurve,
        TestProfiles.grey(TestProfiles.straight()),
        TestProfiles.cmyk());
  }

  @ParameterizedTest
  @MethodSource("uselessProfiles")
  void warnsOfAUselessProfileAndTakesTheColoursForSrgb(byte[] profile) throws IOException {
    BufferedImage image = flat(ColorSpace.CS_sRGB, 8, 204, 51, 153);
    byte[] jpeg = TestImages.encode(image, "jpg");
    List<byte[]> files =
        List.of(
            TestFiles.pngWithProfile(image, profile),
            TestFiles.jpegWithProfile(jpeg, profile),
            TestFiles.tiffWithProfile(image, profile));
    for (byte[] file : files) {
      List<String> warnings = new ArrayList<>();

      Picture picture = readListening(file, warnings);

      assertThat(middle(picture)).containsExactly(new float[] {0.8f, 0.2f, 0.6f}, within(LOSSY));
      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0)).contains("its colour profile is broken and is ignored");
    }
  }

  private Picture readListening(byte[] file, List<String> warnings) throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(Profiles.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.addAppender(appender);
    try {
      return read(file);
    } finally {
      logger.detachAppender(appender);
      appender.list.stream()
          .filter(event -> event.getLevel().toString().equals("WARN"))
          .forEach(event -> warnings.add(event.getFormattedMessage()));
    }
  }

  /** A JPEG of four channels as they are, which says so in an Adobe segment. */
  private static byte[] adobeCmyk(int... stored) throws IOException {
    byte[] segment = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    return TestFiles.withJpegSegment(cmyk(stored), 0xee, segment);
  }

  private static byte[] cmyk(int... stored) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, stored);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = null;
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writer == null || !writer.getClass().getName().startsWith("com.sun.")) {
      writer = writers.next();
    }
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  /** An image of 16 x 16 equal pixels. */
  private static BufferedImage flat(int colorSpace, int bits, int... color) {
    int[] samples = new int[16 * 16 * color.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = color[i % color.length];
    }
    return TestImages.of(colorSpace, false, bits, 16, samples);
  }

  private static float[] middle(Picture picture) {
    int pixels = picture.width() * picture.height();
    int pixel = picture.height() / 2 * picture.width() + picture.width() / 2;
    float[] rgb = picture.rgb();
    return new float[] {rgb[pixel], rgb[pixels + pixel], rgb[2 * pixels + pixel]};
  }

  /** IEC 61966-2-1. */
  private static float encoded(double light) {
    return (float) (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055);
  }

  private static double decoded(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] result = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        result[row] += matrix[row][column] * vector[column];
      }
    }
    return result;
  }

  private Picture read(byte[] file) throws IOException {
    return ImageCodec.read(Files.write(folder.resolve("picture.dat"), file));
  }
}
