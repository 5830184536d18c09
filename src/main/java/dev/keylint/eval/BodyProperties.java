package dev.keylint.eval;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// The member `properties` of a body, which Azure Resource Manager takes as an object only.
final class BodyProperties {
  private static final String NAME = "properties";

  private BodyProperties() {}

  /// The body; where they are no object, that is said, and nothing is known of them.
  static Value.Obj checked(Value.Obj body, Run run) {
    Optional<Property> written = body.properties().property(NAME);
    Optional<String> other = written.flatMap(it -> other(it.value()));
    if (other.isEmpty()) {
      return body;
    }
    Property property = written.orElseThrow();
    String message = "`properties` must be an object, this is " + other.orElseThrow();
    Value unknown =
        run.failed(message, "fail", List.of(Terms.text(message, property.at())), property.at());
    List<Property> members =
        body.properties().entries().stream()
            .map(it -> it.equals(property) ? it.with(unknown) : it)
            .toList();
    return new Value.Obj(Properties.of(members, body.properties().unread()), body.origin());
  }

  private static Optional<String> other(Value value) {
    return switch (value) {
      case Value.Arr _ -> Optional.of("a list");
      case Value.Str _ -> Optional.of("a text");
      case Value.Bool _ -> Optional.of("true or false");
      case Value.Int _, Value.Decimal _ -> Optional.of("a number");
      case Value.Obj _, Value.Null _, Value.Unknown _ -> Optional.empty();
    };
  }
}
