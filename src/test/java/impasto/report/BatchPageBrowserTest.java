package impasto.report;

import static impasto.report.BatchExamples.axes;
import static impasto.report.BatchExamples.batch;
import static impasto.report.BatchExamples.done;
import static impasto.report.BatchExamples.job;
import static impasto.report.BatchExamples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchPageBrowserTest {
  private static final String LONG = "a".repeat(200) + ".png";

  @TempDir Path folder;
  private Chromium chromium;
  private Path photo;
  private Path painting;

  @BeforeEach
  void open() {
    Optional<Path> program = Chromium.find();
    assumeThat(program).as("Chromium is at hand").isPresent();
    chromium = new Chromium(program.orElseThrow(), folder.resolve("profile"));
    photo = picture(folder.resolve("photo.png"), 64, 48, 1);
    painting = picture(folder.resolve("painting.png"), 48, 64, 2);
  }

  @Test
  void whatAFileIsCalledDoesNotRun() throws Exception {
    String image = "<img src=x onerror=document.title='hacked'>.png";
    String script = "\"><script>document.title='hacked'<";
    List<JobReport> jobs =
        List.of(
            done(folder, picture(folder.resolve(image), 32, 32, 3), painting, image),
            job(
                JobState.FAILED,
                folder,
                photo,
                folder.resolve(script),
                script,
                axes(image, script)));
    Path page = write(jobs);

    String dom = chromium.dom(page, 1280);
    assertThat(dom).contains("<title>A batch</title>").doesNotContain("title>hacked");
    assertThat(dom)
        .contains("<bdi>&lt;img src=x onerror=document.title='hacked'&gt;.png</bdi>")
        .contains("<bdi>\"&gt;&lt;script&gt;document.title='hacked'&lt;</bdi>")
        .contains("2 of 2 shown");

    String injected =
        Files.readString(page)
            .replace("</main>", "<img src=x onerror=\"document.title='hacked'\"></main>")
            .replace("</body>", "<script>document.title='hacked'</script></body>");
    assertThat(chromium.dom(Files.writeString(folder.resolve("injected.html"), injected), 1280))
        .as("the policy keeps other scripts from running even if they get into the page")
        .contains("<title>A batch</title>");
  }

  @Test
  void aPhoneShowsThePageWithoutScrollingSideways() throws Exception {
    List<JobReport> jobs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String output = i + LONG;
      picture(folder.resolve(output), 400, 300, i);
      jobs.add(
          job(
              JobState.DONE,
              folder,
              photo,
              painting,
              output,
              axes("--size", "512", "--w", "" + i)));
    }
    jobs.add(
        job(JobState.FAILED, folder, folder.resolve(LONG), painting, "x".repeat(200), Map.of()));
    String dom =
        probed(
            write(jobs),
            390,
            """
            document.querySelectorAll('details').forEach(d => { d.open = true; });
            document.querySelectorAll('.card').forEach(c => { c.style.contentVisibility = 'visible'; });
            const root = document.documentElement;
            probe('width', innerWidth);
            probe('overflow', root.scrollWidth - root.clientWidth);
            probe('scroller', document.querySelector('.scroll').scrollWidth
                > document.querySelector('.scroll').clientWidth);
            """);
    assertThat(dom).contains("data-width=\"390\"", "data-overflow=\"0\"", "data-scroller=\"true\"");
  }

  @Test
  void theFilterShowsWhatIsAskedFor() throws Exception {
    List<JobReport> jobs =
        List.of(
            done(folder, photo, painting, "canal by night.png"),
            done(folder, photo, painting, "harbour.png"),
            job(JobState.FAILED, folder, photo, painting, "canal.png", Map.of()));
    String dom =
        probed(
            write(jobs),
            1280,
            """
            const find = document.getElementById('find');
            const type = text => {
              find.value = text;
              find.dispatchEvent(new Event('input', {bubbles: true}));
            };
            const shown = () => [...document.querySelectorAll('.card')]
                .filter(c => c.getClientRects().length > 0).map(c => c.id).join();
            type('NIGHT canal');
            probe('words', shown());
            type('check the path');
            probe('reason', shown());
            type('relu1_1');
            probe('nothing', shown() + '; ' + document.getElementById('shown').textContent);
            type('');
            document.querySelector('[value=done]').click();
            probe('state', shown());
            location.hash = '#job-2';
            setTimeout(() => probe('revealed', shown()), 100);
            """);
    assertThat(dom)
        .contains("data-words=\"job-1\"", "data-reason=\"job-3\"")
        .contains("data-nothing=\"; 0 of 3 shown\"", "data-state=\"job-3\"")
        .contains("data-revealed=\"job-1,job-2,job-3\"");
  }

  @Test
  void allPicturesAreShown() throws Exception {
    List<JobReport> jobs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      picture(folder.resolve(i + ".png"), 200, 100, i);
      jobs.add(job(JobState.DONE, folder, photo, painting, i + ".png", axes("--w", "" + i)));
    }
    assertThat(probed(write(jobs), 1280, LOOK_AT_PICTURES))
        .contains("data-loaded=\"6 of 6, 6 inputs\"");
  }

  @Test
  @Tag("slow")
  void twoThousandJobsStillMakeAPageThatOpens() throws Exception {
    List<JobReport> jobs = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      picture(folder.resolve(i + ".png"), 256 - i % 64, 192, i);
      jobs.add(
          job(
              JobState.DONE,
              folder,
              photo,
              painting,
              i + ".png",
              axes("--w", "" + i / 50, "--s", "" + i % 50)));
    }
    Path page = write(jobs);
    assertThat(Files.size(page)).isLessThan(30_000_000);
    assertThat(probed(page, 1280, LOOK_AT_PICTURES))
        .contains("data-loaded=\"4000 of 4000, 4000 inputs\"");
  }

  /** Counts what has pixels. */
  private static final String LOOK_AT_PICTURES =
      """
      const images = [...document.querySelectorAll('img')];
      document.querySelectorAll('.card').forEach(c => { c.style.contentVisibility = 'visible'; });
      probe('loaded', images.filter(i => i.naturalWidth > 0).length + ' of ' + images.length + ', '
          + [...document.querySelectorAll('.picture')].filter(e => e.clientHeight > 0
              && getComputedStyle(e).backgroundImage.startsWith('url("data:')).length + ' inputs');
      """;

  private Path write(List<JobReport> jobs) throws Exception {
    Path page = folder.resolve("index.html");
    BatchPage.write(page, batch(jobs));
    return page;
  }

  /**
   * Opens a copy of a page, without its policy, in which a script of the test looks around. It
   * stands in a frame, since a window of the browser cannot be as narrow as a phone.
   */
  private String probed(Path page, int width, String script) throws Exception {
    String probe =
        """
        <script>addEventListener('load', () => {
        const probe = (name, value) => parent.postMessage([name, value], '*');
        %s});</script></body>"""
            .formatted(script);
    String frame =
        """
        <body><script>addEventListener('message', event => {
        const [name, value] = event.data;
        document.body.dataset[name] = value; });</script>
        <iframe src="probed.html" style="border: 0; width: %dpx; height: 1500px"></iframe></body>
        """
            .formatted(width);
    String copy =
        Files.readString(page)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            // The page's load event waits for all pictures but these.
            .replace("loading=\"lazy\"", "")
            .replace("</body>", probe);
    Files.writeString(folder.resolve("probed.html"), copy);
    return chromium.dom(Files.writeString(folder.resolve("frame.html"), frame), 1400);
  }
}
