package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Why settings may be more than what can be read of them.
final class Unread {
  private Unread() {}

  /// The first part that is not known; empty when all of it is.
  static Optional<Value.Unknown> in(Value settings) {
    return switch (settings) {
      case Value.Obj(var properties, _) -> properties.unread();
      case Value.Arr(var items, _) -> first(items);
      case Value.Unknown(Term.Call(var function, _), _, _) when function.equalsIgnoreCase("if") ->
          branches(settings);
      case Value.Unknown(Term.Call(var function, var choices), _, _)
          when function.equalsIgnoreCase("coalesce") ->
          parts(choices);
      case Value.Unknown unknown -> {
        List<Value> joined = Bodies.joined(unknown);
        yield joined.isEmpty() ? Optional.of(unknown) : parts(joined);
      }
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ ->
          Optional.empty();
    };
  }

  private static Optional<Value.Unknown> parts(List<Value> parts) {
    return parts.stream().map(Unread::in).flatMap(Optional::stream).findFirst();
  }

  /// What a condition picks is not known, unless no choice says anything of a call.
  private static Optional<Value.Unknown> branches(Value condition) {
    return Alternatives.of(condition).stream().anyMatch(Unread::mayMatter)
        ? Optional.of(Doubt.because(condition))
        : Optional.empty();
  }

  private static boolean mayMatter(Value settings) {
    return in(settings).isPresent()
        || WrittenSettings.of(settings).stream().anyMatch(Setting::mayMatter);
  }

  private static Optional<Value.Unknown> first(List<Value> items) {
    return items.stream()
        .map(item -> item instanceof Value.Unknown unknown ? Optional.of(unknown) : name(item))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// A setting of which not even the name is known may be any.
  private static Optional<Value.Unknown> name(Value item) {
    return Bodies.at(item, "name")
        .map(Property::value)
        .filter(Value.Unknown.class::isInstance)
        .map(Doubt::because);
  }
}
