package impasto.cli;

import impasto.compare.Judgement;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Roughness;
import impasto.transfer.Score;
import impasto.transfer.Scorer;
import impasto.transfer.Workshop;
import java.util.List;
import java.util.Map;

/** Judges pictures, whatever they were painted by, under one objective: that of neural-style. */
final class ComparisonJudge {
  private static final Preset OBJECTIVE = Preset.NEURAL_STYLE;

  private final LoadedModel model;
  private final KeptSupplies supplies = new KeptSupplies();

  /**
   * @param model the network that judges
   */
  ComparisonJudge(LoadedModel model) {
    this.model = model;
    // Whether it reaches so far is told before anything is painted.
    model.upTo(OBJECTIVE.config());
  }

  /** Whether a judgement is this judge's. */
  boolean gave(Judgement judgement) {
    return judgement.isBy(model.choice().sha256(), OBJECTIVE.toString());
  }

  /**
   * Judges a picture that is there.
   *
   * @param order what it was painted by
   * @param workshop of the engine
   * @throws impasto.image.UnreadablePictureException if a picture cannot be read
   * @throws impasto.transfer.PictureTooSmallException if one is too small for the network
   */
  Judgement judge(Order order, Workshop workshop) {
    supplies.nextRun();
    Request request = order.request();
    long most = request.output().maxPixels();
    Picture content = supplies.picture(request.content(), most).picture();
    Picture style = supplies.picture(request.styles().get(0), most).picture();
    Picture picture = ImageCodec.read(order.files().picture());
    Score score =
        Scorer.score(
            workshop, model.weights(), OBJECTIVE.config(), content, List.of(style), picture);
    return new Judgement(
        model.choice().sha256(),
        OBJECTIVE.toString(),
        score.loss(),
        Map.copyOf(score.terms()),
        noise(picture, style, request.config()));
  }

  /** Relative to the painting at the size that the recipe looked at it. */
  private static double noise(Picture picture, Picture style, TransferConfig recipe) {
    int longer = Math.max(picture.width(), picture.height());
    int side = Math.max(1, (int) Math.round(longer * recipe.styleScale()));
    return Roughness.of(picture) / Roughness.of(Resampler.fitted(style, side));
  }
}
