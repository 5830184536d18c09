package dev.keylint.fix;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Settings of an application in an ARM template: items of an array with a name and a value, or
/// members of an object.
record JsonSettings(JsonTree tree, String text) {

  /// The whole setting when a place is the name or value of one, else the place.
  Span whole(Span place) {
    Optional<Found> object =
        tree.at(place)
            .filter(it -> it.member().isPresent())
            .flatMap(Found::around)
            .flatMap(it -> tree.at(it.span()));
    boolean item =
        object.filter(it -> isSetting(it.value())).isPresent()
            && object.flatMap(Found::around).filter(JsonArray.class::isInstance).isPresent();
    boolean member =
        object.filter(it -> isValueAlone(it.value())).isPresent()
            && object
                .flatMap(Found::member)
                .filter(it -> !it.key().equalsIgnoreCase("properties"))
                .isPresent();
    return item || member ? object.orElseThrow().span() : place;
  }

  private static boolean isSetting(JsonValue value) {
    return value instanceof JsonObject object
        && object.member("name").isPresent()
        && object.members().stream().anyMatch(it -> isNamed(it, BicepSettings.VALUES));
  }

  /// Whether an object is there for its value only.
  private static boolean isValueAlone(JsonValue value) {
    return value instanceof JsonObject object
        && object.member("value").isPresent()
        && object.members().stream()
            .allMatch(it -> isNamed(it, Set.of("value")) || isNamed(it, BicepSettings.BESIDE));
  }

  private static boolean isNamed(JsonMember member, Set<String> names) {
    return names.contains(member.key().toLowerCase(Locale.ROOT));
  }

  /// What refers to a secret of a container app by its name, if an item is one.
  SecretUses uses(Span item) {
    Optional<JsonObject> secret =
        tree.at(item)
            .filter(it -> it.member().isEmpty())
            .map(Found::value)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
    boolean listed =
        tree.at(item)
            .flatMap(Found::around)
            .flatMap(it -> tree.at(it.span()))
            .flatMap(Found::member)
            .filter(it -> it.key().equalsIgnoreCase("secrets"))
            .isPresent();
    Optional<String> name = secret.flatMap(it -> it.text("name"));
    if (!listed || name.isEmpty()) {
      return new SecretUses.Items(List.of());
    }
    List<Span> all = new ArrayList<>();
    tree.root().ifPresent(it -> references(it, name.orElseThrow(), all));
    List<Span> items = all.stream().map(this::whole).toList();
    return items.stream()
        .filter(all::contains)
        .findFirst()
        .<SecretUses>map(it -> new SecretUses.Others(name.orElseThrow(), it))
        .orElseGet(() -> new SecretUses.Items(items));
  }

  private static void references(JsonValue value, String name, List<Span> found) {
    for (Found it : JsonTree.parts(value)) {
      boolean refers =
          it.member()
                  .filter(each -> each.key().toLowerCase(Locale.ROOT).endsWith("secretref"))
                  .isPresent()
              && it.value() instanceof JsonString(String text, _)
              && text.equals(name);
      if (refers) {
        found.add(it.span());
      }
      references(it.value(), name, found);
    }
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
