package impasto.report;

import impasto.config.TransferConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells two recipes apart. Files are the same if their bytes are, whatever they are called. */
public final class Differences {
  private static final int DIGITS = 12;

  private Differences() {}

  /**
   * What differs, most important first; empty if both paint the same picture into the same file.
   *
   * @param then the recipe of old
   * @param now the recipe to come
   */
  public static List<Difference> between(Recipe then, Recipe now) {
    List<Difference> differences = new ArrayList<>();
    if (!then.version().equals(now.version())) {
      differences.add(
          new Difference(
              Topic.VERSION,
              "Impasto was version %s and is %s"
                  .formatted(Printable.text(then.version()), now.version())));
    }
    file(differences, "the photo", then.content(), now.content());
    if (then.styles().size() == now.styles().size()) {
      for (int i = 0; i < now.styles().size(); i++) {
        String which = now.styles().size() == 1 ? "the painting" : "painting " + (i + 1);
        file(differences, which, then.styles().get(i), now.styles().get(i));
      }
    } else {
      differences.add(
          new Difference(
              Topic.PICTURES,
              "there were %d paintings and are %d"
                  .formatted(then.styles().size(), now.styles().size())));
    }
    if (then.start().isPresent() && now.start().isPresent()) {
      file(differences, "the picture to start from", then.start().get(), now.start().get());
    }
    other(
        Topic.NETWORK,
        "the weights file",
        then.weights().path(),
        then.weights().sha256(),
        now.weights().path(),
        now.weights().sha256(),
        differences);
    coarse(differences, then.weights().coarse(), now.weights().coarse());
    settings(differences, then, now);
    return List.copyOf(differences);
  }

  /**
   * What differs of all that changes the picture. That is everything but the version of Impasto,
   * the engine's device and threads, whether settings are written into the file and the limit of
   * pixels; the quality of a JPEG counts for a JPEG only.
   *
   * @param then the recipe of old
   * @param now the recipe to come
   * @param jpeg whether the picture is a JPEG
   * @param anyPrecision whether the arithmetic inside the network is left to the machine
   */
  public static List<Difference> ofThePicture(
      Recipe then, Recipe now, boolean jpeg, boolean anyPrecision) {
    OutputSettings written = now.output();
    OutputSettings output =
        new OutputSettings(
            written.bitDepth(),
            jpeg ? written.jpegQuality() : then.output().jpegQuality(),
            then.output().strip(),
            then.output().maxPixels());
    TransferConfig transfer =
        anyPrecision
            ? now.transfer().withPrecision(then.transfer().network().precision())
            : now.transfer();
    return between(
        then,
        new Recipe(
            then.version(),
            now.content(),
            now.styles(),
            now.start(),
            now.weights(),
            transfer,
            then.engine(),
            output));
  }

  /** Whether there is one at all is a setting, and told as such. */
  private static void coarse(
      List<Difference> differences, Optional<String> then, Optional<String> now) {
    if (then.isPresent() && now.isPresent() && !then.equals(now)) {
      differences.add(
          new Difference(
              Topic.NETWORK,
              "the built-in network is another one (SHA-256 %s... instead of %s...)"
                  .formatted(now.get().substring(0, DIGITS), then.get().substring(0, DIGITS))));
    }
  }

  private static void file(
      List<Difference> differences, String what, InputFile then, InputFile now) {
    other(Topic.PICTURES, what, then.path(), then.sha256(), now.path(), now.sha256(), differences);
  }

  private static void other(
      Topic topic,
      String what,
      String oldPath,
      String oldHash,
      String newPath,
      String newHash,
      List<Difference> differences) {
    if (!oldHash.equals(newHash)) {
      differences.add(
          new Difference(
              topic,
              "%s is another file: it was %s (SHA-256 %s...) and is %s (SHA-256 %s...)"
                  .formatted(
                      what,
                      Printable.text(InputFile.nameOf(oldPath)),
                      oldHash.substring(0, DIGITS),
                      Printable.text(InputFile.nameOf(newPath)),
                      newHash.substring(0, DIGITS))));
    }
  }

  private static void settings(List<Difference> differences, Recipe then, Recipe now) {
    Map<String, Setting> before = byName(then);
    Map<String, Setting> after = byName(now);
    // Each optimiser has settings of its own: that it is another one says enough.
    boolean otherOptimizer =
        then.transfer().optimizer().getClass() != now.transfer().optimizer().getClass();
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    for (String name : names) {
      String old = before.containsKey(name) ? before.get(name).value() : "not set";
      String value = after.containsKey(name) ? after.get(name).value() : "not set";
      Topic topic = (after.containsKey(name) ? after : before).get(name).topic();
      boolean ofItsOwn = otherOptimizer && topic == Topic.OPTIMIZER && !inBoth(name, before, after);
      if (!old.equals(value) && !ofItsOwn) {
        differences.add(
            new Difference(
                topic, "%s was %s and is %s".formatted(name, Printable.text(old), value)));
      }
    }
  }

  private static boolean inBoth(
      String name, Map<String, Setting> before, Map<String, Setting> after) {
    return before.containsKey(name) && after.containsKey(name);
  }

  private static Map<String, Setting> byName(Recipe recipe) {
    return Settings.of(recipe).stream()
        .collect(
            Collectors.toMap(Setting::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
