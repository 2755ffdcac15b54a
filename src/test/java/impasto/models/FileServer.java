package impasto.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/** A web server on this machine that answers as badly as a test wants; one request a connection. */
public final class FileServer implements AutoCloseable {
  /**
   * A request.
   *
   * @param line its first line
   * @param headers the rest of its head; names in lower case
   */
  public record Request(String line, Map<String, String> headers) {}

  /** Answers a request; the connection is closed afterwards. */
  public interface Script {
    void answer(Request request, Answer answer) throws IOException, InterruptedException;
  }

  /** Writes what a script wants written. */
  public final class Answer {
    private final OutputStream out;

    private Answer(OutputStream out) {
      this.out = out;
    }

    /** A status and headers, each as {@code Name: value}. */
    public Answer head(int status, String... headers) throws IOException {
      String head = "HTTP/1.1 " + status + " x\r\nConnection: close\r\n";
      for (String header : headers) {
        head += header + "\r\n";
      }
      out.write((head + "\r\n").getBytes(ISO_8859_1));
      out.flush();
      return this;
    }

    /** Some bytes of a body; they are counted. */
    public Answer body(byte[] bytes, int from, int to) throws IOException {
      out.write(bytes, from, to - from);
      out.flush();
      sent.addAndGet(to - from);
      return this;
    }

    /** Says nothing any more until the server is closed. */
    public void stall() throws InterruptedException {
      closed.await(1, TimeUnit.MINUTES);
    }
  }

  private final ServerSocket socket;
  private final String scheme;
  private final Script script;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong sent = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FileServer(ServerSocket socket, String scheme, Script script) {
    this.socket = socket;
    this.scheme = scheme;
    this.script = script;
  }

  /** Starts a server. */
  public static FileServer start(Script script) throws IOException {
    return start(ServerSocketFactory.getDefault(), "http", script);
  }

  /** Starts a server on sockets of another kind. */
  public static FileServer start(ServerSocketFactory sockets, String scheme, Script script)
      throws IOException {
    ServerSocket socket =
        sockets.createServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    FileServer server = new FileServer(socket, scheme, script);
    background(server::accept);
    return server;
  }

  /** An honest server of one file that knows ranges and versions. */
  public static Script honest(byte[] file) {
    return (request, answer) -> {
      String range = request.headers().get("range");
      if (range == null || !"\"v1\"".equals(request.headers().get("if-range"))) {
        whole(file).answer(request, answer);
        return;
      }
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      answer
          .head(
              206,
              "Content-Length: " + (file.length - from),
              "Content-Range: bytes %d-%d/%d".formatted(from, file.length - 1, file.length))
          .body(file, from, file.length);
    };
  }

  /** A server that always gives the whole file. */
  public static Script whole(byte[] file) {
    return (request, answer) ->
        answer
            .head(200, "Content-Length: " + file.length, "ETag: \"v1\"")
            .body(file, 0, file.length);
  }

  /** A script for each request in turn, the last for all further ones. */
  public static Script inTurn(Script... scripts) {
    List<Script> left = new ArrayList<>(List.of(scripts));
    return (request, answer) -> {
      Script now;
      synchronized (left) {
        now = left.size() > 1 ? left.remove(0) : left.get(0);
      }
      now.answer(request, answer);
    };
  }

  /** The address of a folder of the server. */
  public String url() {
    return scheme + "://127.0.0.1:" + port() + "/models";
  }

  /** The port it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  /** The requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many bytes of bodies were sent. */
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        background(() -> serve(connection));
      } catch (SocketException e) {
        return; // Closed.
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      requests.add(request);
      script.answer(request, new Answer(connection.getOutputStream()));
    } catch (IOException e) {
      // The client hung up, as it may.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String first = String.valueOf(in.readLine());
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] parts = line.split(": *", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return new Request(first, headers);
  }

  private static void background(Runnable work) {
    Thread thread = new Thread(work, "file server");
    thread.setDaemon(true);
    thread.start();
  }
}
