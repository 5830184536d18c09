package dev.keylint.graph;

import dev.keylint.resource.ResourceId;
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
        default -> {}
      }
    } else if (value instanceof Value.Arr(var items, _)) {
      items.forEach(item -> collect(item, all));
    }
  }

  /// Whether there can be no entries but these.
  static boolean complete(Value identities) {
    return switch (identities) {
      case Value.Obj(var properties, _) -> !properties.isOpen();
      case Value.Null _ -> true;
      case Value.Unknown(Term.Call(var function, var arguments), _, _) ->
          switch (function.toLowerCase(Locale.ROOT)) {
            case "createobject" -> true;
            case "union", "coalesce" -> arguments.stream().allMatch(Attached::complete);
            case "if" -> arguments.stream().skip(1).allMatch(Attached::complete);
            default -> false;
          };
      case Value.Unknown _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _ ->
          false;
    };
  }
}
