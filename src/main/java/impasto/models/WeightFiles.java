package impasto.models;

import impasto.torch.StateDict;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * Reads the weights of a network from a file onto the Java heap.
 *
 * <p>Nothing a file says is trusted: no code in it is run, and no memory is taken on its word.
 */
public final class WeightFiles {
  private static final int MAX_MESSAGE = 400;
  private static final String WAY_OUT = "; fetch it again, or give another file";

  private WeightFiles() {}

  /**
   * Reads the tensors whose name is wanted, converted to float32; the others are passed over.
   *
   * <p>The extension chooses the format: {@code .safetensors}, {@code .pth} or {@code .pt} (a
   * PyTorch state dict, zip or old serial format), {@code .npz}. Floating-point tensors of 16, 32
   * and 64 bits are read.
   *
   * @param file the weight file
   * @param wanted says by its name whether a tensor is read
   * @return the wanted tensors and the file's metadata; empty of tensors if none is wanted
   * @throws ModelException if the file is missing, unreadable, of another format, malformed, holds
   *     a wanted tensor of integers or with a value that is not finite, or does not fit in memory
   */
  public static StateDict read(Path file, Predicate<String> wanted) {
    Format format = formatOf(file);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          oneLine(
              file
                  + (Files.exists(file)
                      ? ": is no regular file; name a weight file"
                      : ": no such file; check the path")));
    }
    if (!Files.isReadable(file)) {
      throw new ModelException(oneLine(file + ": may not be read; check its permissions"));
    }
    try {
      return format.read(file, wanted);
    } catch (MalformedFileException e) {
      throw new ModelException(oneLine(file + ": " + e.getMessage()) + WAY_OUT, e);
    } catch (ZipException | EOFException e) {
      throw new ModelException(oneLine(file + ": is truncated, damaged or no zip") + WAY_OUT, e);
    } catch (IOException | RuntimeException e) {
      // The last resort: whatever a hostile file sets off must not reach the user as a stack trace.
      throw new ModelException(
          oneLine(file + ": cannot be read as weights (" + e + ")") + WAY_OUT, e);
    } catch (OutOfMemoryError e) {
      throw new ModelException(
          oneLine(file + ": does not fit in Java's memory; raise it with -Xmx"), e);
    }
  }

  private static Format formatOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".safetensors")) {
      return SafetensorsReader::read;
    }
    if (name.endsWith(".pth") || name.endsWith(".pt")) {
      return TorchReader::read;
    }
    if (name.endsWith(".npz")) {
      return NpzReader::read;
    }
    throw new ModelException(
        oneLine(file + ": weights are read from .safetensors, .pth, .pt and .npz files only"));
  }

  /** Messages may quote a hostile file: no control characters, and an end. */
  private static String oneLine(String message) {
    String line = message.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "...";
  }

  private interface Format {
    StateDict read(Path file, Predicate<String> wanted) throws IOException;
  }
}
