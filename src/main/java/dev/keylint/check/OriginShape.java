package dev.keylint.check;

import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What rules about resources may ask of the way by which a property got its value.
final class OriginShape {
  private static final Pattern DOT = Pattern.compile("\\.");

  static final Shape<Resource> SHAPE =
      new Shape<>(
          "origin",
          List.of(),
          List.of(
              new Shape.Question<>(
                  "defaultsTo",
                  List.of(FieldType.STRING, FieldType.STRING),
                  "whether a property (its path, such as 'properties.x') comes from a parameter"
                      + " whose default is this: 'true', 'false' or 'null', whatever is given here",
                  (resource, arguments, tell) -> defaultsTo(resource, arguments, tell))));

  private OriginShape() {}

  private static Result defaultsTo(Resource resource, Arguments arguments, Telling tell) {
    Optional<Property> property = property(resource, DOT.split(arguments.text(0)));
    Optional<Origin.Step> step =
        property.stream()
            .flatMap(it -> it.value().origin().way().stream())
            .filter(it -> it.byDefault().equals(Optional.of(arguments.text(1))))
            .findFirst();
    Location at = property.map(Property::at).orElse(resource.declaredAt());
    return tell.answer("defaultsTo", Answer.of(step.isPresent()), at);
  }

  /// The property at the end of a path, also a null, which has an origin, too.
  private static Optional<Property> property(Resource resource, String... path) {
    Value whole = resource.body();
    Optional<Property> found = Optional.empty();
    for (String name : path) {
      if (!(whole instanceof Value.Obj(var properties, _))) {
        return found;
      }
      found = properties.property(name);
      if (found.isEmpty()) {
        return found;
      }
      whole = found.orElseThrow().value();
    }
    return found;
  }
}
