package impasto.torch;

/** The engine asked for memory that there is not, on the machine or on the device. */
public final class EngineMemoryException extends ComputationException {
  private static final long serialVersionUID = 1L;

  EngineMemoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether an engine's message speaks of memory, as libtorch words it for CPU and CUDA. */
  static boolean isMeantBy(String message) {
    return message.contains("can't allocate memory")
        || message.contains("not enough memory")
        || message.contains("CUDA out of memory")
        || message.contains("CUDA error: out of memory")
        || message.contains("std::bad_alloc");
  }
}
