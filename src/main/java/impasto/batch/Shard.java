package impasto.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines' shares of a batch. Which jobs it has depends on the jobs alone, not on
 * their order or number.
 *
 * @param number which one, from 1
 * @param of how many there are, at most a million
 */
public record Shard(int number, int of) {
  private static final int MOST = 1_000_000;
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

  /** The whole batch. */
  public static final Shard ALL = new Shard(1, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException unless 1 &lt;= number &lt;= of &lt;= 1000000
   */
  public Shard {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException(
          "%d/%d is no share; the first of three is 1/3, the last 3/3, and there are at most %d"
              .formatted(number, of, MOST));
    }
  }

  /**
   * Parses {@code 2/3}.
   *
   * @throws IllegalArgumentException if it is no such pair of numbers
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no share; write 2/3 for the second of three".formatted(text));
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether a job belongs to this share. */
  public boolean has(Job job) {
    return Long.remainderUnsigned(Long.parseUnsignedLong(job.id(), 16), of) == number - 1;
  }
}
