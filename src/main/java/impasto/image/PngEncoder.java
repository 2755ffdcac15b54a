package impasto.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** PNG: profile in iCCP, EXIF in eXIf, the description in iTXt. */
record PngEncoder() implements Encoder {
  @Override
  public void compress(ImageWriteParam settings, WriteOptions options) {
    // The defaults will do.
  }

  @Override
  public IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam settings, BufferedImage image, WriteOptions options)
      throws IOException {
    IIOMetadata metadata = Encoder.standard(writer, settings, image);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = new IIOMetadataNode(format);
    IIOMetadataNode profile = child(root, "iCCP");
    profile.setAttribute("profileName", "sRGB");
    profile.setAttribute("compressionMethod", "deflate");
    profile.setUserObject(deflated(OutputFormat.srgbProfile().getData()));
    if (options.description().isPresent()) {
      IIOMetadataNode text = child(child(root, "iTXt"), "iTXtEntry");
      text.setAttribute("keyword", PngSegments.KEYWORD);
      text.setAttribute("compressionFlag", "FALSE");
      text.setAttribute("compressionMethod", "0");
      text.setAttribute("languageTag", "");
      text.setAttribute("translatedKeyword", "");
      text.setAttribute("text", options.description().get());
    }
    if (options.exif().isPresent()) {
      IIOMetadataNode exif = child(child(root, "UnknownChunks"), "UnknownChunk");
      exif.setAttribute("type", "eXIf");
      exif.setUserObject(options.exif().get().block(image.getWidth(), image.getHeight()));
    }
    metadata.mergeTree(format, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    IIOMetadataNode child = new IIOMetadataNode(name);
    parent.appendChild(child);
    return child;
  }

  private static byte[] deflated(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(content);
    }
    return bytes.toByteArray();
  }
}
