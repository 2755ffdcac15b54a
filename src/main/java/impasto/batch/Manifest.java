package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.report.JobState;
import impasto.report.JsonLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The diary of a folder: a line of JSON for each job that ended, only ever added to. Several
 * processes may write it, and each may be killed at any byte: a line that was not finished is
 * passed over by readers, and the next one begins on a line of its own.
 */
public final class Manifest {
  /** Its name in the folder. */
  public static final String FILE = "manifest.jsonl";

  private final Path file;
  private final JobLocks locks;
  private final Set<String> done = new HashSet<>();
  private long seen;

  /**
   * The manifest of a folder, which need not exist yet.
   *
   * @param folder where results are written
   * @param locks of that folder
   */
  public Manifest(Path folder, JobLocks locks) {
    file = folder.resolve(FILE);
    this.locks = locks;
  }

  /**
   * All whole lines of a manifest, in their order.
   *
   * @param folder where results are written
   * @return none if there is no manifest
   * @throws IOException if it cannot be read
   */
  public static List<ManifestLine> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file) ? parse(Files.readAllBytes(file)) : List.of();
  }

  /**
   * Adds a line, which is on the disk when this returns.
   *
   * @param line what became of a job
   * @return whether it was added, as in {@link #addAll}
   * @throws IOException if it cannot be written
   */
  public boolean add(ManifestLine line) throws IOException {
    return addAll(List.of(line)) == 1;
  }

  /**
   * Adds lines, which are on the disk when this returns. That a picture was painted is told once:
   * if the line is there already, by whomever, it is not added.
   *
   * @param lines what became of jobs
   * @return how many were added
   * @throws IOException if they cannot be written
   */
  public int addAll(List<ManifestLine> lines) throws IOException {
    AtomicInteger added = new AtomicInteger();
    if (lines.isEmpty()) {
      return 0;
    }
    locks.withManifest(
        () -> {
          try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            StringBuilder text = new StringBuilder(catchUp(bytes) ? "\n" : "");
            for (ManifestLine line : lines) {
              if (line.state() != JobState.DONE || done.add(line.painting())) {
                text.append(JsonLines.line(line)).append('\n');
                added.incrementAndGet();
              }
            }
            if (added.get() > 0) {
              append(bytes, text.toString());
            }
          }
        });
    return added.get();
  }

  private void append(RandomAccessFile bytes, String text) throws IOException {
    bytes.seek(bytes.length());
    bytes.write(text.getBytes(UTF_8));
    bytes.getFD().sync();
    seen = bytes.length();
  }

  /** Reads what others have added; tells whether the last line lacks its end. */
  private boolean catchUp(RandomAccessFile bytes) throws IOException {
    if (bytes.length() < seen) {
      // Somebody has emptied it or begun another.
      seen = 0;
    }
    byte[] news = new byte[Math.toIntExact(bytes.length() - seen)];
    bytes.seek(seen);
    bytes.readFully(news);
    for (ManifestLine line : parse(news)) {
      if (line.state() == JobState.DONE) {
        done.add(line.painting());
      }
    }
    seen = bytes.length();
    return isCutOff(bytes);
  }

  private static boolean isCutOff(RandomAccessFile bytes) throws IOException {
    if (bytes.length() == 0) {
      return false;
    }
    bytes.seek(bytes.length() - 1);
    return bytes.read() != '\n';
  }

  private static List<ManifestLine> parse(byte[] bytes) {
    List<ManifestLine> lines = new ArrayList<>();
    for (String text : new String(bytes, UTF_8).split("\n", -1)) {
      JsonLines.parse(ManifestLine.class, text).ifPresent(lines::add);
    }
    return lines;
  }
}
