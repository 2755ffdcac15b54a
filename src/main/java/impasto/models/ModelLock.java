package impasto.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to change a model, which one process has at a time. The system takes it back when the
 * process ends, however it ends; the file itself stays, since deleting it would let two in.
 */
final class ModelLock {
  /** What is done while no other process can. */
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  private ModelLock() {}

  /**
   * Takes the lock, after waiting if need be, and does some work.
   *
   * @param file the file to lock, created if there is none
   * @param waiting called if another process has the lock, before waiting for it
   * @throws ModelException if a thread of this process has it
   */
  static <T> T holding(Path file, Runnable waiting, Work<T> work)
      throws IOException, InterruptedException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try {
        if (channel.tryLock() == null) {
          waiting.run();
          channel.lock();
        }
      } catch (OverlappingFileLockException e) {
        throw new ModelException(file + " is locked by another thread of this process", e);
      }
      return work.run();
    }
  }
}
