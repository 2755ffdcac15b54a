package impasto.cli;

import static impasto.models.FileServer.honest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import impasto.models.FileServer;
import impasto.models.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real command against a server on this machine; the model is a slim VGG19. */
class ModelsCommandTest {
  private static final String HASH = Sha256.of(Reference.MODEL);

  @TempDir Path folder;
  private byte[] published;
  private Path home;
  private CommandRun.Setting setting;

  @BeforeEach
  void setUp() throws IOException {
    published = Files.readAllBytes(Reference.MODEL);
    home = folder.resolve("home");
    setting = setting(List.of(), List.of(), Map.of());
    catalogue("slim", "https://models.invalid/slim.safetensors");
  }

  @Test
  void aModelIsInstalledListedUsedVerifiedAndRemoved() throws Exception {
    try (FileServer server = FileServer.start(honest(published))) {
      CommandRun run = install("slim", "--base-url", server.url());
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).allMatch(line -> line.startsWith("impasto: slim: "));
      assertThat(server.requests().get(0).line()).startsWith("GET /models/slim.safetensors ");
    }
    Path file = home.resolve("models").resolve("slim.safetensors");

    CommandRun list = run("models", "list", "--catalogue", "catalogue.json");
    assertThat(list.out().lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).matches("builtin +yes +\\d\\.\\d MB +torchvision +a slim .*"),
            line -> assertThat(line).matches("slim +yes +0\\.0 MB +torchvision +VGG19, slim"));
    assertThat(run("models", "path", "slim"))
        .isEqualTo(new CommandRun(0, file + System.lineSeparator(), ""));
    assertThat(run("models", "verify").out())
        .isEqualTo("slim         intact, SHA-256 %s%n".formatted(Sha256.of(file)));

    CommandRun score = run("score", Reference.CONTENT, Reference.STYLE, Reference.IMAGE);
    assertThat(score.err()).contains("using the installed model slim (" + file + ")");
    for (Object model : new Object[] {"slim", file}) {
      assertThat(
              run("score", Reference.CONTENT, Reference.STYLE, Reference.IMAGE, "-q", "-m", model))
          .isEqualTo(new CommandRun(0, score.out(), ""));
    }

    assertThat(run("models", "remove", "slim").err()).isEqualTo("impasto: slim: removed\n");
    assertThat(file).doesNotExist();
    assertThat(run("models", "verify"))
        .isEqualTo(new CommandRun(0, "", "impasto: no model is installed\n"));
  }

  @Test
  void whatIsNotInstalledIs4WithTheWayOut() throws Exception {
    assertFails(
        run("models", "path", "vgg16"),
        "model vgg16 is not installed; run: impasto models install vgg16");
    assertFails(run("models", "verify", "vgg19"), "model vgg19 is not installed");
  }

  @Test
  void withoutAnyTheBuiltInNetworkIsUsedAndItIsSaidHowToGetVgg19() throws Exception {
    Object[] score = {"score", Reference.CONTENT, Reference.STYLE, Reference.IMAGE};
    CommandRun run = run(score);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines().filter(line -> line.contains("built-in network")))
        .singleElement()
        .asString()
        .contains("impasto models install vgg19");
    assertThat(run("score", score[1], score[2], score[3], "-q", "-m", "builtin"))
        .isEqualTo(new CommandRun(0, run.out(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "path", "verify", "remove"})
  void theBuiltInNetworkIsNoFileToInstallOrRemove(String command) throws Exception {
    CommandRun run = run("models", command, "builtin");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("builtin is part of Impasto");
  }

  @Test
  void damageIsFoundAndMended() throws Exception {
    assertThat(install("slim", "--file", Reference.MODEL, "-q"))
        .isEqualTo(new CommandRun(0, "", ""));
    Path file = home.resolve("models").resolve("slim.safetensors");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[7]);

    CommandRun verify = run("models", "verify");
    assertFails(verify, "model slim is damaged", "run: impasto models install slim");
    assertFails(run("models", "path", "slim"), "model slim is damaged");
    assertThat(install("slim", "--file", Reference.MODEL).exitCode()).isZero();
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aFileThatIsNotThePublishedOneIs4() throws Exception {
    assertFails(
        install("slim", "--file", Reference.MUTE_MODEL),
        "zip.pth: is not the published slim.safetensors",
        "https://models.invalid/slim.safetensors");
  }

  @Test
  void twoInstallationsAtOnceFetchOnce() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    FileServer.Script patient =
        (request, answer) -> {
          secondWaits.await(1, TimeUnit.MINUTES);
          honest(published).answer(request, answer);
        };
    CountDownLatch firstAsked = new CountDownLatch(1);
    try (FileServer server =
        FileServer.start(
            (request, answer) -> {
              firstAsked.countDown();
              patient.answer(request, answer);
            })) {
      Object[] args = {
        "models", "install", "slim", "--catalogue", "catalogue.json", "--base-url", server.url()
      };
      Process first = CommandRun.start(setting, folder, args);
      assertThat(firstAsked.await(1, TimeUnit.MINUTES)).isTrue();
      Process second = CommandRun.start(setting, folder, args);
      try (BufferedReader said = second.errorReader(StandardCharsets.UTF_8)) {
        assertThat(said.readLine())
            .isEqualTo("impasto: slim: waiting for another impasto that is installing it");
        secondWaits.countDown();
        assertThat(said.readLine()).startsWith("impasto: slim: installed");
      }
      assertThat(first.waitFor()).isZero();
      assertThat(second.waitFor()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void theMirrorsVariableCountsUnlessTheOptionIsGiven() throws Exception {
    try (FileServer server = FileServer.start(honest(published))) {
      setting = setting(List.of(), List.of(), Map.of("IMPASTO_MODELS_URL", server.url() + "/"));
      assertFails(
          install("slim", "--base-url", "http://127.0.0.1:1/x"), "http://127.0.0.1:1/x/slim.saf");
      assertThat(install("slim").exitCode()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aProxyOfTheEnvironmentIsGoneThrough() throws Exception {
    catalogue("slim", "http://models.invalid/slim.safetensors");
    try (FileServer proxy = FileServer.start(honest(published))) {
      setting = setting(List.of(), List.of(), Map.of("http_proxy", "127.0.0.1:" + proxy.port()));
      assertThat(install("slim").exitCode()).isZero();
      assertThat(proxy.requests())
          .singleElement()
          .extracting(FileServer.Request::line)
          .isEqualTo("GET http://models.invalid/slim.safetensors HTTP/1.1");
    }
  }

  @Test
  void aProxyThatRefusesIsNamed() throws Exception {
    FileServer.Script refusing = (request, answer) -> answer.head(403, "Content-Length: 0");
    try (FileServer proxy = FileServer.start(refusing)) {
      String address = "127.0.0.1:" + proxy.port();
      setting =
          setting(
              List.of(),
              List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + proxy.port()),
              Map.of());
      assertFails(install("slim"), "the proxy " + address + " refuses", "403", "--file");
      assertThat(proxy.requests().get(0).line()).startsWith("CONNECT models.invalid:443 ");
    }
  }

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed() throws Exception {
    try (FileServer plain = FileServer.start(honest(published));
        FileServer safe =
            FileServer.start(
                Certificate.make(folder).sockets(),
                "https",
                (request, answer) ->
                    answer.head(302, "Location: " + plain.url(), "Content-Length: 0"))) {
      assertFails(install("slim", "--base-url", safe.url()), "no safe connection to 127.0.0.1");
      setting = setting(List.of(), Certificate.javaOptions(folder), Map.of());
      assertFails(install("slim", "--base-url", safe.url()), "redirects from https to http");
      assertThat(plain.requests()).isEmpty();
    }
  }

  @Test
  void aFullDiskIsToldAndMended() throws Exception {
    Path disk = Files.createDirectories(home.resolve("models"));
    // A disk of one page of memory, in a namespace of the process's own.
    List<String> small =
        List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=4k tmpfs '" + disk + "' && exec \"$@\"",
            "sh");
    assumeTrue(succeeds(small, "true"), "unshare or mounting is not permitted here");
    setting = setting(small, List.of(), Map.of());
    try (FileServer server = FileServer.start(honest(published))) {
      assertFails(
          install("slim", "--base-url", server.url(), "-q"),
          "cannot be written to " + disk,
          "No space left",
          "make room");
    }
    assertFails(install("slim", "--file", Reference.MODEL, "-q"), "No space left");
  }

  private static boolean succeeds(List<String> before, String command) throws InterruptedException {
    try {
      List<String> whole = new ArrayList<>(before);
      whole.add(command);
      return new ProcessBuilder(whole).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void catalogue(String name, String url) throws IOException {
    Files.writeString(
        folder.resolve("catalogue.json"),
        """
        {"models": [{"name": "%s", "file": "slim.safetensors", "url": "%s",
          "sha256Prefix": "%s", "input": "torchvision", "about": "VGG19, slim"}]}
        """
            .formatted(name, url, HASH.substring(0, 8)));
  }

  private CommandRun.Setting setting(
      List<String> before, List<String> java, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("IMPASTO_HOME", home.toString());
    return new CommandRun.Setting(before, java, all);
  }

  private CommandRun install(Object... args) throws Exception {
    List<Object> all = new ArrayList<>(List.of("models", "install"));
    all.addAll(List.of(args));
    all.addAll(List.of("--catalogue", "catalogue.json"));
    return run(all.toArray());
  }

  private CommandRun run(Object... args) throws Exception {
    return CommandRun.with(setting, folder, args);
  }

  private static void assertFails(CommandRun run, String... reasons) {
    assertThat(run.err().lines().toList())
        .last()
        .asString()
        .startsWith("impasto: ")
        .contains(reasons);
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
  }
}
