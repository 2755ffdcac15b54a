package impasto.cli;

import impasto.report.InputFile;
import impasto.report.Machine;
import impasto.report.Printable;
import impasto.report.Recipe;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import impasto.report.Settings;
import impasto.report.Shell;
import impasto.report.Topic;
import java.util.Locale;
import java.util.stream.Collectors;

/** A recipe or a record as text for people: headed groups of names and values. */
final class ShownSettings {
  private static final int COLUMN = 28;
  private static final int DIGITS = 16;

  private final StringBuilder text = new StringBuilder();

  private ShownSettings() {}

  /** A recipe. */
  static String of(Recipe recipe) {
    ShownSettings shown = new ShownSettings();
    shown.tell(recipe);
    return shown.text.toString();
  }

  /** A recipe and how its run went. */
  static String of(RunRecord record) {
    ShownSettings shown = new ShownSettings();
    shown.tell(record.recipe());
    shown.tell(record);
    return shown.text.toString();
  }

  private void tell(Recipe recipe) {
    line("Impasto", recipe.version());
    head("Pictures");
    file("photo", recipe.content());
    recipe.styles().forEach(style -> file("painting", style));
    recipe.start().ifPresent(start -> file("start", start));
    head("Network");
    line(
        "weights",
        recipe.weights().path()
            + recipe.weights().name().map(name -> " (" + name + ")").orElse(""));
    line("", "SHA-256 " + recipe.weights().sha256().substring(0, DIGITS) + "...");
    settings(recipe, Topic.NETWORK);
    group("Objective", recipe, Topic.OBJECTIVE);
    group("Scales", recipe, Topic.SCALES);
    group("Optimiser", recipe, Topic.OPTIMIZER);
    group("Output", recipe, Topic.OUTPUT);
    group("Engine", recipe, Topic.ENGINE);
  }

  private void tell(RunRecord record) {
    head("Machine");
    Machine machine = record.machine();
    line("system", machine.os() + ", " + machine.arch());
    line("processor", machine.processor() + ", " + machine.processors() + " for Java");
    if (machine.memoryMb() > 0) {
      line("memory", machine.memoryMb() + " MB");
    }
    line("Java", machine.java());
    line("engine", machine.engine() + ", on " + machine.device());
    head("Run");
    line("output", record.output());
    line("started", record.started().toString());
    line(
        "seconds",
        record.seconds().entrySet().stream()
            .map(phase -> phase.getKey() + " " + number("%.1f", phase.getValue()))
            .collect(Collectors.joining(", ")));
    record.peakMemoryMb().ifPresent(peak -> line("peak memory", number("%.0f MB", peak)));
    if (record.resumed() > 0) {
      line("resumed", record.resumed() + (record.resumed() == 1 ? " time" : " times"));
    }
    record.scales().forEach(this::scale);
    record.events().forEach(event -> line("event", event));
    line("command", Shell.line(record.commandLine()));
  }

  private void scale(ScaleRecord scale) {
    line(
        scale.width() + " x " + scale.height(),
        "loss "
            + number("%.5g", scale.loss())
            + ", "
            + scale.evaluations()
            + " evaluations, "
            + number("%.1f s", scale.seconds()));
  }

  private void group(String title, Recipe recipe, Topic topic) {
    head(title);
    settings(recipe, topic);
  }

  private void settings(Recipe recipe, Topic topic) {
    Settings.of(recipe).stream()
        .filter(setting -> setting.topic() == topic)
        .forEach(setting -> line(setting.name(), setting.value()));
  }

  private void file(String name, InputFile file) {
    line(name, file.path());
    line("", "SHA-256 " + file.sha256().substring(0, DIGITS) + "..., " + file.bytes() + " bytes");
  }

  private void head(String title) {
    text.append(System.lineSeparator()).append(title).append(System.lineSeparator());
  }

  private void line(String name, String value) {
    text.append(
        String.format(
            Locale.ROOT, "  %-" + COLUMN + "s %s%n", Printable.text(name), Printable.text(value)));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
