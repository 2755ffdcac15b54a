package impasto.image;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a camera wrote about a picture and is carried over to one made from it: make and model,
 * exposure, date, place, author and the like.
 *
 * <p>Left behind are the thumbnail, which shows the old picture; the maker's note, whose offsets do
 * not survive a move; and what tells of the old file's pixels. Size, orientation and colour space
 * are stated anew.
 */
public final class Exif {
  /** Of the first directory, which in a TIFF holds the picture too, only these are carried over. */
  private static final Set<Integer> OF_PICTURE =
      Set.of(
          TIFF.TAG_IMAGE_DESCRIPTION,
          TIFF.TAG_MAKE,
          TIFF.TAG_MODEL,
          TIFF.TAG_X_RESOLUTION,
          TIFF.TAG_Y_RESOLUTION,
          TIFF.TAG_RESOLUTION_UNIT,
          TIFF.TAG_SOFTWARE,
          TIFF.TAG_DATE_TIME,
          TIFF.TAG_ARTIST,
          TIFF.TAG_HOST_COMPUTER,
          TIFF.TAG_COPYRIGHT);

  private static final int MAKER_NOTE = 0x927c;
  private static final int COLOR_SPACE = 0xa001;
  private static final int PIXEL_WIDTH = 0xa002;
  private static final int PIXEL_HEIGHT = 0xa003;
  private static final int INTEROPERABILITY = 0xa005;
  private static final int GAMMA = 0xa500;

  /** Of the camera's directory, these are left behind or stated anew. */
  private static final Set<Integer> NOT_OF_CAMERA =
      Set.of(MAKER_NOTE, COLOR_SPACE, PIXEL_WIDTH, PIXEL_HEIGHT, INTEROPERABILITY, GAMMA);

  private static final int SRGB = 1;

  private final List<Entry> picture;
  private final List<Entry> camera;
  private final List<Entry> place;

  private Exif(List<Entry> picture, List<Entry> camera, List<Entry> place) {
    this.picture = picture;
    this.camera = camera;
    this.place = place;
  }

  /** What is worth carrying over of the directories of a file; empty if nothing is. */
  static Optional<Exif> of(Directory directories) {
    Directory first =
        directories instanceof CompoundDirectory linked && linked.directoryCount() > 0
            ? linked.getDirectory(0)
            : directories;
    Exif exif =
        new Exif(
            whole(first, OF_PICTURE::contains),
            whole(first.getEntryById(TIFF.TAG_EXIF_IFD), tag -> !NOT_OF_CAMERA.contains(tag)),
            whole(first.getEntryById(TIFF.TAG_GPS_IFD), tag -> true));
    boolean nothing = exif.picture.isEmpty() && exif.camera.isEmpty() && exif.place.isEmpty();
    return nothing ? Optional.empty() : Optional.of(exif);
  }

  private static List<Entry> whole(Entry parent, Predicate<Integer> wanted) {
    return parent != null && parent.getValue() instanceof Directory directory
        ? whole(directory, wanted)
        : List.of();
  }

  /** The wanted entries that could be read: the value of others is an exception or unknown. */
  private static List<Entry> whole(Directory directory, Predicate<Integer> wanted) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : directory) {
      if (wanted.test((Integer) entry.getIdentifier())
          && TiffFields.canHold(entry)
          && !isOurDescription(entry)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** That of an earlier picture of ours, which does not tell how the next one was made. */
  private static boolean isOurDescription(Entry entry) {
    return entry.getValue() instanceof String text
        && text.startsWith(TiffSegments.DESCRIPTION_PREFIX);
  }

  /** The entries of a first directory, with those of the other two in it, for a new picture. */
  List<Entry> entries(int width, int height) {
    List<Entry> entries = new ArrayList<>(picture);
    entries.add(new TIFFEntry(TIFF.TAG_ORIENTATION, TIFF.TYPE_SHORT, 1));
    List<Entry> ofCamera = new ArrayList<>(camera);
    ofCamera.add(new TIFFEntry(COLOR_SPACE, TIFF.TYPE_SHORT, SRGB));
    ofCamera.add(new TIFFEntry(PIXEL_WIDTH, TIFF.TYPE_LONG, (long) width));
    ofCamera.add(new TIFFEntry(PIXEL_HEIGHT, TIFF.TYPE_LONG, (long) height));
    entries.add(new TIFFEntry(TIFF.TAG_EXIF_IFD, TIFF.TYPE_LONG, new IFD(ofCamera)));
    if (!place.isEmpty()) {
      entries.add(new TIFFEntry(TIFF.TAG_GPS_IFD, TIFF.TYPE_LONG, new IFD(place)));
    }
    return entries;
  }

  /**
   * The block of bytes that PNG and JPEG keep.
   *
   * @throws IOException never, as it is written to memory
   */
  byte[] block(int width, int height) throws IOException {
    return TiffBlocks.write(entries(width, height));
  }
}
