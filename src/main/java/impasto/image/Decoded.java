package impasto.image;

import java.awt.image.Raster;

/**
 * The samples of a file, in the file's own colours.
 *
 * @param raster the samples
 * @param channels what they mean
 */
record Decoded(Raster raster, Channels channels) {}
