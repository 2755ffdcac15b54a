package impasto.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The formats pictures are written in, chosen by the extension of the file. */
enum OutputFormat {
  PNG("png", 8, 16, true),
  JPEG("jpeg", 8, 8, false),
  TIFF("tiff", 16, 16, true);

  private static final Map<String, OutputFormat> BY_EXTENSION =
      Map.of("png", PNG, "jpg", JPEG, "jpeg", JPEG, "tif", TIFF, "tiff", TIFF);

  private final String imageIoName;
  private final int usualBits;
  private final int mostBits;
  private final boolean holdsAlpha;

  OutputFormat(String imageIoName, int usualBits, int mostBits, boolean holdsAlpha) {
    this.imageIoName = imageIoName;
    this.usualBits = usualBits;
    this.mostBits = mostBits;
    this.holdsAlpha = holdsAlpha;
  }

  /**
   * The format of a file to write.
   *
   * @throws UnwritablePictureException if the extension is missing or unknown
   */
  static OutputFormat of(Path file) {
    Path fileName = file.getFileName();
    String name = fileName == null ? "" : fileName.toString();
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    OutputFormat format = BY_EXTENSION.get(extension);
    if (format == null) {
      String reason = extension.isEmpty() ? "it has no extension" : "unknown format ." + extension;
      throw new UnwritablePictureException(
          file, reason + "; end the name in .png, .jpg, .jpeg, .tif or .tiff", null);
    }
    return format;
  }

  /** The profile that is put in every file. */
  static ICC_Profile srgbProfile() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB);
  }

  /** Whether the alpha of a picture is kept. */
  boolean holdsAlpha() {
    return holdsAlpha;
  }

  /** Whether channels can have a number of bits. */
  boolean holdsBits(int bits) {
    return bits <= mostBits;
  }

  /**
   * The content of a picture file, made in memory so that a failure here leaves the disk alone.
   *
   * @throws UnsupportedPictureException if a value is not finite
   * @throws IOException if the format cannot hold the picture
   */
  byte[] encode(Picture picture, WriteOptions options) throws IOException {
    BufferedImage image = Pixels.toImage(picture, options.bitDepth().orElse(usualBits), holdsAlpha);
    Encoder encoder = encoder();
    ImageWriter writer = writer();
    try {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      encoder.compress(settings, options);
      return written(writer, image, encoder.metadata(writer, settings, image, options), settings);
    } finally {
      writer.dispose();
    }
  }

  /**
   * A small JPEG that says nothing besides its pixels: a profile can be as large as a thumbnail.
   *
   * @throws UnsupportedPictureException if a value is not finite
   * @throws IOException if JPEG cannot hold the picture
   */
  static byte[] bareJpeg(Picture picture, int quality) throws IOException {
    ImageWriter writer = JPEG.writer();
    try {
      JPEGImageWriteParam settings = (JPEGImageWriteParam) writer.getDefaultWriteParam();
      new JpegEncoder().compress(settings, WriteOptions.defaults().withJpegQuality(quality));
      settings.setOptimizeHuffmanTables(true);
      return written(writer, Pixels.toImage(picture, 8, false), null, settings);
    } finally {
      writer.dispose();
    }
  }

  private static byte[] written(
      ImageWriter writer, BufferedImage image, IIOMetadata metadata, ImageWriteParam settings)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), settings);
    }
    return bytes.toByteArray();
  }

  private Encoder encoder() {
    return switch (this) {
      case PNG -> new PngEncoder();
      case JPEG -> new JpegEncoder();
      case TIFF -> new TiffEncoder();
    };
  }

  /** The JDK's own writer: it is the one whose metadata the encoders know. */
  private ImageWriter writer() throws IOException {
    return IIORegistry.getDefaultInstance()
        .getServiceProviders(ImageWriterSpi.class, this::isProvider, false)
        .next()
        .createWriterInstance();
  }

  private boolean isProvider(Object candidate) {
    return candidate instanceof ImageWriterSpi provider
        && provider.getClass().getName().startsWith("com.sun.imageio.")
        && Arrays.asList(provider.getFormatNames()).contains(imageIoName);
  }
}
