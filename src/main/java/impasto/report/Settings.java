package impasto.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A recipe as a list of settings. They are made from its JSON, so that a setting that is new in the
 * records is told of here without further ado.
 */
public final class Settings {
  private static final Map<String, String> WORDS =
      Map.of(
          "--size 0", "original",
          "--scales 0", "in steps of the root of 2",
          "--scales -1", "in steps of 2",
          "--style-blend ", "equal",
          "--init file", "a picture",
          "--time-limit 0", "none");

  private Settings() {}

  /** All settings but the files, topic by topic. */
  public static List<Setting> of(Recipe recipe) {
    JsonObject tree = RecordJson.tree(recipe);
    List<Setting> settings = new ArrayList<>();
    JsonObject weights = new JsonObject();
    weights.add("input", tree.getAsJsonObject("weights").get("input"));
    collect("weights", weights, settings);
    for (String part : List.of("transfer", "engine", "output")) {
      collect(part, tree.get(part), settings);
    }
    // What can be given comes first; the sort keeps the order otherwise.
    settings.sort(
        Comparator.comparing(Setting::topic).thenComparing(setting -> setting.isOption() ? 0 : 1));
    return List.copyOf(settings);
  }

  private static void collect(String path, JsonElement element, List<Setting> settings) {
    if (element instanceof JsonObject object) {
      object.asMap().forEach((key, value) -> collect(path + "." + key, value, settings));
    } else if (!path.equals("transfer.start.file")) {
      String name = SettingNames.of(path);
      String value = text(element);
      settings.add(
          new Setting(
              SettingNames.topicOf(path), name, WORDS.getOrDefault(name + " " + value, value)));
    }
  }

  /** A value as an option takes it. */
  private static String text(JsonElement value) {
    if (value instanceof JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .map(Settings::text)
          .collect(Collectors.joining(","));
    }
    if (value instanceof JsonObject object) {
      String weight = object.has("weight") ? text(object.get("weight")) : "1";
      String layer = object.has("layer") ? object.get("layer").getAsString() : object.toString();
      return weight.equals("1") ? layer : layer + ":" + weight;
    }
    String text = value.getAsString();
    boolean whole = value.getAsJsonPrimitive().isNumber() && text.matches("-?[0-9]+\\.0");
    return whole ? text.substring(0, text.length() - 2) : text;
  }
}
