package impasto.models;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets one file, in several tries if need be, each going on where the one before broke off (RFC
 * 9110, sections 13.1.5, 14.2 and 15.5.17).
 */
final class Download {
  /** For files whose length nobody says: no weights we know are near it. */
  private static final long MOST_BYTES = 4L << 30;

  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");
  private static final long UNKNOWN = -1;

  private final Http http;
  private final Patience patience;
  private final InstallListener listener;

  Download(Http http, Patience patience, InstallListener listener) {
    this.http = http;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Gets the file; its contents are not looked at.
   *
   * @param url where it is
   * @param bytes how long it is, 0 if not known
   * @param partial where to; what is there already is kept and gone on from
   * @throws FetchException if the server does not give it; what has come stays for a later call
   * @throws IOException if it cannot be written
   */
  void run(URI url, long bytes, PartialFile partial) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        once(url, bytes, partial);
        return;
      } catch (FetchException e) {
        if (!e.isPassing() || attempt >= patience.attempts()) {
          throw e;
        }
        listener.retrying(e.getMessage(), attempt + 1, patience.attempts());
        patience.pause().before(attempt + 1);
      }
    }
  }

  private void once(URI url, long bytes, PartialFile partial)
      throws IOException, InterruptedException {
    long have = partial.length();
    Map<String, String> headers = new HashMap<>();
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      partial.version().ifPresent(version -> headers.put("If-Range", version));
    }
    try (Http.Answer answer = http.get(url, headers)) {
      long total;
      switch (answer.status()) {
        case 200 -> {
          partial.restart(version(answer));
          total = length(answer);
        }
        case 206 -> total = totalOfRest(answer, have, partial);
        case 416 -> {
          if (have == 0 || !answer.header("Content-Range").equals(Optional.of("bytes */" + have))) {
            partial.delete();
            throw FetchException.passing(answer.peer() + " has another file now", null);
          }
          return; // Everything was there already.
        }
        default -> throw refusal(answer);
      }
      if (bytes > 0 && total != UNKNOWN && total != bytes) {
        partial.delete();
        throw FetchException.lasting(
            answer.peer() + " has a file of " + total + " bytes instead of " + bytes, null);
      }
      receive(answer, total != UNKNOWN ? total : bytes > 0 ? bytes : UNKNOWN, partial);
    }
  }

  private void receive(Http.Answer answer, long total, PartialFile partial)
      throws IOException, InterruptedException {
    long have = partial.length();
    listener.downloading(answer.url().toString(), have, total);
    try (FileChannel file = partial.append()) {
      for (ByteBuffer next = answer.next(); next != null; next = answer.next()) {
        have += next.remaining();
        if (have > (total == UNKNOWN ? MOST_BYTES : total)) {
          break;
        }
        PartialFile.write(file, next);
        listener.received(have);
      }
    }
    if (total != UNKNOWN && have < total) {
      throw FetchException.passing(
          answer.peer() + " sent " + have + " of " + total + " bytes only", null);
    }
    if (have > (total == UNKNOWN ? MOST_BYTES : total)) {
      partial.delete();
      throw FetchException.lasting(answer.peer() + " sends more bytes than the file has", null);
    }
  }

  /** The length of the whole file, by an answer that gives the rest of it. */
  private static long totalOfRest(Http.Answer answer, long have, PartialFile partial)
      throws IOException {
    Matcher range = RANGE.matcher(answer.header("Content-Range").orElse(""));
    if (have == 0 || !range.matches() || Long.parseLong(range.group(1)) != have) {
      partial.delete();
      throw FetchException.passing(answer.peer() + " sent another part than asked for", null);
    }
    if (!range.group(2).equals("*")) {
      return Long.parseLong(range.group(2));
    }
    long rest = length(answer);
    return rest == UNKNOWN ? UNKNOWN : have + rest;
  }

  private static long length(Http.Answer answer) {
    return answer
        .header("Content-Length")
        .filter(length -> length.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(UNKNOWN);
  }

  /** What may stand in If-Range: a strong entity tag or a date. */
  private static Optional<String> version(Http.Answer answer) {
    return answer
        .header("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> answer.header("Last-Modified"));
  }

  private static FetchException refusal(Http.Answer answer) {
    int status = answer.status();
    String peer = answer.peer();
    if (status >= 500 || status == 408 || status == 429) {
      return FetchException.passing(peer + " has trouble (status " + status + ")", null);
    }
    return FetchException.lasting(
        switch (status) {
          case 404, 410 -> peer + " has no such file (status " + status + ")";
          case 407 -> peer + " asks for a password (status 407)";
          default -> status / 100 == 3 ? circle(answer) : peer + " refuses (status " + status + ")";
        },
        null);
  }

  private static String circle(Http.Answer answer) {
    boolean unsafe =
        "https".equals(answer.url().getScheme())
            && answer.header("Location").orElse("").startsWith("http:");
    return answer.peer()
        + (unsafe
            ? " redirects from https to http, which is not followed"
            : " redirects in circles");
  }
}
