package dev.keylint.graph;

import dev.keylint.resource.ResourceId;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A user-assigned identity attached to a resource: its id, and what the resource's body says about
/// it.
record Attached(ResourceId id, Value body) {

  /// The entries of a `userAssignedIdentities` object, whose keys are ids; also of one with keys
  /// that are known in part only.
  static List<Attached> in(Value identities) {
    List<Attached> all = new ArrayList<>();
    collect(identities, all);
    return all;
  }

  private static void collect(Value value, List<Attached> all) {
    if (value instanceof Value.Obj(var properties, _)) {
      for (Property each : properties) {
        Value key = new Value.Str(each.name(), each.value().origin());
        all.add(new Attached(ResourceId.of(key), each.value()));
      }
    } else if (value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)) {
      switch (function.toLowerCase(Locale.ROOT)) {
        case "createobject" -> {
          for (int i = 0; i + 1 < arguments.size(); i += 2) {
            all.add(new Attached(ResourceId.of(arguments.get(i)), arguments.get(i + 1)));
          }
        }
        case "union", "shallowmerge", "createarray", "if", "coalesce" ->
            arguments.forEach(argument -> collect(argument, all));
        case "mapvalues" -> arguments.stream().limit(1).forEach(it -> collect(it, all));
        case "toobject" -> itemsAsKeys(arguments).forEach(all::add);
        case "json" ->
            arguments.stream()
                .flatMap(it -> WrittenKeys.of(it).stream())
                .map(key -> bare(ResourceId.of(key.value())))
                .forEach(all::add);
        default -> {}
      }
    } else if (value instanceof Value.Arr(var items, _)) {
      items.forEach(item -> collect(item, all));
    }
  }

  /// One of which the body says nothing.
  private static Attached bare(ResourceId id) {
    return new Attached(id, new Value.Obj(Properties.EMPTY, id.value().origin()));
  }

  /// `toObject(ids, id => id, …)`: the items are the keys; empty for any other function of them,
  /// and where not all items are known.
  private static List<Attached> itemsAsKeys(List<Value> arguments) {
    return arguments.size() > 1
            && arguments.getFirst() instanceof Value.Arr(var items, _)
            && isSame(arguments.get(1))
        ? items.stream().map(ResourceId::of).map(Attached::bare).toList()
        : List.of();
  }

  /// Whether a function gives back what it is given.
  private static boolean isSame(Value function) {
    return function instanceof Value.Unknown(Term.Lambda(var variables, var body), _, _)
        && body instanceof Value.Unknown(Term.Call(var read, var names), _, _)
        && read.equals(Term.LAMBDA_VARIABLES)
        && names.getFirst() instanceof Value.Str(var name, _)
        && variables.contains(name);
  }

  /// Whether there can be no entries but these.
  static boolean complete(Value identities) {
    return switch (identities) {
      case Value.Obj(var properties, _) -> !properties.isOpen();
      case Value.Null _ -> true;
      case Value.Unknown(Term.Call(var function, var arguments), _, _) ->
          switch (function.toLowerCase(Locale.ROOT)) {
            case "createobject" -> true;
            case "mapvalues" -> arguments.stream().limit(1).allMatch(Attached::complete);
            case "toobject" -> !itemsAsKeys(arguments).isEmpty();
            case "json" -> arguments.stream().allMatch(it -> !WrittenKeys.of(it).isEmpty());
            case "union", "coalesce" -> arguments.stream().allMatch(Attached::complete);
            case "if" -> arguments.stream().skip(1).allMatch(Attached::complete);
            default -> false;
          };
      case Value.Unknown _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _ ->
          false;
    };
  }
}
