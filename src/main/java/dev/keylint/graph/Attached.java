package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A user-assigned identity attached to a resource: its id, and what the resource's body says about
/// it.
record Attached(ResourceId id, Value body) {

  private static final Pattern JSON_KEY = Pattern.compile("[\"']([^\"']+)[\"']\\s*:");
  private static final Pattern JSON =
      Pattern.compile(
          "\\s*+\\{\\s*+(?:[\"'][^\"']++[\"']\\s*+:\\s*+\\{\\s*+}\\s*+,?+\\s*+)++}\\s*+");

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
        case "toobject" ->
            keys(arguments).forEach(key -> all.add(new Attached(ResourceId.of(key), key)));
        case "json" -> arguments.forEach(text -> all.addAll(inJson(text)));
        case "union", "shallowmerge", "if", "coalesce" ->
            arguments.forEach(argument -> collect(argument, all));
        default -> {}
      }
    } else if (value instanceof Value.Arr(var items, _)) {
      items.forEach(item -> collect(item, all));
    }
  }

  /// The items of an array that is made an object of with each item as a key.
  private static Stream<Value> keys(List<Value> arguments) {
    boolean itself =
        arguments.size() > 1
            && arguments.get(1) instanceof Value.Unknown(Term.Lambda(var names, var body), _, _)
            && names.size() == 1
            && body instanceof Value.Unknown(Term.Call(var function, var read), _, _)
            && function.equals(Term.LAMBDA_VARIABLES)
            && read.size() == 1
            && Bodies.text(read.getFirst()).equals(Optional.of(names.getFirst()));
    return itself ? Bodies.items(arguments.getFirst()).stream() : Stream.empty();
  }

  private static boolean isRead(Value array) {
    if (array instanceof Value.Arr(var items, _)) {
      return items.stream().noneMatch(it -> it instanceof Value.Unknown(Term.Call _, _, _));
    }
    return array instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
        && function.equalsIgnoreCase("concat")
        && arguments.stream().allMatch(Attached::isRead);
  }

  /// The keys of an object that is written as JSON around ids that only Azure knows:
  /// `json('{"${identity.id}": {}}')`; empty when the text is anything else.
  private static List<Attached> inJson(Value json) {
    List<Attached> all = new ArrayList<>();
    PartialText.of(json)
        .filter(text -> JSON.matcher(text.chars()).matches())
        .ifPresent(text -> {
          Matcher key = JSON_KEY.matcher(text.chars());
          while (key.find()) {
            Value id = text.slice(key.start(1), key.end(1)).value();
            all.add(new Attached(ResourceId.of(id), id));
          }
        });
    return all;
  }

  /// Whether there can be no entries but these.
  static boolean complete(Value identities) {
    return switch (identities) {
      case Value.Obj(var properties, _) -> !properties.isOpen();
      case Value.Null _ -> true;
      case Value.Unknown(Term.Call(var function, var arguments), _, _) ->
          switch (function.toLowerCase(Locale.ROOT)) {
            case "createobject" -> true;
            case "toobject" ->
                keys(arguments).findAny().isPresent() && isRead(arguments.getFirst());
            case "json" -> arguments.stream().allMatch(text -> !inJson(text).isEmpty());
            case "union", "coalesce" -> arguments.stream().allMatch(Attached::complete);
            case "if" -> arguments.stream().skip(1).allMatch(Attached::complete);
            default -> false;
          };
      case Value.Unknown _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _ ->
          false;
    };
  }
}
