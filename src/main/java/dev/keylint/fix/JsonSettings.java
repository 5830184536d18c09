package dev.keylint.fix;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.List;

/// Settings of an application in an ARM template: items of an array with a name and a value, or
/// members of an object.
record JsonSettings(JsonTree tree, String text) {

  /// The whole setting when a place is the name or value of an item, else the place.
  Span whole(Span place) {
    return tree.at(place)
        .filter(it -> it.member().isPresent())
        .flatMap(Found::around)
        .filter(JsonSettings::isSetting)
        .flatMap(it -> tree.at(it.span()))
        .filter(it -> it.around().filter(JsonArray.class::isInstance).isPresent())
        .map(Found::span)
        .orElse(place);
  }

  private static boolean isSetting(JsonValue value) {
    return value instanceof JsonObject object
        && object.member("name").isPresent()
        && (object.member("value").isPresent() || object.member("secretRef").isPresent());
  }

  Attempt add(Editing editing, Span beside, String name, String code) {
    Span item = whole(beside);
    if (!item.equals(beside)) {
      return Attempt.of(behind(item, name, code));
    }
    return tree.at(beside)
        .filter(it -> it.member().isPresent())
        .flatMap(Found::around)
        .map(it -> Placeholder.add(editing, it.span(), List.of(name), code))
        .orElseGet(() -> Attempt.refused("the settings are computed"));
  }

  private Splice behind(Span item, String name, String code) {
    Layout layout = Layout.of(text);
    String indent = layout.indent(item.start());
    String first = "\"name\": " + Written.JSON.text(name);
    String second = "\"value\": " + Written.JSON.text(code);
    String deeper = layout.lineEnd() + indent + layout.unit();
    boolean spread = layout.hasLineEnd(item.start(), item.end());
    String setting =
        spread
            ? "{" + deeper + first + "," + deeper + second + layout.lineEnd() + indent + "}"
            : "{" + first + ", " + second + "}";
    String before = layout.isFirst(item.start()) ? "," + layout.lineEnd() + indent : ", ";
    return Splice.insert(item.end(), before + setting);
  }
}
