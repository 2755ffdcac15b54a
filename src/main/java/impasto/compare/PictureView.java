package impasto.compare;

import impasto.report.Links;
import impasto.report.NamedValue;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A picture with its numbers.
 *
 * @param href where it is, as a link
 * @param label what it is, for those who do not see it
 * @param seed of its random start
 * @param image its size; empty if there is none that counts
 * @param state why there is none, in a word
 * @param reason the same in a sentence
 * @param facts what it took
 * @param scores how it was judged
 * @param terms what the loss is the sum of
 */
record PictureView(
    String href,
    String label,
    Optional<String> seed,
    Optional<Image> image,
    Optional<String> state,
    Optional<String> reason,
    List<NamedValue> facts,
    List<NamedValue> scores,
    List<Term> terms) {

  /**
   * The size of a picture.
   *
   * @param width in pixels
   * @param height in pixels
   */
  record Image(int width, int height) {}

  /**
   * A term of the judge's loss.
   *
   * @param name of the term
   * @param value weighted
   * @param ratio to that of the reference's picture
   */
  record Term(String name, String value, String ratio) {}

  /** Whether the terms are known. */
  boolean hasTerms() {
    return !terms.isEmpty();
  }

  static PictureView of(PictureNumbers picture) {
    Result result = picture.result();
    Trial trial = result.trial();
    List<NamedValue> facts = new ArrayList<>();
    add(facts, "s", Figures.amount(result.seconds()));
    add(facts, "evaluations", Figures.amount(result.fullSizeEvaluations()));
    add(facts, "MB", Figures.whole(result.peakMemoryMb()));
    List<NamedValue> scores = new ArrayList<>();
    add(scores, "loss", Figures.ratio(picture.loss()));
    add(scores, "content", Figures.ratio(picture.content()));
    add(scores, "style", Figures.ratio(picture.style()));
    add(scores, "noise", Figures.ratio(result.judgement().map(Judgement::noise)));
    add(scores, "SSIM sizes", Figures.ratio(picture.likeness().sizes()));
    add(scores, "SSIM photo", Figures.ratio(picture.likeness().photo()));
    add(scores, "to baseline", Figures.ratio(picture.ratioToBaseline()));
    return new PictureView(
        Links.relative(trial.output()),
        "%s by %s".formatted(trial.output(), trial.recipe()),
        trial.seed().map(seed -> "seed " + seed),
        result.record().flatMap(PictureView::image),
        result.state().map(state -> state.kind().word()),
        result.state().map(Result.State::reason),
        facts,
        scores,
        result.judgement().map(it -> terms(it, picture.terms())).orElse(List.of()));
  }

  private static void add(List<NamedValue> list, String name, String value) {
    if (!value.isEmpty()) {
      list.add(new NamedValue(name, value));
    }
  }

  private static Optional<Image> image(RunRecord run) {
    if (run.scales().isEmpty()) {
      return Optional.empty();
    }
    ScaleRecord last = run.scales().get(run.scales().size() - 1);
    return Optional.of(new Image(last.width(), last.height()));
  }

  private static List<Term> terms(Judgement judgement, Map<String, Double> ratios) {
    return judgement.terms().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            term ->
                new Term(
                    term.getKey(),
                    Figures.loss(term.getValue()),
                    Figures.ratio(Optional.ofNullable(ratios.get(term.getKey())))))
        .toList();
  }
}
