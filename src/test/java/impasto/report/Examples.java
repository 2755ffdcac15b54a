package impasto.report;

import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import impasto.config.InputConvention;
import impasto.config.OptimizerConfig;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.TransferConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recipes and records to write and read. */
public final class Examples {
  static final InputFile PHOTO = new InputFile("/home/ada/my photos/canal.png", hash('a'), 1234);
  static final InputFile PAINTING = new InputFile("/home/ada/night.png", hash('b'), 1L << 40);
  static final InputFile START = new InputFile("/home/ada/start.png", hash('c'), 0);
  static final Weights WEIGHTS =
      new Weights(
          "/srv/vgg19.pth",
          Optional.of("vgg19"),
          hash('d'),
          InputConvention.CAFFE,
          Optional.of(hash('e')));

  private Examples() {}

  static String hash(char digit) {
    return String.valueOf(digit).repeat(64);
  }

  public static Recipe recipe() {
    return recipe(Preset.IMPASTO.config());
  }

  public static Recipe recipe(TransferConfig transfer) {
    return new Recipe(
        "0.1.0",
        PHOTO,
        List.of(PAINTING),
        transfer.start() instanceof Start.FromFile ? Optional.of(START) : Optional.empty(),
        WEIGHTS,
        transfer,
        new EngineConfig(new DeviceChoice(DeviceChoice.Kind.CUDA, 3), 8),
        new OutputSettings(Optional.of(16), 95, false, 1L << 28));
  }

  static TransferConfig with(OptimizerConfig optimizer, Start start, long seed) {
    TransferConfig base = Preset.IMPASTO.config();
    return new TransferConfig(
        base.objective(),
        base.network(),
        base.ladder(),
        optimizer,
        start,
        List.of(),
        base.originalColors(),
        base.styleScale(),
        seed,
        base.stopping(),
        base.coarse());
  }

  static TransferConfig startingFrom(String file) {
    return with(Preset.IMPASTO.config().optimizer(), new Start.FromFile(Path.of(file)), 7);
  }

  public static RunRecord run(Recipe recipe) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("read", 0.25);
    seconds.put("paint", 119.5);
    seconds.put("total", 121.0);
    return new RunRecord(
        recipe,
        "/home/ada/painted.png",
        Optional.empty(),
        List.of("stylize", "it's a photo.jpg", "\u6d6e\u4e16\u7d75.png", "-s", "64"),
        Instant.parse("2026-01-31T12:00:00.123456Z"),
        new Machine("Linux 6.1", "amd64", "EPYC", 2, 7950, "17.0.15", "PyTorch 2.7.1", "cpu", true),
        seconds,
        List.of(
            new ScaleRecord(64, 48, 200, 2.5, Map.of("content.relu4_2", 1.5, "tv", 1.0), 40),
            new ScaleRecord(91, 68, 1, Double.NaN, Map.of(), 1.25)),
        Optional.of(778.25),
        1,
        List.of("the loss was NaN at evaluation 7; float32 from there on"),
        Optional.of(List.of(new CoursePoint(1, 1234.5), new CoursePoint(201, 2.5))));
  }
}
