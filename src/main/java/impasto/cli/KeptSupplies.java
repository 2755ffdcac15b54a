package impasto.cli;

import impasto.image.ImageCodec;
import impasto.image.PictureFile;
import impasto.image.UnreadablePictureException;
import impasto.report.InputFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Supplies for runs that follow one another: the pictures of the run at hand and of the one before,
 * which are the same objects if the files have not changed; hashes; and the latest network.
 */
final class KeptSupplies implements Supplies {
  private final Map<State, InputFile> descriptions = new HashMap<>();
  private Map<Opened, PictureFile> before = new HashMap<>();
  private Map<Opened, PictureFile> now = new HashMap<>();
  private final Map<Path, State> read = new HashMap<>();
  private ModelOptions.Key modelKey;
  private LoadedModel model;

  /** A file at a time: another one has another size or time, as far as anyone can tell cheaply. */
  private record State(Path file, long bytes, FileTime modified) {}

  /** A picture file and the limit it was read with. */
  private record Opened(State state, long maxPixels) {}

  /** Begins another run: pictures that the last one did not need are forgotten. */
  void nextRun() {
    before = now;
    now = new HashMap<>();
    read.clear();
  }

  @Override
  public PictureFile picture(Path file, long maxPixels) {
    Opened opened;
    try {
      opened = new Opened(state(file), maxPixels);
    } catch (IOException e) {
      // Reading says best why it cannot be read.
      return ImageCodec.readFile(file, maxPixels);
    }
    read.put(file, opened.state());
    PictureFile picture = now.get(opened);
    if (picture == null) {
      picture = before.get(opened);
      now.put(opened, picture == null ? ImageCodec.readFile(file, maxPixels) : picture);
    }
    return now.get(opened);
  }

  @Override
  public InputFile described(Path file) {
    try {
      State state = state(file);
      if (!read.getOrDefault(file, state).equals(state)) {
        throw new UnreadablePictureException(
            file, "it was changed while it was read; run it again", null);
      }
      InputFile known = descriptions.get(state);
      if (known == null) {
        known = InputFile.of(file);
        descriptions.put(state, known);
      }
      return known;
    } catch (NoSuchFileException e) {
      throw new UnreadablePictureException(file, "no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw new UnreadablePictureException(file, "permission denied; make it readable", e);
    } catch (IOException e) {
      throw new UnreadablePictureException(file, e.toString(), e);
    }
  }

  @Override
  public LoadedModel model(ModelOptions options) {
    if (!options.key().equals(modelKey)) {
      model = null;
      modelKey = null;
      model = options.load();
      modelKey = options.key();
    }
    return model;
  }

  private static State state(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new State(file, attributes.size(), attributes.lastModifiedTime());
  }
}
