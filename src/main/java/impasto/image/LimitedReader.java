package impasto.image;

import com.drew.lang.StreamReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bytes of a file, refusing a length beyond its end before memory is taken for it. */
final class LimitedReader extends StreamReader {
  private final long length;

  LimitedReader(InputStream bytes, long length) {
    super(bytes);
    this.length = length;
  }

  @Override
  public byte[] getBytes(int count) throws IOException {
    if (count < 0 || count > length - getPosition()) {
      throw new EOFException("it ends early");
    }
    return super.getBytes(count);
  }
}
