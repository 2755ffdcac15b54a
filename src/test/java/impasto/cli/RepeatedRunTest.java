package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that repeat another by its record. */
class RepeatedRunTest {
  @TempDir Path folder;

  @BeforeEach
  void paint() throws Exception {
    for (Path file : new Path[] {Reference.CONTENT, Reference.STYLE, Reference.MODEL}) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    CommandRun run =
        CommandRun.in(
            folder,
            (Object[])
                ("stylize content.png style.png -m slim-vgg19.safetensors -o first.png -q -s 64 "
                        + "--scales 1 -n 4 --style-weight 7 --init random --seed 5 --threads 2 "
                        + "--original-colors luminance")
                    .split(" ", -1));
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void aRunIsRepeatedToTheSameBytes() throws Exception {
    CommandRun again = CommandRun.in(folder, "stylize", "--from", "first.json", "-o", "again.png");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("not the same");
    assertThat(folder.resolve("again.png")).hasSameBinaryContentAs(folder.resolve("first.png"));
  }

  @Test
  void aRunIsRepeatedFromFilesThatHaveMoved() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    Files.move(folder.resolve("content.png"), elsewhere.resolve("photo.png"));
    Files.move(folder.resolve("style.png"), elsewhere.resolve("painting.png"));
    Files.move(folder.resolve("slim-vgg19.safetensors"), elsewhere.resolve("w.safetensors"));

    CommandRun again =
        CommandRun.in(
            folder,
            "stylize",
            "--from",
            "first.json",
            elsewhere.resolve("photo.png"),
            elsewhere.resolve("painting.png"),
            "-m",
            elsewhere.resolve("w.safetensors"),
            "-o",
            "again.png");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("not the same");
    assertThat(ImageCodec.read(folder.resolve("again.png")).rgb())
        .isEqualTo(ImageCodec.read(folder.resolve("first.png")).rgb());
  }

  @Test
  void whatHasChangedIsTold() throws Exception {
    Picture photo = ImageCodec.read(folder.resolve("content.png"));
    photo.rgb()[0] = 1 - photo.rgb()[0];
    ImageCodec.write(photo, folder.resolve("content.png"));

    CommandRun again = CommandRun.in(folder, "stylize", "--from", "first.json", "-o", "again.png");

    assertThat(again.exitCode()).isZero();
    assertThat(again.err().lines().filter(line -> line.contains("not the same as before")))
        .singleElement()
        .asString()
        .contains("the photo");
  }

  @Test
  void aPictureTellsItsSettings() throws Exception {
    CommandRun shown = CommandRun.in(folder, "show", "first.png");

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out().lines())
        .anyMatch(line -> line.matches(" +--style-weight +7"))
        .anyMatch(line -> line.matches(" +--seed +5"))
        .anyMatch(line -> line.matches(" +photo +content.png"));
    assertThat(shown.out()).doesNotContain(folder.toString());
  }

  @Test
  void aStrippedPictureTellsNothing() throws Exception {
    CommandRun run =
        CommandRun.in(
            folder,
            (Object[])
                ("stylize content.png style.png -m slim-vgg19.safetensors -o bare.png -q -s 64 "
                        + "--scales 1 -n 1 --strip")
                    .split(" ", -1));
    assertThat(run.exitCode()).isZero();

    CommandRun shown = CommandRun.in(folder, "show", "bare.png");

    assertThat(shown.exitCode()).isEqualTo(3);
    assertThat(shown.err()).contains("bare.png", "holds no settings");
  }
}
