package impasto.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.ExifGPSTagSet;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;

/**
 * Entries of TIFF directories as the JDK's TIFF writer takes them.
 *
 * <p>TwelveMonkeys reads EXIF, and writes it as a block; the JDK's writer is the one that writes
 * TIFF pictures of 16 bits.
 */
final class TiffFields {
  private TiffFields() {}

  /** Whether an entry has a value of its type, which a damaged one has not. */
  static boolean canHold(Entry entry) {
    try {
      return !(entry.getValue() instanceof Directory)
          && entry instanceof TIFFEntry typed
          && data(typed.getType(), entry.getValue()) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Adds entries to a directory, in place of fields of the same number. */
  static void addAll(TIFFDirectory target, List<Entry> entries) {
    for (Entry entry : entries) {
      target.addTIFFField(field((TIFFEntry) entry, target.getTagSets()));
    }
  }

  /** A text as a field; the JDK writes each char as a byte, so that these make up UTF-8. */
  static TIFFField text(int number, String text) {
    return new TIFFField(
        BaselineTIFFTagSet.getInstance().getTag(number),
        TIFFTag.TIFF_ASCII,
        1,
        new String[] {bytesAsChars(text)});
  }

  private static TIFFField field(TIFFEntry entry, TIFFTagSet[] sets) {
    int number = (Integer) entry.getIdentifier();
    if (entry.getValue() instanceof Directory sub) {
      TIFFTag tag = ExifParentTIFFTagSet.getInstance().getTag(number);
      TIFFTagSet set =
          number == TIFF.TAG_EXIF_IFD ? ExifTIFFTagSet.getInstance() : ExifGPSTagSet.getInstance();
      TIFFDirectory directory = new TIFFDirectory(new TIFFTagSet[] {set}, tag);
      List<Entry> entries = new ArrayList<>();
      sub.forEach(entries::add);
      addAll(directory, entries);
      // The writer replaces the offset.
      return new TIFFField(tag, TIFFTag.TIFF_LONG, 1L, directory);
    }
    int type = entry.getType();
    Object data = Objects.requireNonNull(data(type, entry.getValue()));
    return new TIFFField(tag(number, type, sets), type, Array.getLength(data), data);
  }

  /** The tag of a number, or one made up where the type or the number is not in the sets. */
  private static TIFFTag tag(int number, int type, TIFFTagSet[] sets) {
    for (TIFFTagSet set : sets) {
      TIFFTag tag = set.getTag(number);
      if (tag != null && tag.isDataTypeOK(type)) {
        return tag;
      }
    }
    return new TIFFTag(TIFFTag.UNKNOWN_TAG_NAME, number, 1 << type);
  }

  /** The array that the JDK has for a type; null for types that EXIF does not know. */
  private static Object data(int type, Object value) {
    return switch (type) {
      case TIFF.TYPE_BYTE, TIFF.TYPE_SBYTE, TIFF.TYPE_UNDEFINED ->
          value instanceof byte[] bytes ? bytes : new byte[] {((Number) value).byteValue()};
      case TIFF.TYPE_ASCII -> {
        String[] texts =
            value instanceof String[] all ? all.clone() : new String[] {(String) value};
        for (int i = 0; i < texts.length; i++) {
          texts[i] = bytesAsChars(texts[i]);
        }
        yield texts;
      }
      case TIFF.TYPE_SHORT -> {
        char[] shorts = new char[length(value)];
        for (int i = 0; i < shorts.length; i++) {
          shorts[i] = (char) number(value, i).intValue();
        }
        yield shorts;
      }
      case TIFF.TYPE_SSHORT -> {
        short[] shorts = new short[length(value)];
        for (int i = 0; i < shorts.length; i++) {
          shorts[i] = number(value, i).shortValue();
        }
        yield shorts;
      }
      case TIFF.TYPE_LONG -> {
        long[] longs = new long[length(value)];
        for (int i = 0; i < longs.length; i++) {
          longs[i] = number(value, i).longValue();
        }
        yield longs;
      }
      case TIFF.TYPE_SLONG -> {
        int[] ints = new int[length(value)];
        for (int i = 0; i < ints.length; i++) {
          ints[i] = number(value, i).intValue();
        }
        yield ints;
      }
      case TIFF.TYPE_RATIONAL -> {
        long[][] rationals = new long[length(value)][];
        for (int i = 0; i < rationals.length; i++) {
          Rational rational = (Rational) number(value, i);
          rationals[i] = new long[] {rational.numerator(), rational.denominator()};
        }
        yield rationals;
      }
      case TIFF.TYPE_SRATIONAL -> {
        int[][] rationals = new int[length(value)][];
        for (int i = 0; i < rationals.length; i++) {
          Rational rational = (Rational) number(value, i);
          rationals[i] = new int[] {(int) rational.numerator(), (int) rational.denominator()};
        }
        yield rationals;
      }
      default -> null;
    };
  }

  private static int length(Object value) {
    return value.getClass().isArray() ? Array.getLength(value) : 1;
  }

  private static Number number(Object value, int index) {
    return (Number) (value.getClass().isArray() ? Array.get(value, index) : value);
  }

  private static String bytesAsChars(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
