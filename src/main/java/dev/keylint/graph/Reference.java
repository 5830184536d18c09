package dev.keylint.graph;

import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A property of a resource that only Azure knows, as `account.properties.endpoint` or
/// `site.identity.principalId`.
///
/// @param path the member names; an item that is no text by its symbol
record Reference(IdPath resource, List<Value> path) {
  private static final Set<String> CHOICES = Set.of("if", "coalesce");

  Reference {
    path = List.copyOf(path);
  }

  /// What a value may turn out to be: itself, or the branches of its conditions. Null and the empty
  /// text are left out, as templates write them for "not wanted".
  static List<Value> choices(Value value) {
    List<Value> choices = new ArrayList<>();
    collect(value, choices);
    return choices;
  }

  private static void collect(Value value, List<Value> choices) {
    if (value instanceof Value.Null
        || (value instanceof Value.Str(var text, _) && text.isEmpty())) {
      return;
    }
    if (value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
        && CHOICES.contains(function.toLowerCase(Locale.ROOT))) {
      boolean conditional = function.equalsIgnoreCase("if");
      arguments.stream().skip(conditional ? 1 : 0).forEach(each -> collect(each, choices));
      return;
    }
    choices.add(value);
  }

  /// The references that a value may turn out to be; empty unless all of its choices are some.
  static List<Reference> all(Value value) {
    List<Reference> all = new ArrayList<>();
    for (Value choice : choices(value)) {
      List<Reference> found = read(choice, List.of());
      if (found.isEmpty()) {
        return List.of();
      }
      all.addAll(found);
    }
    return all;
  }

  private static List<Reference> read(Value value, List<Value> below) {
    if (!(value instanceof Value.Unknown unknown)) {
      return List.of();
    }
    return switch (unknown.term()) {
      case Term.Access(var base, var path) -> readAll(base, join(path, below));
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("tryGet") && !arguments.isEmpty() ->
          readAll(arguments.getFirst(), join(arguments.subList(1, arguments.size()), below));
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("reference") && !arguments.isEmpty() ->
          List.of(new Reference(IdPath.of(arguments.getFirst()), below));
      case Term.Call _, Term.Concat _, Term.Lambda _ -> List.of();
    };
  }

  private static List<Reference> readAll(Value base, List<Value> below) {
    List<Reference> all = new ArrayList<>();
    for (Value choice : choices(base)) {
      List<Reference> found = read(choice, below);
      if (found.isEmpty()) {
        return List.of();
      }
      all.addAll(found);
    }
    return all;
  }

  private static List<Value> join(List<Value> first, List<Value> second) {
    List<Value> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /// The last member's name, in lower case; empty when it is no text.
  Optional<String> member() {
    return path.isEmpty()
        ? Optional.empty()
        : Members.text(path.getLast()).map(name -> name.toLowerCase(Locale.ROOT));
  }

  /// The id after `userAssignedIdentities`: a caller's body names the principals of its identities
  /// too.
  Optional<IdPath> userAssigned() {
    for (int i = 0; i + 1 < path.size(); i++) {
      if (path.get(i) instanceof Value.Str(var name, _)
          && name.equalsIgnoreCase("userAssignedIdentities")) {
        return Optional.of(IdPath.of(path.get(i + 1)));
      }
    }
    return Optional.empty();
  }
}
