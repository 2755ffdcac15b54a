package impasto.cli;

import impasto.config.TransferConfig;
import impasto.image.Exif;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.PictureFile;
import impasto.image.UnreadablePictureException;
import impasto.models.ModelException;
import impasto.net.NetworkWeights;
import impasto.torch.FreedMemory;
import impasto.transfer.MemoryEstimate;
import impasto.transfer.Plan;
import impasto.transfer.TransferInputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is read before a run.
 *
 * @param request what was asked for
 * @param pictures the pictures
 * @param exif what the photo's file tells besides
 * @param model the network
 */
record Materials(Request request, TransferInputs pictures, Optional<Exif> exif, LoadedModel model) {
  private static final Logger LOG = LoggerFactory.getLogger(Materials.class);

  /**
   * Reads the pictures and the network.
   *
   * @throws UnreadablePictureException if a picture cannot be read
   * @throws ModelException if the network cannot
   */
  static Materials read(Request request, ModelOptions models, Supplies supplies) {
    long maxPixels = request.output().maxPixels();
    PictureFile content = supplies.picture(request.content(), maxPixels);
    List<Picture> styles = new ArrayList<>();
    for (Path style : request.styles()) {
      styles.add(supplies.picture(style, maxPixels).picture());
    }
    Optional<Picture> start =
        request.start().map(file -> supplies.picture(file, maxPixels).picture());
    return new Materials(
        request,
        new TransferInputs(content.picture(), styles, start),
        content.exif(),
        supplies.model(models));
  }

  /**
   * The scales of the run.
   *
   * @throws impasto.transfer.PictureTooSmallException if a picture is too small
   * @throws ModelException if the network lacks a layer of the recipe
   */
  Plan plan() {
    return Plan.of(
        request.config(), network(request.config()), pictures.content(), pictures.styles());
  }

  /**
   * The need for memory.
   *
   * @param config the recipe
   * @param onCuda whether it is that of a CUDA device
   */
  MemoryEstimate memory(TransferConfig config, boolean onCuda) {
    return new MemoryEstimate(config, network(config), pixels(), FreedMemory.isKept(onCuda));
  }

  /** Says what of the photo a format cannot hold. */
  void warnOfLosses(Path output) {
    if (pictures.content().alpha().isPresent() && !ImageCodec.holdsAlpha(output)) {
      LOG.warn("{}: JPEG holds no transparency; white will stand there", output);
    }
  }

  private NetworkWeights network(TransferConfig config) {
    return model.upTo(config);
  }

  private long pixels() {
    List<Picture> all = new ArrayList<>(pictures.styles());
    all.add(pictures.content());
    pictures.start().ifPresent(all::add);
    return all.stream().mapToLong(one -> (long) one.width() * one.height()).sum();
  }
}
