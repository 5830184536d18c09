package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings as they are written: a list of items with a name and a value, or an object.
final class WrittenSettings {
  private WrittenSettings() {}

  /// All that is known of them.
  static List<Setting> of(Value value) {
    List<Setting> settings = new ArrayList<>(object(value));
    settings.addAll(list(value));
    return settings;
  }

  /// The environment variables by which there are these and no others: they chose them, or left one
  /// without a value.
  static List<Origin.Step> byVariables(Value value) {
    Stream<Value> nulls =
        Stream.concat(Stream.of(value), Bodies.items(value).stream())
            .flatMap(it -> Values.parts(it).stream())
            .filter(Value.Null.class::isInstance);
    return Stream.concat(Stream.of(value), nulls)
        .flatMap(it -> it.origin().variables().stream())
        .toList();
  }

  private static List<Setting> object(Value value) {
    return Bodies.members(value).stream()
        .map(property -> new Setting(property.name(), property.hiding(), property, false))
        .toList();
  }

  private static List<Setting> list(Value value) {
    List<Setting> settings = new ArrayList<>();
    for (Value item : Bodies.items(value)) {
      setting(item).ifPresent(settings::add);
    }
    return settings;
  }

  private static Optional<Setting> setting(Value item) {
    Optional<String> name = Bodies.text(item, "name");
    Hiding hiding =
        Bodies.at(item, "name").map(it -> it.value().origin().hiding()).orElse(Hiding.NONE);
    for (String member : List.of("value", "secretRef", "secureValue")) {
      Optional<Property> value = Bodies.at(item, member);
      if (name.isPresent() && value.isPresent()) {
        boolean secret = !member.toLowerCase(Locale.ROOT).equals("value");
        return Optional.of(
            new Setting(name.orElseThrow(), hiding, value.orElseThrow().in(item), secret));
      }
    }
    return Optional.empty();
  }
}
