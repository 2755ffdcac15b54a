package impasto.models;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proxy to go through: as Java's own settings say ({@code -Dhttps.proxyHost} and the like),
 * else as the environment variables {@code https_proxy}, {@code http_proxy} and {@code no_proxy}
 * say, in lower or upper case.
 */
final class Proxies extends ProxySelector {
  private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

  private final ProxySelector java;
  private final Map<String, String> environment;

  /**
   * @param java Java's own selector; null if there is none
   * @param environment the environment variables
   */
  Proxies(ProxySelector java, Map<String, String> environment) {
    this.java = java;
    this.environment = environment;
  }

  /**
   * The proxy for an address, or {@link Proxy#NO_PROXY}.
   *
   * @throws ModelException if a variable gives no address of an HTTP proxy
   */
  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> javas = java == null ? NONE : java.select(uri);
    if (javas.stream().anyMatch(proxy -> proxy.type() == Proxy.Type.HTTP)) {
      return javas;
    }
    String variable = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
    String address = variable(variable);
    return address.isBlank() || isExempt(uri.getHost())
        ? NONE
        : List.of(new Proxy(Proxy.Type.HTTP, parse(variable, address.strip())));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
    if (java != null) {
      java.connectFailed(uri, proxy, failure);
    }
  }

  private static InetSocketAddress parse(String variable, String address) {
    URI uri;
    try {
      uri = URI.create(address.contains("://") ? address : "http://" + address);
    } catch (IllegalArgumentException e) {
      throw new ModelException("the variable " + variable + " is no address of a proxy", e);
    }
    if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new ModelException(
          "the variable " + variable + " must give a proxy as http://HOST:PORT");
    }
    if (uri.getUserInfo() != null) {
      // Its value may hold a password: it is not repeated.
      throw new ModelException(
          "the variable " + variable + " gives a user name, and such proxies are not supported");
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    // Resolved here, since HttpClient does not.
    return new InetSocketAddress(uri.getHost(), port);
  }

  private boolean isExempt(String host) {
    if (host.matches("(?i)localhost|127\\..*|\\[::1]")) {
      return true;
    }
    for (String part : variable("no_proxy").split(",", -1)) {
      String suffix = part.strip().toLowerCase(Locale.ROOT);
      suffix = suffix.startsWith("*.") ? suffix.substring(1) : suffix;
      suffix = suffix.startsWith(".") ? suffix.substring(1) : suffix;
      String name = host.toLowerCase(Locale.ROOT);
      if (suffix.equals("*")
          || (!suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix)))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    return environment.getOrDefault(
        name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }
}
