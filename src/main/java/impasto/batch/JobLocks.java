package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps processes that work in one folder out of each other's way: a lock of the operating system
 * for each result, one for the manifest and one for being there. Such a lock ends with its process,
 * however that ends. All are ranges of bytes of a single empty file, so that none is left behind.
 *
 * <p>Network file systems may not keep their word about locks. A process opens a folder once: the
 * system drops a process's locks when it closes any handle of the file.
 */
public final class JobLocks implements Closeable {
  /** The file whose ranges are locked. */
  public static final String FILE = ".impasto-lock";

  private static final long PRESENCE = 0;
  private static final long MANIFEST = 1;
  private static final long FIRST_JOB = 2;

  private final FileChannel channel;
  private FileLock presence;

  private JobLocks(FileChannel channel) {
    this.channel = channel;
  }

  /** Work on files. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it.
     *
     * @throws IOException if that fails
     */
    void run() throws IOException;
  }

  /** A lock that is held; closing it gives it back. */
  public interface Held extends Closeable {}

  /**
   * Enters a folder.
   *
   * @param folder where results are written
   * @param alone done before, if no other process is in the folder, and while none can enter
   * @return the locks; the caller closes them, which leaves the folder
   * @throws IOException if the file system keeps no locks, or the work fails
   */
  public static JobLocks enter(Path folder, Work alone) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      JobLocks locks = new JobLocks(channel);
      locks.ifAlone(alone);
      return locks;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Does something if no other process is in the folder, and while none can enter.
   *
   * @param work what to do
   * @throws IOException if the file system refuses, or the work fails
   */
  public void ifAlone(Work work) throws IOException {
    if (presence != null) {
      presence.release();
    }
    FileLock single = channel.tryLock(PRESENCE, 1, false);
    if (single != null) {
      work.run();
      single.release();
    }
    presence = channel.lock(PRESENCE, 1, true);
  }

  /**
   * Takes the lock of a result, if nobody has it.
   *
   * @param output the result's path relative to the folder
   * @return the lock; empty if another process has it
   * @throws IOException if the file system refuses
   */
  public Optional<Held> tryLock(String output) throws IOException {
    return Optional.ofNullable(channel.tryLock(position(output), 1, false)).map(JobLocks::held);
  }

  /**
   * Takes the lock of a result, and waits for as long as another process has it.
   *
   * @param output the result's path relative to the folder
   * @throws IOException if the file system refuses, or the thread is interrupted
   */
  public Held lock(String output) throws IOException {
    return held(channel.lock(position(output), 1, false));
  }

  /**
   * Works on the manifest while nobody else does.
   *
   * @throws IOException if the file system refuses, or the work fails
   */
  void withManifest(Work work) throws IOException {
    FileLock lock = channel.lock(MANIFEST, 1, false);
    try {
      work.run();
    } finally {
      lock.release();
    }
  }

  /** Leaves the folder. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Held held(FileLock lock) {
    return lock::release;
  }

  /** Of 2^62 places; two results that share one only wait for each other. */
  private static long position(String output) {
    String hash = Digests.sha256(output.getBytes(UTF_8));
    return Math.max(FIRST_JOB, Long.parseUnsignedLong(hash.substring(0, 16), 16) >>> 2);
  }
}
