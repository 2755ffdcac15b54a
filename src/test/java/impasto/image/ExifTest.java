package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is carried over, as metadata-extractor reads it, which takes no part in writing it. */
class ExifTest {
  private static final Picture BLACK = new Picture(5, 4, new float[60]);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void carriesOverWhatTheCameraTells(String format) throws Exception {
    Metadata metadata = carriedOver(format, TestFiles.fixture("camera.jpg"));

    ExifIFD0Directory picture = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertThat(picture.getString(ExifDirectoryBase.TAG_MAKE)).isEqualTo("Camera Works");
    assertThat(picture.getString(ExifDirectoryBase.TAG_COPYRIGHT)).isEqualTo("all of it");
    assertThat(picture.getInt(ExifDirectoryBase.TAG_ORIENTATION)).isEqualTo(1);
    ExifSubIFDDirectory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertThat(camera.getRational(ExifDirectoryBase.TAG_EXPOSURE_TIME).toString())
        .isEqualTo("1/125");
    assertThat(camera.getRational(ExifDirectoryBase.TAG_EXPOSURE_BIAS).toString())
        .isEqualTo("-1/3");
    assertThat(camera.getInt(ExifDirectoryBase.TAG_ISO_EQUIVALENT)).isEqualTo(400);
    assertThat(camera.getDescription(ExifDirectoryBase.TAG_USER_COMMENT)).isEqualTo("by the water");
    assertThat(camera.getRationalArray(ExifDirectoryBase.TAG_LENS_SPECIFICATION)).hasSize(4);
    GeoLocation place = metadata.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation();
    assertThat(place.toDMSString()).startsWith("47\u00b0 22' 12.34").contains("8\u00b0 32' 30.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void statesSizeAndColoursAnewAndLeavesThumbnailAndMakersNoteBehind(String format)
      throws Exception {
    Metadata metadata = carriedOver(format, TestFiles.fixture("camera.jpg"));

    ExifSubIFDDirectory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertThat(camera.getInt(ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH)).isEqualTo(5);
    assertThat(camera.getInt(ExifDirectoryBase.TAG_EXIF_IMAGE_HEIGHT)).isEqualTo(4);
    assertThat(camera.getInt(ExifDirectoryBase.TAG_COLOR_SPACE)).isEqualTo(1);
    assertThat(camera.containsTag(ExifDirectoryBase.TAG_MAKERNOTE)).isFalse();
    assertThat(metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class)).isNull();
    if (!format.equals("tif")) {
      ExifIFD0Directory picture = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      assertThat(picture.containsTag(ExifDirectoryBase.TAG_IMAGE_WIDTH)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void carriesOverFromWhatItWroteItself(String format) throws Exception {
    Path first = folder.resolve("first." + format);
    write(first, ImageCodec.readFile(TestFiles.fixture("camera.jpg"), 1 << 20).exif());

    Metadata metadata = carriedOver("jpg", first);

    assertThat(
            metadata
                .getFirstDirectoryOfType(ExifIFD0Directory.class)
                .getString(ExifDirectoryBase.TAG_MODEL))
        .isEqualTo("Model 7");
    assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class)).isNotNull();
  }

  @Test
  void hasNothingToCarryOverWithoutExif() {
    assertThat(ImageCodec.readFile(TestFiles.fixture("rgb8.png"), 1 << 20).exif()).isEmpty();
    assertThat(ImageCodec.readFile(TestFiles.fixture("palette.gif"), 1 << 20).exif()).isEmpty();
  }

  /** Wherever it is cut or wrong, the picture is read, and what is left of it can be written. */
  @Test
  void takesWhatIsWholeOfDamagedExif() throws Exception {
    byte[] jpeg = TestFiles.fixtureBytes("camera.jpg");
    // From behind the marker and the length to the end of the thumbnail.
    int start = 12;
    int end = 600;
    for (int i = start; i < end; i += 3) {
      byte[] damaged = jpeg.clone();
      Arrays.fill(damaged, i, i + 3, (byte) 0xff);
      Path file = Files.write(folder.resolve("damaged.jpg"), damaged);

      PictureFile read = ImageCodec.readFile(file, 1 << 20);

      for (String format : new String[] {"png", "tif"}) {
        Path written = folder.resolve("a." + format);
        write(written, read.exif());
        assertThat(ImageCodec.read(written).width()).isEqualTo(5);
      }
    }
  }

  private Metadata carriedOver(String format, Path source) throws Exception {
    Path file = folder.resolve("carried." + format);
    write(file, ImageCodec.readFile(source, 1 << 20).exif());
    Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
    metadata
        .getDirectoriesOfType(ExifDirectoryBase.class)
        .forEach(directory -> assertThat(directory.getErrors()).isEmpty());
    return metadata;
  }

  private static void write(Path file, Optional<Exif> exif) {
    ImageCodec.write(BLACK, file, WriteOptions.defaults().withExif(exif));
  }
}
