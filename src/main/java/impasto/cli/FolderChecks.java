package impasto.cli;

import impasto.models.ModelsFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code doctor} says of the folders that are written to. */
final class FolderChecks {
  private FolderChecks() {}

  static List<Finding> of(Map<String, String> environment) {
    List<Finding> findings = new ArrayList<>();
    Path home = Path.of(System.getProperty("user.home"));
    findings.add(
        folder(
            "engine files",
            environment.getOrDefault(
                "ENGINE_CACHE_DIR",
                environment.getOrDefault("DJL_CACHE_DIR", home.resolve(".djl.ai").toString())),
            "DJL_CACHE_DIR"));
    findings.add(folder("model files", ModelsFolder.standard().toString(), "IMPASTO_HOME"));
    return findings;
  }

  /**
   * A folder that will be made if it is not there.
   *
   * @param variable what names another
   */
  static Finding folder(String topic, String name, String variable) {
    String remedy = "; make it so, or set " + variable + " to another folder";
    Path folder;
    try {
      folder = Path.of(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      return Finding.problem(topic, name + " is no name of a folder" + remedy);
    }
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      return Finding.problem(topic, existing + " is not a folder" + remedy);
    }
    if (!Files.isWritable(existing)) {
      return Finding.problem(topic, existing + " is not writable" + remedy);
    }
    return Finding.ok(topic, folder + (existing.equals(folder) ? "" : " (made when it is needed)"));
  }
}
