package impasto.models;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** The only class that speaks to the network, and only when it is asked to get something. */
final class Http {
  private final HttpClient client;
  private final ProxySelector proxies;
  private final Duration stall;

  /**
   * @param proxies which proxy to go through
   * @param stall how long a server may say nothing
   */
  Http(ProxySelector proxies, Duration stall) {
    this.proxies = proxies;
    this.stall = stall;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // Follows redirects, but never from https to http.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(stall)
            .proxy(proxies)
            .build();
  }

  /**
   * Asks for something.
   *
   * @param url what to get
   * @param headers of the request
   * @return the answer, whatever its status; to be closed
   * @throws FetchException if there is none
   */
  Answer get(URI url, Map<String, String> headers) throws FetchException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<Body>> asked =
        client.sendAsync(request.build(), head -> new Body());
    try {
      // Not HttpRequest.timeout: in newer versions of Java it would end long downloads.
      HttpResponse<Body> response = asked.get(stall.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response, peer(response.uri()));
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw FetchException.passing(silence(peer(url)), e);
    } catch (ExecutionException e) {
      throw explain(e.getCause(), url);
    }
  }

  private FetchException explain(Throwable failure, URI url) {
    String peer = peer(url);
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return FetchException.lasting(
          "there is no address for " + peer + " (is this machine offline?)", failure);
    }
    if (has(failure, HttpConnectTimeoutException.class)) {
      return FetchException.passing(silence(peer), failure);
    }
    if (has(failure, ConnectException.class)) {
      return FetchException.lasting("no connection to " + peer + " (refused?)", failure);
    }
    if (has(failure, SSLException.class)) {
      // Java's words go on with names of classes.
      String reason = String.valueOf(failure.getMessage()).replaceAll(": [a-z.]+[A-Z].*", "");
      return FetchException.lasting("no safe connection to " + peer + " (" + reason + ")", failure);
    }
    if (failure instanceof UncheckedIOException) {
      return FetchException.lasting(peer + " redirects to nowhere", failure);
    }
    String reason = String.valueOf(failure.getMessage());
    return reason.contains("unnel") // "Tunnel failed, got: 403", with no class of its own.
        ? FetchException.lasting(peer + " refuses (" + reason + ")", failure)
        : FetchException.passing(peer + " broke off (" + reason + ")", failure);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private String silence(String peer) {
    return peer + " said nothing for " + stall.toSeconds() + " s";
  }

  /** Who is spoken to, for messages: the host or the proxy before it. */
  private String peer(URI url) {
    return proxies.select(url).get(0).address() instanceof InetSocketAddress proxy
        ? "the proxy " + proxy.getHostString() + ":" + proxy.getPort()
        : url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  /** A server's answer, whose body comes piece by piece. */
  final class Answer implements Closeable {
    private final HttpResponse<Body> response;
    private final String peer;

    private Answer(HttpResponse<Body> response, String peer) {
      this.response = response;
      this.peer = peer;
    }

    /** The status, such as 200. */
    int status() {
      return response.statusCode();
    }

    /** The first header of that name. */
    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** What was asked last, after any redirects. */
    URI url() {
      return response.uri();
    }

    /** Who answered, for messages. */
    String peer() {
      return peer;
    }

    /**
     * The next piece of the body.
     *
     * @return bytes, or null at the end
     * @throws FetchException if the connection breaks, or nothing comes for too long
     */
    ByteBuffer next() throws FetchException, InterruptedException {
      try {
        return response.body().next(stall);
      } catch (TimeoutException e) {
        throw FetchException.passing(silence(peer), e);
      } catch (IOException e) {
        throw FetchException.passing(peer + " broke off (" + e.getMessage() + ")", e);
      }
    }

    /** Gives up what has not come yet. */
    @Override
    public void close() {
      response.body().cancel();
    }
  }

  /** A body as it comes: the client's threads put pieces in, one ahead, and the reader waits. */
  private static final class Body implements HttpResponse.BodySubscriber<Body> {
    private sealed interface Event {}

    private record Pieces(Iterator<ByteBuffer> buffers) implements Event {}

    private record End() implements Event {}

    private record Broken(Throwable failure) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private Iterator<ByteBuffer> pieces = List.<ByteBuffer>of().iterator();

    @Override
    public CompletionStage<Body> getBody() {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
      given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      events.add(new Pieces(buffers.iterator()));
    }

    @Override
    public void onError(Throwable failure) {
      events.add(new Broken(failure));
    }

    @Override
    public void onComplete() {
      events.add(new End());
    }

    ByteBuffer next(Duration patience) throws IOException, InterruptedException, TimeoutException {
      while (!pieces.hasNext()) {
        Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
          throw new TimeoutException();
        } else if (event instanceof Broken broken) {
          throw new IOException(broken.failure().getMessage(), broken.failure());
        } else if (event instanceof Pieces more) {
          pieces = more.buffers();
          subscription.join().request(1);
        } else {
          return null;
        }
      }
      return pieces.next();
    }

    void cancel() {
      CompletableFuture<Void> unused = subscription.thenAccept(Flow.Subscription::cancel);
    }
  }
}
