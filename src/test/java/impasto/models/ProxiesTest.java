package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final String PROXY = "127.0.0.1:3128";

  @Test
  void theVariableOfTheSchemeCounts() {
    Map<String, String> environment =
        Map.of("https_proxy", "http://127.0.0.1:3128/", "HTTP_PROXY", "127.0.0.2");
    assertThat(proxy(environment, "https://x.invalid/a")).isEqualTo("127.0.0.1:3128");
    assertThat(proxy(environment, "http://x.invalid/a")).isEqualTo("127.0.0.2:80");
    assertThat(proxy(Map.of("http_proxy", PROXY), "https://x.invalid/a")).isEqualTo("none");
    assertThat(proxy(Map.of("https_proxy", " "), "https://x.invalid/a")).isEqualTo("none");
  }

  @Test
  void exceptionsAreHostsAndDomains() {
    Map<String, String> environment =
        Map.of("https_proxy", PROXY, "no_proxy", "a.invalid, .b.invalid,*.c.invalid,,");
    assertThat(List.of("a.invalid", "x.a.invalid", "B.invalid", "x.b.invalid", "c.invalid"))
        .allSatisfy(
            host -> assertThat(proxy(environment, "https://" + host + "/")).isEqualTo("none"));
    assertThat(List.of("xa.invalid", "d.invalid", "invalid"))
        .allSatisfy(
            host -> assertThat(proxy(environment, "https://" + host + "/")).isEqualTo(PROXY));
    assertThat(proxy(Map.of("https_proxy", PROXY, "NO_PROXY", "*"), "https://a.invalid"))
        .isEqualTo("none");
    assertThat(List.of("localhost", "127.0.0.1", "[::1]"))
        .allSatisfy(
            host -> assertThat(proxy(environment, "https://" + host + "/")).isEqualTo("none"));
  }

  @Test
  void javasOwnSettingsComeFirst() {
    ProxySelector java = ProxySelector.of(new InetSocketAddress("127.0.0.9", 9));
    assertThat(
            new Proxies(java, Map.of("https_proxy", PROXY))
                .select(URI.create("https://x.invalid"))
                .get(0)
                .address())
        .isEqualTo(new InetSocketAddress("127.0.0.9", 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://127.0.0.1:1", "http://", "http://a b", "me:secret@127.0.0.1:1"})
  void whatIsNoUsableProxyIsRefusedWithoutItsValue(String value) {
    assertThatThrownBy(() -> proxy(Map.of("https_proxy", value), "https://x.invalid"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("https_proxy")
        .hasMessageNotContaining("secret");
  }

  private static String proxy(Map<String, String> environment, String url) {
    Proxy proxy = new Proxies(null, environment).select(URI.create(url)).get(0);
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "none";
  }
}
