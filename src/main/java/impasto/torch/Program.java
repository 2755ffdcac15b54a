package impasto.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.util.List;

/** A TorchScript program that Java wrote: methods that take and give tensors. */
public final class Program implements AutoCloseable {
  // DJL frees a model's native module when the model is garbage: it must be reachable for as long
  // as a call runs, or the process crashes.
  private final Model model;

  private Program(Model model) {
    this.model = model;
  }

  /**
   * Compiles a program.
   *
   * @param manager tells the device
   * @param methods the text of the methods of {@code __torch__.Net}, as TorchScript serialises them
   * @return the program; the caller closes it
   * @throws ai.djl.engine.EngineException if the text is no valid program
   */
  public static Program compile(NDManager manager, String methods) {
    Model model = Model.newInstance("net", manager.getDevice());
    try {
      // Loaded from a stream the module stays differentiable; from a file it would not.
      model.load(new ByteArrayInputStream(TorchScriptArchive.of(methods)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalArgumentException(e);
    }
    removeFolder(model);
    return new Program(model);
  }

  /** DJL makes an empty folder and removes it at exit, which a killed process never reaches. */
  private static void removeFolder(Model model) {
    try {
      Files.deleteIfExists(model.getModelPath());
    } catch (IOException e) {
      // It stays for DJL to remove.
    }
  }

  /**
   * Calls a method. The graph is recorded if an argument requires gradients inside a collector.
   *
   * @param owner the manager to which the results are attached
   * @param method the method's name
   * @param arguments the arguments, in the order of its parameters; no tensor may be in two of
   *     them, since it carries the name of its parameter
   * @return what it returns, a list of tensors
   */
  public List<NDArray> call(NDManager owner, String method, Argument... arguments) {
    try (NDManager scope = owner.newSubManager()) {
      NDList inputs = new NDList();
      for (int i = 0; i < arguments.length; i++) {
        for (NDArray array : arguments[i].arrays()) {
          array.setName(arguments[i].list() ? "a" + i + "[]" : "a" + i);
          inputs.add(array);
        }
      }
      NDArray selector = scope.create(0f);
      selector.setName("module_method:" + method);
      inputs.add(selector);
      NDList outputs = model.getBlock().forward(new ParameterStore(scope, false), inputs, true);
      outputs.attach(owner);
      return List.copyOf(outputs);
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(model);
    }
  }

  /** Frees the program. */
  @Override
  public void close() {
    model.close();
  }
}
