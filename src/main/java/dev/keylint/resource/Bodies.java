package dev.keylint.resource;

import dev.keylint.value.OpenMerge;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds members of bodies.
public final class Bodies {
  private Bodies() {}

  /// The member at the end of a path; where a member on the way is unknown, that one.
  public static Optional<Property> at(Resource resource, String... path) {
    return at(resource.body(), path);
  }

  /// The member at the end of a path; where a member on the way is unknown, that one. A null on the
  /// way, or at the end, counts as absent.
  public static Optional<Property> at(Value root, String... path) {
    Value value = root;
    Optional<Property> found = Optional.empty();
    for (String name : path) {
      if (!(opened(value) instanceof Value.Obj(var properties, _))) {
        return found.filter(it -> it.value() instanceof Value.Unknown);
      }
      found = properties.property(name);
      if (found.isEmpty()) {
        return found;
      }
      value = found.orElseThrow().value();
    }
    return found.filter(it -> !(it.value() instanceof Value.Null));
  }

  /// An object that is put together of others, as far as it is certain.
  private static Value opened(Value value) {
    return value instanceof Value.Unknown unknown
        ? OpenMerge.of(unknown).<Value>map(it -> it).orElse(value)
        : value;
  }

  /// The text of a member; empty when it is absent, unknown or no text.
  public static Optional<String> text(Value root, String... path) {
    return at(root, path).flatMap(it -> text(it.value()));
  }

  /// The characters of a known text.
  public static Optional<String> text(Value value) {
    return value instanceof Value.Str(var text, _) ? Optional.of(text) : Optional.empty();
  }

  /// The items of an array that are known, also of one joined of several of which not all are.
  public static List<Value> items(Value array) {
    List<Value> items = new ArrayList<>();
    collect(array, items);
    return items;
  }

  private static void collect(Value array, List<Value> items) {
    if (array instanceof Value.Arr(var known, _)) {
      items.addAll(known);
    }
    joined(array).forEach(each -> collect(each, items));
  }

  /// The members of an object that are known, also of a union of several of which not all are.
  public static List<Property> members(Value object) {
    List<Property> members = new ArrayList<>();
    if (object instanceof Value.Obj(var properties, _)) {
      members.addAll(properties.entries());
    }
    joined(object).forEach(each -> members.addAll(members(each)));
    return members;
  }

  /// The arrays or objects that a call joins to one; empty for any other value. `flatten` and
  /// `shallowMerge` are given a list of them.
  public static List<Value> joined(Value value) {
    if (!(value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _))) {
      return List.of();
    }
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "concat", "union" -> arguments;
      case "flatten", "shallowmerge" ->
          arguments.stream()
              .flatMap(it -> it instanceof Value.Arr(var list, _) ? list.stream() : Stream.of(it))
              .toList();
      default -> List.of();
    };
  }
}
