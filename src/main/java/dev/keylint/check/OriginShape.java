package dev.keylint.check;

import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
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
    Location at = property.map(Property::at).orElse(resource.declaredAt());
    Optional<Origin> way =
        property.flatMap(it -> byDefault(it.value().origin(), arguments.text(1)));
    return way.map(it -> tell.answer("defaultsTo", Answer.of(true), at, it))
        .orElseGet(() -> tell.answer("defaultsTo", Answer.of(false), at));
  }

  /// The way by which a value comes when nothing is given for a parameter that has this default,
  /// whatever is given here.
  private static Optional<Origin> byDefault(Origin origin, String literal) {
    List<Origin.Step> way = new ArrayList<>();
    for (Origin.Step step : origin.way()) {
      Optional<Origin.Default> found = step.byDefault().filter(it -> it.literal().equals(literal));
      if (found.isPresent()) {
        Location at = found.orElseThrow().at();
        way.add(new Origin.Step(Origin.Kind.PARAMETER_DEFAULT, step.name(), at, step.byDefault()));
        List<Origin.Step> deciding =
            origin.deciding().stream().filter(it -> it.variable().isEmpty()).toList();
        return Optional.of(new Origin(at, way, origin.hiding(), deciding));
      }
      // What is given here does not count.
      if (step.variable().isEmpty()) {
        way.add(step);
      }
    }
    return Optional.empty();
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
