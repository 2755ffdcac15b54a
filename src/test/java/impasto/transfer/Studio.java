package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine, the slim network and the picture fixtures, ready to paint. */
final class Studio implements AutoCloseable {
  final TorchRuntime runtime = TestEngine.start();
  final Workshop workshop = new Workshop(runtime);
  final NetworkWeights weights = Reference.slimVgg19();
  final Picture content = Reference.picture("content.png");
  final Picture style = Reference.picture("style.png");

  /** What the last run told its listener. */
  final List<Iteration> iterations = new ArrayList<>();

  /** Paints to the end. */
  Picture paint(TransferConfig config, List<Picture> styles, Optional<Picture> start) {
    return paint(config, styles, start, Integer.MAX_VALUE).picture();
  }

  /** Paints the content in the manner of the style, to the end. */
  Picture paint(TransferConfig config) {
    return paint(config, List.of(style), Optional.empty());
  }

  /** Paints until so many evaluations are done. */
  TransferResult paint(
      TransferConfig config, List<Picture> styles, Optional<Picture> start, int evaluations) {
    iterations.clear();
    return new Stylizer(workshop, weights, config)
        .run(
            new TransferInputs(content, styles, start),
            Optional.empty(),
            (iteration, now) -> iterations.add(iteration),
            () -> iterations.size() >= evaluations);
  }

  /** The objective of a picture. */
  double loss(TransferConfig config, Picture picture) {
    return Scorer.score(runtime, weights, config, content, List.of(style), picture).loss();
  }

  @Override
  public void close() {
    workshop.close();
    runtime.close();
  }
}
