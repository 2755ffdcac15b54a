package impasto.models;

import impasto.files.AtomicFile;
import impasto.files.Digests;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Makes an installed model of a published file. */
final class Conversion {
  private Conversion() {}

  /**
   * Reads the published file strictly and writes the wanted tensors, float32, as safetensors.
   *
   * @param entry the model
   * @param source the published file, or a copy
   * @param hash its SHA-256; kept in the metadata, which hold no time and no path
   * @param wanted says by its name whether a tensor is kept
   * @param models where to
   * @throws ModelException if the file cannot be read or has no wanted tensor
   * @throws IOException if the result cannot be written; nothing of it is left then
   */
  static InstalledModel run(
      Catalogue.Entry entry,
      Path source,
      String hash,
      Predicate<String> wanted,
      InstalledModels models)
      throws IOException {
    Map<String, HostTensor> tensors = WeightFiles.read(source, wanted).tensors();
    if (tensors.isEmpty()) {
      throw new ModelException(source + ": holds no weights of a network we know");
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(InputConventions.KEY, entry.input());
    facts.put("impasto.model", entry.name());
    facts.put("impasto.source", entry.file());
    facts.put("impasto.source.url", entry.url());
    facts.put("impasto.source.sha256", hash);
    StateDict state = new StateDict(tensors, facts);
    Path file = models.file(entry.name());
    MessageDigest digest = Digests.sha256();
    AtomicFile.write(
        file,
        out -> SafetensorsWriter.write(new DigestOutputStream(out, digest), state),
        // The record first: a file without one would never count as installed.
        temporary ->
            InstalledModel.of(entry.name(), temporary, Digests.hex(digest))
                .write(models.record(entry.name())));
    return models
        .find(entry.name())
        .orElseThrow(() -> new IOException(file + " vanished while it was installed"));
  }
}
