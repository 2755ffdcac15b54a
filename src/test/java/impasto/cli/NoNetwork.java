package impasto.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Permission;

/**
 * Permits everything but the network, and writes down who tried, in the file that the property
 * {@code impasto.test.network} names. Java up to 23 takes it by {@code -Djava.security.manager}.
 */
@SuppressWarnings("removal") // The tests that use it run on Java 17 only.
public final class NoNetwork extends SecurityManager {
  static final String FILE = "impasto.test.network";

  @Override
  public void checkPermission(Permission permission) {}

  @Override
  public void checkPermission(Permission permission, Object context) {}

  @Override
  public void checkConnect(String host, int port) {
    refuse("connect " + host + ":" + port);
  }

  @Override
  public void checkConnect(String host, int port, Object context) {
    refuse("connect " + host + ":" + port);
  }

  @Override
  public void checkListen(int port) {
    refuse("listen " + port);
  }

  @Override
  public void checkAccept(String host, int port) {
    refuse("accept " + host + ":" + port);
  }

  @Override
  public void checkMulticast(InetAddress address) {
    refuse("multicast " + address);
  }

  private static void refuse(String what) {
    try {
      Files.writeString(
          Path.of(System.getProperty(FILE)),
          what + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new SecurityException("a test forbids to " + what);
  }
}
