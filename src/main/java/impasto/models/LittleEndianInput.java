package impasto.models;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Little-endian numbers from a stream of a known length.
 *
 * <p>Every length is held against what is left before memory is taken for it. The stream is neither
 * buffered nor closed here. Not for use by several threads.
 */
final class LittleEndianInput {
  private static final int CHUNK_BYTES = 1 << 16;

  private final InputStream in;
  private final long length;
  private long remaining;

  /**
   * @param in where to read
   * @param length how many bytes there are to read; if the stream has fewer, reading fails
   */
  LittleEndianInput(InputStream in, long length) {
    this.in = in;
    this.length = length;
    this.remaining = length;
  }

  /** Bytes not read yet. */
  long remaining() {
    return remaining;
  }

  /** Bytes read or skipped so far. */
  long position() {
    return length - remaining;
  }

  /** One byte, 0 to 255. */
  int u8() throws IOException {
    claim(1);
    int read = in.read();
    if (read < 0) {
      throw endsEarly();
    }
    return read;
  }

  /** Two bytes, 0 to 65535. */
  int u16() throws IOException {
    return u8() | (u8() << 8);
  }

  /** Four bytes, signed. */
  int i32() throws IOException {
    return u16() | (u16() << 16);
  }

  /** Eight bytes, signed. */
  long i64() throws IOException {
    return (i32() & 0xffff_ffffL) | ((long) i32() << 32);
  }

  /** The next {@code count} bytes. */
  byte[] bytes(int count) throws IOException {
    claim(count);
    byte[] read = in.readNBytes(count);
    if (read.length < count) {
      throw endsEarly();
    }
    return read;
  }

  /** Passes over {@code count} bytes without keeping them. */
  void skip(long count) throws IOException {
    claim(count);
    try {
      in.skipNBytes(count);
    } catch (EOFException e) {
      throw endsEarly();
    }
  }

  /** The next {@code count} elements of a floating-point type, as float32. */
  float[] floats(ScalarType type, int count) throws IOException {
    long bytes = (long) count * type.bytes();
    claim(bytes);
    float[] values = new float[count];
    byte[] chunk = new byte[(int) Math.min(bytes, CHUNK_BYTES)];
    ByteBuffer view = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, chunk.length / type.bytes());
      if (in.readNBytes(chunk, 0, now * type.bytes()) < now * type.bytes()) {
        throw endsEarly();
      }
      view.clear();
      type.next(view, values, done, now);
      done += now;
    }
    return values;
  }

  private void claim(long count) throws MalformedFileException {
    if (count < 0) {
      throw new MalformedFileException("has the negative length " + count);
    }
    if (count > remaining) {
      throw endsEarly();
    }
    remaining -= count;
  }

  private static MalformedFileException endsEarly() {
    return new MalformedFileException("is truncated: it ends before its contents do");
  }
}
