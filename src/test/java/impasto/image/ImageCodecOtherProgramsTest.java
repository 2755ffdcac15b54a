package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write, as ImageMagick and ExifTool read it. */
class ImageCodecOtherProgramsTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;
  private static final int PIXELS = WIDTH * HEIGHT;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "png, 8, false", "png, 8, true", "png, 16, false", "png, 16, true",
    "tif, 8, false", "tif, 8, true", "tif, 16, false", "tif, 16, true"
  })
  void imageMagickReadsTheSameSamples(String format, int bits, boolean alpha) throws Exception {
    assumeThat(Programs.find("convert")).as("ImageMagick is at hand").isPresent();
    Path file = folder.resolve("picture." + format);
    Picture picture = ramps(alpha);

    ImageCodec.write(picture, file, WriteOptions.defaults().withBitDepth(bits));

    float[] read = byImageMagick(file, alpha);
    float half = 0.5001f / ((1 << bits) - 1);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      for (int c = 0; c < 3; c++) {
        assertThat(read[4 * pixel + c]).isCloseTo(picture.rgb()[c * PIXELS + pixel], within(half));
      }
      float opacity = alpha ? picture.alpha().get()[pixel] : 1;
      assertThat(read[4 * pixel + 3]).isCloseTo(opacity, within(half));
    }
    String depth = Programs.say("identify", "-format", "%z", file.toString());
    assertThat(depth).isEqualTo(Integer.toString(bits));
  }

  @ParameterizedTest
  @CsvSource({"95, 0.03", "100, 0.01"})
  void imageMagickReadsTheJpegOnWhite(int quality, float tolerance) throws Exception {
    assumeThat(Programs.find("convert")).as("ImageMagick is at hand").isPresent();
    Path file = folder.resolve("picture.jpg");
    float[] rgb = new float[3 * PIXELS];
    float[] alpha = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      rgb[i] = 0.5f;
      alpha[i] = 0.6f;
    }

    ImageCodec.write(
        new Picture(WIDTH, HEIGHT, rgb, Optional.of(alpha)),
        file,
        WriteOptions.defaults().withJpegQuality(quality));

    float[] read = byImageMagick(file, false);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      // 0.6 of the colour and 0.4 of white.
      assertThat(read[4 * pixel]).isCloseTo(0.7f, within(tolerance));
      assertThat(read[4 * pixel + 1]).isCloseTo(0.4f, within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void exifToolFindsWhatTheCameraWrote(String format) throws Exception {
    assumeThat(Programs.find("exiftool")).as("ExifTool is at hand").isPresent();
    PictureFile source = ImageCodec.readFile(TestFiles.fixture("camera.jpg"), 1 << 20);
    Path file = folder.resolve("picture." + format);

    ImageCodec.write(ramps(false), file, WriteOptions.defaults().withExif(source.exif()));

    JsonObject tags = tags(file);
    assertThat(tags.get("Make").getAsString()).isEqualTo("Camera Works");
    assertThat(tags.get("Model").getAsString()).isEqualTo("Model 7");
    assertThat(tags.get("ExposureTime").getAsString()).isEqualTo("1/125");
    assertThat(tags.get("DateTimeOriginal").getAsString()).isEqualTo("2024:05:17 18:30:00");
    assertThat(tags.get("GPSPosition").getAsString())
        .isEqualTo("47 deg 22' 12.34\" N, 8 deg 32' 30.01\" E");
    assertThat(tags.get("Orientation").getAsString()).isEqualTo("Horizontal (normal)");
    assertThat(tags.get("ColorSpace").getAsString()).isEqualTo("sRGB");
    assertThat(tags.get("ExifImageWidth").getAsInt()).isEqualTo(WIDTH);
    assertThat(tags.get("ExifImageHeight").getAsInt()).isEqualTo(HEIGHT);
    assertThat(tags.get("ImageWidth").getAsInt()).isEqualTo(WIDTH);
    assertThat(tags.get("ProfileDescription").getAsString()).contains("sRGB");
    assertThat(tags.has("ThumbnailImage")).isFalse();
    assertThat(tags.has("MakerNote")).isFalse();
    assertThat(tags.has("Warning")).isFalse();
    assertThat(tags.has("Error")).isFalse();
    if (format.equals("jpg")) {
      assertThat(tags.get("YCbCrSubSampling").getAsString()).startsWith("YCbCr4:4:4");
    }
  }

  private static JsonObject tags(Path file) throws Exception {
    return JsonParser.parseString(Programs.say("exiftool", "-json", file.toString()))
        .getAsJsonArray()
        .get(0)
        .getAsJsonObject();
  }

  /** Red, green, blue and alpha of each pixel, as ImageMagick sees it in 16 bits. */
  private static float[] byImageMagick(Path file, boolean alpha) throws Exception {
    String opaque = alpha ? "on" : "opaque";
    ByteBuffer samples =
        ByteBuffer.wrap(
                Programs.run(
                    "convert",
                    file.toString(),
                    "-alpha",
                    opaque,
                    "-depth",
                    "16",
                    "-endian",
                    "LSB",
                    "rgba:-"))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(samples.remaining()).isEqualTo(PIXELS * 4 * 2);
    float[] values = new float[PIXELS * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (samples.getShort() & 0xffff) / 65535f;
    }
    return values;
  }

  /** Values that fall between the steps of 8 and of 16 bits. */
  private static Picture ramps(boolean alpha) {
    float[] rgb = new float[3 * PIXELS];
    float[] opacity = new float[PIXELS];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) i / rgb.length;
    }
    for (int i = 0; i < PIXELS; i++) {
      opacity[i] = 1 - (float) i / PIXELS;
    }
    return new Picture(WIDTH, HEIGHT, rgb, alpha ? Optional.of(opacity) : Optional.empty());
  }
}
