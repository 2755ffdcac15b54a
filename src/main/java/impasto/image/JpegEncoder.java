package impasto.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * JPEG with colour as fine as brightness: profile in APP2, EXIF in APP1, the description in
 * comments, as many as it takes.
 */
record JpegEncoder() implements Encoder {
  private static final Logger LOG = LoggerFactory.getLogger(JpegEncoder.class);

  /** A segment's length has 16 bits and counts itself. */
  private static final int MOST_OF_A_SEGMENT = 65533;

  private static final int APP1 = 0xe1;

  @Override
  public void compress(ImageWriteParam settings, WriteOptions options) {
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(options.jpegQuality() / 100f);
  }

  @Override
  public IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam settings, BufferedImage image, WriteOptions options)
      throws IOException {
    IIOMetadata metadata = Encoder.standard(writer, settings, image);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    setAll(root, "componentSpec", "HsamplingFactor", "1");
    setAll(root, "componentSpec", "VsamplingFactor", "1");
    IIOMetadataNode profile = new IIOMetadataNode("app2ICC");
    profile.setUserObject(OutputFormat.srgbProfile());
    root.getElementsByTagName("app0JFIF").item(0).appendChild(profile);
    IIOMetadataNode segments =
        (IIOMetadataNode) root.getElementsByTagName("markerSequence").item(0);
    if (options.exif().isPresent()) {
      addExif(segments, options.exif().get().block(image.getWidth(), image.getHeight()));
    }
    if (options.description().isPresent()) {
      addComments(segments, options.description().get().getBytes(StandardCharsets.UTF_8));
    }
    metadata.setFromTree(format, root);
    return metadata;
  }

  private static void setAll(IIOMetadataNode root, String element, String name, String value) {
    NodeList elements = root.getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      ((IIOMetadataNode) elements.item(i)).setAttribute(name, value);
    }
  }

  private static void addExif(IIOMetadataNode segments, byte[] block) {
    byte[] content = joined(TiffBlocks.JPEG_PREFIX, block);
    if (content.length > MOST_OF_A_SEGMENT) {
      LOG.warn("EXIF of {} bytes is too large for a JPEG and is left out", content.length);
      return;
    }
    IIOMetadataNode segment = new IIOMetadataNode("unknown");
    segment.setAttribute("MarkerTag", Integer.toString(APP1));
    segment.setUserObject(content);
    segments.insertBefore(segment, segments.getFirstChild());
  }

  private static void addComments(IIOMetadataNode segments, byte[] text) {
    int most = MOST_OF_A_SEGMENT - JpegSegments.DESCRIPTION_PREFIX.length;
    Node next = segments.getFirstChild();
    int start = 0;
    do {
      byte[] part = Arrays.copyOfRange(text, start, Math.min(start + most, text.length));
      IIOMetadataNode comment = new IIOMetadataNode("com");
      comment.setUserObject(joined(JpegSegments.DESCRIPTION_PREFIX, part));
      segments.insertBefore(comment, next);
      start += most;
    } while (start < text.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }
}
