package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of this machine's own, which nobody trusts who is not told to.
 *
 * @param store the file with it and its key
 */
record Certificate(Path store) {
  private static final String PASSWORD = "changeit";

  /** Makes one with Java's own tool. */
  static Certificate make(Path folder) throws IOException, InterruptedException {
    Path store = store(folder);
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    if (tool.waitFor() != 0) {
      throw new IOException(said);
    }
    return new Certificate(store);
  }

  /** The options with which Java trusts it. */
  static List<String> javaOptions(Path folder) {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store(folder),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  /** Sockets of a server that shows it. */
  ServerSocketFactory sockets() throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static Path store(Path folder) {
    return folder.resolve("keys.p12");
  }
}
