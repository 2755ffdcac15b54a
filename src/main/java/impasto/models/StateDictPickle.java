package impasto.models;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Python's pickle protocol 2, as far as PyTorch state dicts need it.
 *
 * <p>A pickle is a program for a small stack machine. This one knows no opcode that state dicts do
 * without, and calls only what {@link PickleGlobals} lists, so a hostile file can run nothing. Each
 * opcode makes at most one object and both opcodes and bytes are bounded; nothing here recurses, so
 * deep nesting costs no Java stack.
 */
final class StateDictPickle {
  private static final int MAX_OPCODES = 1 << 20;
  private static final int MAX_BYTES = 16 << 20;
  private static final int PROTOCOL = 2;

  private final LittleEndianInput in;
  private final long begin;
  private final PickleGlobals globals = new PickleGlobals();
  private final List<Object> stack = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private StateDictPickle(LittleEndianInput in) {
    this.in = in;
    this.begin = in.position();
  }

  /**
   * Reads one pickle and leaves the input behind it.
   *
   * @throws IOException if it is malformed, too long, or needs anything a state dict does not
   */
  static Pickled.Document read(LittleEndianInput in) throws IOException {
    return new StateDictPickle(in).run();
  }

  private Pickled.Document run() throws IOException {
    for (int done = 0; done < MAX_OPCODES; done++) {
      int opcode = in.u8();
      if (opcode == '.') {
        return new Pickled.Document(pop(), globals.storages());
      }
      execute(opcode);
    }
    throw new MalformedFileException("has a pickle of more than " + MAX_OPCODES + " opcodes");
  }

  private void execute(int opcode) throws IOException {
    switch (opcode) {
      case 0x80 -> checkProtocol(in.u8());
      case '(' -> marks.push(stack.size());
      case 'N' -> stack.add(null);
      case 0x88 -> stack.add(true);
      case 0x89 -> stack.add(false);
      case 'K' -> stack.add((long) in.u8());
      case 'M' -> stack.add((long) in.u16());
      case 'J' -> stack.add((long) in.i32());
      case 0x8a -> stack.add(integer(bytes(in.u8())));
      case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.i64())));
      case 'X' -> stack.add(new String(bytes(in.i32()), StandardCharsets.UTF_8));
      // The two strings of Python 2: bytes, which are ASCII where they are names.
      case 'U' -> stack.add(new String(bytes(in.u8()), StandardCharsets.UTF_8));
      case 'T' -> stack.add(new String(bytes(in.i32()), StandardCharsets.UTF_8));
      case '}' -> stack.add(new LinkedHashMap<>());
      case ']' -> stack.add(new ArrayList<>());
      case ')' -> stack.add(new Pickled.Tuple(List.of()));
      case 't' -> stack.add(tuple(popToMark()));
      case 0x85 -> stack.add(tuple(pop(1)));
      case 0x86 -> stack.add(tuple(pop(2)));
      case 0x87 -> stack.add(tuple(pop(3)));
      case 's' -> setItems(pop(2));
      case 'u' -> setItems(popToMark());
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      case 'q' -> memo.put(in.u8(), peek());
      case 'r' -> memo.put(in.i32(), peek());
      case 'h' -> get(in.u8());
      case 'j' -> get(in.i32());
      case 'c' -> stack.add(globals.resolve(line(), line()));
      case 'R' -> call();
      case 'b' -> build();
      case 'Q' -> stack.add(globals.storage(pop()));
      default ->
          throw new MalformedFileException(
              "uses pickle opcode 0x"
                  + Integer.toHexString(opcode)
                  + ", which no state dict needs; save it with PyTorch's torch.save");
    }
  }

  private static void checkProtocol(int protocol) throws MalformedFileException {
    if (protocol != PROTOCOL) {
      throw new MalformedFileException(
          "is pickled by protocol " + protocol + "; save it with torch.save's default, 2");
    }
  }

  private byte[] bytes(int length) throws IOException {
    if (length < 0 || in.position() - begin + length > MAX_BYTES) {
      throw new MalformedFileException(
          "has a string of " + Integer.toUnsignedString(length) + " bytes in its pickle");
    }
    return in.bytes(length);
  }

  /** The bytes up to the next newline. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.u8(); next != '\n'; next = in.u8()) {
      line.append((char) next);
      if (line.length() > 255) {
        throw new MalformedFileException("has an endless name in its pickle: " + line);
      }
    }
    return line.toString();
  }

  /** A Long where it fits, else a BigInteger. */
  private static Object integer(byte[] littleEndian) {
    byte[] bigEndian = new byte[littleEndian.length + 1];
    for (int i = 0; i < littleEndian.length; i++) {
      bigEndian[bigEndian.length - 1 - i] = littleEndian[i];
    }
    // The sign, once more before the first byte, so that no bytes at all mean zero.
    bigEndian[0] = (byte) (bigEndian.length > 1 && bigEndian[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(bigEndian);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private void setItems(List<Object> items) throws MalformedFileException {
    PickleGlobals.putAll(peek(), items);
  }

  private void append(List<Object> items) throws MalformedFileException {
    if (!(peek() instanceof List<?>)) {
      throw new MalformedFileException("appends to something other than a list in its pickle");
    }
    @SuppressWarnings("unchecked") // Every list on the stack was made here, of objects.
    List<Object> list = (List<Object>) peek();
    list.addAll(items);
  }

  private void get(int index) throws MalformedFileException {
    if (!memo.containsKey(index)) {
      throw new MalformedFileException("recalls what it never stored in its pickle");
    }
    stack.add(memo.get(index));
  }

  private void call() throws MalformedFileException {
    Object arguments = pop();
    stack.add(globals.call(pop(), arguments));
  }

  /** Drops attributes set on an ordered dictionary: PyTorch's {@code _metadata} of versions. */
  private void build() throws MalformedFileException {
    pop();
    if (!(peek() instanceof Map<?, ?>)) {
      throw new MalformedFileException("sets attributes of something other than a dictionary");
    }
  }

  private Object peek() throws MalformedFileException {
    if (stack.size() <= floor()) {
      throw new MalformedFileException("takes more from its pickle's stack than is there");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws MalformedFileException {
    Object top = peek();
    stack.remove(stack.size() - 1);
    return top;
  }

  private List<Object> pop(int count) throws MalformedFileException {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(pop());
    }
    Collections.reverse(items);
    return items;
  }

  private List<Object> popToMark() throws MalformedFileException {
    if (marks.isEmpty()) {
      throw new MalformedFileException("looks for a mark that its pickle's stack lacks");
    }
    List<Object> above = stack.subList(marks.pop(), stack.size());
    List<Object> items = new ArrayList<>(above);
    above.clear();
    return items;
  }

  private int floor() {
    return marks.isEmpty() ? 0 : marks.peek();
  }

  private static Pickled.Tuple tuple(List<Object> items) {
    return new Pickled.Tuple(Collections.unmodifiableList(items));
  }
}
