package impasto.image;

import java.util.Optional;

/**
 * What a picture file holds.
 *
 * @param picture the picture, upright and in sRGB
 * @param exif what its camera wrote about it, to be carried over; empty if there is nothing
 */
public record PictureFile(Picture picture, Optional<Exif> exif) {}
