/**
 * Pictures on the Java heap: reading and writing files, and resampling.
 *
 * <p>Nothing here knows of tensors or networks. A file that cannot be read or written is reported
 * by {@link impasto.image.UnreadablePictureException} or {@link
 * impasto.image.UnwritablePictureException}, whose message is one line for the user.
 */
package impasto.image;
