package impasto.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The models in a folder: {@code NAME.safetensors}, the weights, and {@code NAME.json}, the record
 * of their hash. A model is installed when both are there.
 *
 * <p>{@code NAME.partial.*} is a download that has not come to its end; {@code NAME.lock}, always
 * empty, is held by the process that changes the model.
 *
 * @param folder where they are; need not exist
 */
public record InstalledModels(Path folder) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final String RECORD = ".json";

  /** The models of this user on this machine. */
  public static InstalledModels ofUser() {
    return new InstalledModels(ModelsFolder.standard());
  }

  /** Whether a text could be the name of a model: letters, digits, hyphens and underscores. */
  public static boolean isName(String text) {
    return text != null && NAME.matcher(text).matches();
  }

  /** The names of all installed models, sorted. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*" + RECORD)) {
        for (Path record : records) {
          String file = record.getFileName().toString();
          String name = file.substring(0, file.length() - RECORD.length());
          if (find(name).isPresent()) {
            names.add(name);
          }
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    Collections.sort(names);
    return names;
  }

  /** The model of that name, if it is installed; whether it is intact is not looked at. */
  public Optional<InstalledModel> find(String name) {
    if (!isName(name) || !Files.isRegularFile(file(name))) {
      return Optional.empty();
    }
    try {
      return InstalledModel.read(name, file(name), record(name));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The model of that name, to be used: its file is hashed if its length or time are not those of
   * the record.
   *
   * @throws ModelException if it is not installed or not as it was installed
   */
  public InstalledModel open(String name) {
    InstalledModel model = require(name);
    try {
      return model.seemsUntouched() ? model : verify(name);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Hashes the file of a model, whatever its length and time.
   *
   * @return the model, with the time the file has now
   * @throws ModelException if it is not installed or not as it was installed
   */
  public InstalledModel verify(String name) {
    InstalledModel model = require(name);
    if (!Sha256.of(model.file()).equals(model.sha256())) {
      throw new ModelException(
          "model "
              + name
              + " is damaged ("
              + model.file()
              + "); run: impasto models install "
              + name);
    }
    try {
      InstalledModel now = InstalledModel.of(name, model.file(), model.sha256());
      if (!now.equals(model) && Files.isWritable(folder)) {
        // Copied or touched: the next run need not hash it again.
        now.write(record(name));
      }
      return now;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Deletes a model and what there is of a broken download of it.
   *
   * @return whether there was anything
   * @throws ModelException if a file cannot be deleted, or another process is installing the model
   */
  public boolean remove(String name) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try {
      return ModelLock.holding(lockFile(name), () -> refuseToWait(name), () -> delete(name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("removing " + name + " was interrupted", e);
    } catch (IOException e) {
      throw new ModelException("model " + name + " cannot be removed: " + e, e);
    }
  }

  private boolean delete(String name) throws IOException {
    boolean any = Files.deleteIfExists(record(name));
    any |= Files.deleteIfExists(file(name));
    try (DirectoryStream<Path> partial = Files.newDirectoryStream(folder, name + ".partial.*")) {
      for (Path file : partial) {
        any |= Files.deleteIfExists(file);
      }
    }
    return any;
  }

  private static void refuseToWait(String name) {
    throw new ModelException(
        "model " + name + " is being installed by another impasto; wait until that is done");
  }

  /** Where the weights of a model are, or would be. */
  Path file(String name) {
    return folder.resolve(name + ".safetensors");
  }

  /** Where the record of a model is, or would be. */
  Path record(String name) {
    return folder.resolve(name + RECORD);
  }

  /** The file that is locked while a model is changed. */
  Path lockFile(String name) {
    return folder.resolve(name + ".lock");
  }

  private InstalledModel require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ModelException(
                    "model " + name + " is not installed; run: impasto models install " + name));
  }

  private ModelException unreadable(IOException e) {
    return new ModelException(
        "the models folder " + folder + " cannot be used (" + e + "); set IMPASTO_HOME to another",
        e);
  }
}
