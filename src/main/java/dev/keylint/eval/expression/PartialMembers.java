package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Properties;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Members of objects and arrays of which a part is known.
final class PartialMembers {
  private PartialMembers() {}

  /// A member that must be there; empty when it takes what is not known.
  static Optional<Value> find(Value.Unknown base, Value key, Location at, Run run) {
    if (!(base.term() instanceof Term.Call)) {
      return Optional.empty();
    }
    Optional<String> place = run.place(key);
    if (place.isPresent()) {
      return ofTurn(base, place.orElseThrow(), at, run);
    }
    return switch (key) {
      case Value.Int(long index, _) ->
          PartialArray.of(base, run).flatMap(array -> array.at(index, at, run));
      case Value.Str(String name, _) ->
          merged(base)
              ? PartialObject.of(base, run)
                  .flatMap(object -> object.member(name).map(PartialObject.Member::value))
                  .or(() -> last(base, name))
              : Optional.empty();
      case Value _ -> Optional.empty();
    };
  }

  /// A member that is null where it is not there; empty when it takes what is not known.
  static Optional<Value> findOrNull(Value.Unknown base, Value key, Location at, Run run) {
    if (key instanceof Value.Unknown unknown && merged(base)) {
      return PartialObject.of(base, run)
          .filter(object -> PartialKeys.lacks(object.members().keySet(), unknown, run))
          .map(_ -> Terms.nothing(at));
    }
    if (!(key instanceof Value.Str(String name, _)) || !merged(base)) {
      return Optional.empty();
    }
    return PartialObject.of(base, run)
        .map(object ->
            object.member(name).map(PartialObject::orNull).orElseGet(() -> Terms.nothing(at)))
        .or(() -> last(base, name));
  }

  /// Whether several objects are put together; a mere choice stays as it is written.
  private static boolean merged(Value.Unknown base) {
    return base.term() instanceof Term.Call(String function, _)
        && (function.equals("union") || function.equals("shallowMerge"));
  }

  /// What an array holds in a turn of a loop over an array of the same places.
  private static Optional<Value> ofTurn(Value.Unknown base, String place, Location at, Run run) {
    Map<String, Value> items = run.itemsByPlace(base.term(), () -> items(base, at, run));
    return Optional.ofNullable(items.get(place));
  }

  private static Map<String, Value> items(Value.Unknown base, Location at, Run run) {
    Map<String, Value> items = new HashMap<>();
    PartialArray.of(base, run).stream()
        .flatMap(array -> array.spots(at).stream())
        .forEach(spot ->
            items.putIfAbsent(
                spot.key(), spot.openCount().isEmpty() ? spot.value() : some(spot.value(), at)));
    return items;
  }

  /// Any item of a part of which nothing is known.
  private static Value some(Value array, Location at) {
    Value index = Terms.call("copyIndex", List.of(), at);
    return Accesses.access(array, index, at);
  }

  /// What the last of several objects sets, whatever is before it; objects within are merged.
  private static Optional<Value> last(Value.Unknown base, String name) {
    List<Value> objects =
        base.term() instanceof Term.Call(_, List<Value> arguments) && !arguments.isEmpty()
            ? arguments.getFirst() instanceof Value.Arr(List<Value> parts, _) ? parts : arguments
            : List.of();
    return !objects.isEmpty() && objects.getLast() instanceof Value.Obj(Properties properties, _)
        ? properties.get(name).filter(value -> !(value instanceof Value.Obj))
        : Optional.empty();
  }
}
