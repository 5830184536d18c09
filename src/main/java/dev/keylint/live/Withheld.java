package dev.keylint.live;

import dev.keylint.resource.ResourceType;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a GET leaves out although it is there: `null` or nothing in such a place means "not told",
/// never "none".
final class Withheld {
  private static final List<String> SITE_CONFIG = List.of("appSettings", "connectionStrings");

  private Withheld() {}

  /// The body with unknown values where Azure keeps silent.
  static Value.Obj mark(ResourceType type, Value.Obj body, LiveValues values) {
    if (!type.is("Microsoft.Web/sites") && !type.is("Microsoft.Web/sites/slots")) {
      return body;
    }
    Value.Obj properties = child(body, "properties", values, "/properties");
    Value.Obj config = child(properties, "siteConfig", values, "/properties/siteConfig");
    for (String name : SITE_CONFIG) {
      Optional<Value> told =
          config.properties().get(name).filter(it -> !(it instanceof Value.Null));
      if (told.isEmpty()) {
        String pointer = "/properties/siteConfig/" + name;
        config =
            with(
                config,
                new Property(
                    name,
                    values.at(pointer),
                    values.withheld("the " + name + " of the app", pointer)));
      }
    }
    Value.Obj told =
        with(properties, new Property("siteConfig", values.at("/properties/siteConfig"), config));
    return with(body, new Property("properties", values.at("/properties"), told));
  }

  private static Value.Obj child(Value.Obj of, String name, LiveValues values, String pointer) {
    return of.properties().get(name).orElse(new Value.Null(of.origin())) instanceof Value.Obj inner
        ? inner
        : new Value.Obj(Properties.EMPTY, dev.keylint.value.Origin.at(values.at(pointer)));
  }

  private static Value.Obj with(Value.Obj object, Property property) {
    List<Property> all = new ArrayList<>(object.properties().entries());
    all.add(property);
    return new Value.Obj(Properties.of(all), object.origin());
  }
}
