package impasto.models;

import static impasto.models.FileServer.honest;
import static impasto.models.FileServer.inTurn;
import static impasto.models.FileServer.whole;
import static impasto.models.Installation.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final int HALF = FILE.length / 2;
  private static final FileServer.Script BREAKS_OFF =
      (request, answer) ->
          answer.head(200, "Content-Length: " + FILE.length, "ETag: \"v1\"").body(FILE, 0, HALF);

  @TempDir Path folder;

  @Test
  void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
    try (FileServer server = FileServer.start(inTurn(BREAKS_OFF, honest(FILE)))) {
      Installation installation = new Installation(folder, 2);
      installation.download(server.url());

      assertThat(server.sent()).isEqualTo(FILE.length);
      assertThat(server.requests().get(1).headers())
          .containsEntry("range", "bytes=" + HALF + "-")
          .containsEntry("if-range", "\"v1\"");
      assertThat(installation.heard())
          .satisfiesExactly(
              first -> assertThat(first).isEqualTo("from 0 of " + FILE.length),
              second -> assertThat(second).startsWith("try 2 of 2: 127.0.0.1:"),
              third -> assertThat(third).isEqualTo("pause 2"),
              fourth -> assertThat(fourth).isEqualTo("from " + HALF + " of " + FILE.length),
              fifth -> assertThat(fifth).isEqualTo("converting"));
    }
  }

  @Test
  void theNextCallGoesOnToo() throws Exception {
    try (FileServer server = FileServer.start(inTurn(BREAKS_OFF, honest(FILE)))) {
      assertFails(server, 1).hasMessageContaining("it goes on where it stopped");
      assertThat(folder.resolve("tiny.partial.pth")).hasBinaryContent(Arrays.copyOf(FILE, HALF));

      new Installation(folder, 1).download(server.url());
      assertThat(server.sent()).isEqualTo(FILE.length);
    }
  }

  @Test
  void aServerThatIgnoresRangesIsReadFromTheStart() throws Exception {
    try (FileServer server = FileServer.start(inTurn(BREAKS_OFF, whole(FILE)))) {
      new Installation(folder, 2).download(server.url());
      assertThat(server.sent()).isEqualTo(HALF + FILE.length);
    }
  }

  @Test
  void twoVersionsOfTheFileAreNeverPutTogether() throws Exception {
    byte[] old = new byte[FILE.length];
    FileServer.Script oldOne =
        (request, answer) ->
            answer.head(200, "Content-Length: " + old.length, "ETag: \"v0\"").body(old, 0, HALF);
    try (FileServer server = FileServer.start(inTurn(oldOne, honest(FILE)))) {
      new Installation(folder, 2).download(server.url());
      assertThat(server.requests().get(1).headers()).containsEntry("if-range", "\"v0\"");
    }
  }

  @Test
  void anotherPartThanAskedForIsNotTaken() throws Exception {
    FileServer.Script wrongPart =
        (request, answer) ->
            answer
                .head(206, "Content-Range: bytes 0-%d/%1$d".formatted(FILE.length))
                .body(FILE, 0, FILE.length);
    try (FileServer server = FileServer.start(inTurn(BREAKS_OFF, wrongPart, honest(FILE)))) {
      new Installation(folder, 3).download(server.url());
      assertThat(server.requests().get(2).headers()).doesNotContainKey("range");
    }
  }

  @Test
  void aDownloadThatWasCompleteAlreadyIsUsed() throws Exception {
    Files.write(folder.resolve("tiny.partial.pth"), FILE);
    FileServer.Script nothingLeft =
        (request, answer) -> answer.head(416, "Content-Range: bytes */" + FILE.length);
    try (FileServer server = FileServer.start(nothingLeft)) {
      assertThat(new Installation(folder, 1).download(server.url()).file()).exists();
    }
  }

  @Test
  void aPartLongerThanTheFileIsDropped() throws Exception {
    Files.write(folder.resolve("tiny.partial.pth"), new byte[FILE.length + 7]);
    FileServer.Script beyond =
        (request, answer) -> answer.head(416, "Content-Range: bytes */" + FILE.length);
    try (FileServer server = FileServer.start(inTurn(beyond, honest(FILE)))) {
      assertThat(new Installation(folder, 2).download(server.url()).file()).exists();
    }
  }

  @Test
  void aServerThatAlwaysBreaksOffIsGivenUp() throws Exception {
    FileServer.Script nothingMore =
        (request, answer) ->
            answer.head(
                206,
                "Content-Range: bytes %d-%d/%d".formatted(HALF, FILE.length - 1, FILE.length),
                "Content-Length: " + HALF);
    try (FileServer server = FileServer.start(inTurn(BREAKS_OFF, nothingMore))) {
      assertFails(server, 4).hasMessageContaining("127.0.0.1:" + server.port());
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws Exception {
    FileServer.Script silent =
        (request, answer) -> {
          answer.head(200, "Content-Length: " + FILE.length).body(FILE, 0, HALF);
          answer.stall();
        };
    FileServer.Script dumb = (request, answer) -> answer.stall();
    for (FileServer.Script script : new FileServer.Script[] {silent, dumb}) {
      try (FileServer server = FileServer.start(script)) {
        Installation impatient = new Installation(folder, 2, Duration.ofMillis(100));
        assertThatThrownBy(() -> impatient.download(server.url()))
            .isInstanceOf(ModelException.class)
            .hasMessageContaining("said nothing for");
        assertThat(server.requests()).hasSize(2);
      }
    }
  }

  @Test
  void troubleOfTheServerPasses() throws Exception {
    FileServer.Script trouble = (request, answer) -> answer.head(503, "Content-Length: 0");
    try (FileServer server = FileServer.start(inTurn(trouble, trouble, honest(FILE)))) {
      Installation installation = new Installation(folder, 3);
      installation.download(server.url());
      assertThat(installation.heard()).contains("pause 2", "pause 3");
    }
    try (FileServer server = FileServer.start(trouble)) {
      assertThatThrownBy(() -> new Installation(folder.resolve("b"), 2).download(server.url()))
          .hasMessageContainingAll("has trouble (status 503)", "run the command again");
    }
  }

  @Test
  void aMissingFileIsToldAtOnce() throws Exception {
    FileServer.Script none = (request, answer) -> answer.head(404, "Content-Length: 0");
    try (FileServer server = FileServer.start(none)) {
      assertFails(server, 3)
          .hasMessageContainingAll("has no such file", "--base-url", "--file tiny.pth");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).line()).isEqualTo("GET /models/tiny.pth HTTP/1.1");
    }
  }

  @Test
  void wrongBytesAreDeletedAndNotGoneOnFrom() throws Exception {
    byte[] wrong = FILE.clone();
    wrong[100] ^= 1;
    try (FileServer server = FileServer.start(inTurn(whole(wrong), honest(FILE)))) {
      assertFails(server, 3)
          .hasMessageContainingAll("is not the published tiny.pth", "deleted", "--file");
      assertThat(folder.toFile().list()).containsExactly("tiny.lock");

      new Installation(folder, 1).download(server.url());
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aLengthOtherThanTheCataloguesIsRefused() throws Exception {
    byte[] more = Arrays.copyOf(FILE, FILE.length + 1);
    FileServer.Script unannounced =
        (request, answer) -> answer.head(200).body(more, 0, more.length);
    for (FileServer.Script script : new FileServer.Script[] {whole(more), unannounced}) {
      try (FileServer server = FileServer.start(script)) {
        assertThatThrownBy(
                () ->
                    new Installation(folder, 3)
                        .download(Installation.entry(FILE.length), server.url()))
            .isInstanceOf(ModelException.class)
            .hasMessageContaining("bytes");
        assertThat(server.requests()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("tiny.lock");
      }
    }
  }

  @Test
  void aLengthIsNotNeeded() throws Exception {
    FileServer.Script unannounced =
        (request, answer) -> answer.head(200).body(FILE, 0, FILE.length);
    try (FileServer server = FileServer.start(unannounced)) {
      assertThat(new Installation(folder, 1).download(server.url()).file()).exists();
    }
  }

  @Test
  void redirectsAreFollowedButNotInCircles() throws Exception {
    try (FileServer target = FileServer.start(honest(FILE));
        FileServer first =
            FileServer.start(
                (request, answer) ->
                    answer.head(302, "Location: " + target.url(), "Content-Length: 0"));
        FileServer circle =
            FileServer.start(
                (request, answer) ->
                    answer.head(302, "Location: /models/tiny.pth", "Content-Length: 0"))) {
      assertThat(new Installation(folder, 1).download(first.url()).file()).exists();
      Installation other = new Installation(folder.resolve("other"), 3);
      assertThatThrownBy(() -> other.download(circle.url()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("redirects in circles");
    }
  }

  @Test
  void aRedirectToNowhereIsTold() throws Exception {
    try (FileServer server =
        FileServer.start((request, answer) -> answer.head(302, "Content-Length: 0"))) {
      assertFails(server, 1).hasMessageContaining("redirects to nowhere");
    }
  }

  @Test
  void whoCannotBeReachedIsNamed() throws Exception {
    assertThatThrownBy(() -> new Installation(folder, 3).download("http://nowhere.invalid"))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("no address for nowhere.invalid", "offline");
    FileServer gone = FileServer.start(honest(FILE));
    gone.close();
    assertFails(gone, 3).hasMessageContaining("no connection to 127.0.0.1:" + gone.port());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      FileServer server, int attempts) {
    return assertThatThrownBy(() -> new Installation(folder, attempts).download(server.url()))
        .isInstanceOf(ModelException.class)
        .hasMessageNotContaining("\n")
        .hasMessageContaining(server.url() + "/tiny.pth");
  }
}
