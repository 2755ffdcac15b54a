package impasto.samples;

import java.util.List;

/** The sample pictures: which scene, how large, with which seed. */
public final class Gallery {
  /**
   * One sample picture.
   *
   * @param folder {@code content} or {@code style}
   * @param name the name of its file, without the ending
   */
  public record Sample(String folder, String name, Scene scene, int width, int height, long seed) {}

  public static final List<Sample> SAMPLES =
      List.of(
          new Sample("content", "canal", new Canal(), 512, 384, 1),
          new Sample("content", "dusk-bridge", new DuskBridge(), 512, 384, 1),
          new Sample("content", "mountain-lake", new MountainLake(), 512, 384, 1),
          new Sample("content", "still-life", new StillLife(), 512, 384, 2),
          new Sample("style", "night-swirls", new NightSwirls(), 512, 384, 3),
          new Sample("style", "sun-mosaic", new SunMosaic(), 512, 384, 1),
          new Sample("style", "shell-engraving", new ShellEngraving(), 512, 384, 3),
          new Sample("style", "great-waves", new GreatWaves(), 512, 384, 1),
          new Sample("style", "canal-dots", new Pointillist(new Canal()), 512, 384, 4));

  private Gallery() {}
}
