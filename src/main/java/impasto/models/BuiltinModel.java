package impasto.models;

import impasto.files.Digests;
import impasto.torch.StateDict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The network that is part of Impasto: a slim VGG19, trained by us to see as VGG19 does. Its file
 * is {@code models/builtin.safetensors} in the sources and a resource beside this class.
 */
public final class BuiltinModel {
  /** What users call it. No other model can have this name. */
  public static final String NAME = "builtin";

  /** What it is, in a few words. */
  public static final String ABOUT = "a slim VGG19 of our own, part of Impasto";

  private final byte[] file;

  private BuiltinModel(byte[] file) {
    this.file = file;
  }

  /** Takes the file from the class path. */
  public static BuiltinModel open() {
    try (InputStream in = BuiltinModel.class.getResourceAsStream(NAME + ".safetensors")) {
      return new BuiltinModel(Objects.requireNonNull(in, "no " + NAME).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the tensors whose name is wanted, as float32.
   *
   * @param wanted says by its name whether a tensor is read
   * @return the wanted tensors and the file's metadata
   */
  public StateDict read(Predicate<String> wanted) {
    try {
      return SafetensorsReader.read(file, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's length. */
  public long bytes() {
    return file.length;
  }

  /** The file's SHA-256, 64 lower-case hexadecimal digits. */
  public String sha256() {
    return Digests.sha256(file);
  }
}
