package impasto.cli;

import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.image.Size;
import impasto.models.InstalledModels;
import impasto.models.ModelException;
import impasto.net.NetworkWeights;
import impasto.torch.FreedMemory;
import impasto.torch.MachineMemory;
import impasto.transfer.MemoryEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code doctor} says of the models, and of a run without options. */
final class DefaultChecks {
  private DefaultChecks() {}

  /**
   * The models that are installed, and what would be painted with.
   *
   * @param models the installed models
   * @param onCuda whether work runs on a CUDA device
   * @param threads of the engine
   */
  static List<Finding> of(InstalledModels models, boolean onCuda, int threads) {
    List<Finding> findings = new ArrayList<>();
    List<String> names =
        models.names().stream().filter(name -> models.find(name).isPresent()).toList();
    findings.add(
        names.isEmpty()
            ? Finding.note(
                "models",
                "builtin; for VGG19, which paints finer, run: impasto models install vgg19")
            : Finding.ok("models", "builtin, " + String.join(", ", names)));
    try {
      LoadedModel model = new ModelOptions().load();
      findings.add(run(model, onCuda, threads));
    } catch (ModelException e) {
      findings.add(Finding.problem("default run", e.getMessage()));
    }
    return findings;
  }

  private static Finding run(LoadedModel model, boolean onCuda, int threads) {
    Precision precision = EngineOptions.suiting(onCuda);
    TransferConfig config = Preset.IMPASTO.config().withPrecision(precision);
    int side = config.ladder().size();
    NetworkWeights network = model.weights().upTo(config.objective().taps());
    double needed =
        new MemoryEstimate(config, network, 0, FreedMemory.isKept(onCuda))
            .megabytes(new Size(side, side));
    String text =
        "preset %s, %s, %d px, %s, %s, %d threads; about %.0f MB for a square picture"
            .formatted(
                Preset.IMPASTO,
                model.label(),
                side,
                Converters.nameOf(precision),
                onCuda ? "cuda" : "cpu",
                threads,
                needed);
    Optional<Long> available =
        onCuda ? Optional.empty() : Optional.of(MachineMemory.read().availableMb());
    return available.filter(mb -> mb < needed).isPresent()
        ? Finding.problem("default run", text + "; more than there is: use a smaller --size")
        : Finding.ok("default run", text);
  }
}
