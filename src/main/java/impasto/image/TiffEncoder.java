package impasto.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * TIFF, deflated: profile, EXIF and place in tags of their own, the description in the image
 * description, in place of the camera's.
 */
record TiffEncoder() implements Encoder {
  @Override
  public void compress(ImageWriteParam settings, WriteOptions options) {
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    // Deflate under the number that all programs know.
    settings.setCompressionType("ZLib");
  }

  @Override
  public IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam settings, BufferedImage image, WriteOptions options)
      throws IOException {
    TIFFDirectory directory =
        TIFFDirectory.createFromMetadata(Encoder.standard(writer, settings, image));
    options
        .exif()
        .ifPresent(
            exif ->
                TiffFields.addAll(directory, exif.entries(image.getWidth(), image.getHeight())));
    byte[] profile = OutputFormat.srgbProfile().getData();
    directory.addTIFFField(
        new TIFFField(
            BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ICC_PROFILE),
            TIFFTag.TIFF_UNDEFINED,
            profile.length,
            profile));
    options
        .description()
        .map(text -> TiffSegments.DESCRIPTION_PREFIX + text)
        .map(text -> TiffFields.text(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION, text))
        .ifPresent(directory::addTIFFField);
    return directory.getAsMetadata();
  }
}
