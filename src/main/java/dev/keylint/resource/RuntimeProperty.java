package dev.keylint.resource;

import dev.keylint.value.Alternatives;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A property of a resource that only Azure knows, as `account.properties.endpoint` or
/// `site.identity.principalId`.
///
/// @param path the member names; an item that is no text by its symbol
public record RuntimeProperty(ResourceId resource, List<Value> path) {
  public RuntimeProperty {
    path = List.copyOf(path);
  }

  /// The references that a value may turn out to be; empty unless all of its choices are some.
  public static List<RuntimeProperty> all(Value value) {
    List<RuntimeProperty> all = new ArrayList<>();
    for (Value choice : Alternatives.of(value)) {
      List<RuntimeProperty> found = read(choice, List.of());
      if (found.isEmpty()) {
        return List.of();
      }
      all.addAll(found);
    }
    return all;
  }

  private static List<RuntimeProperty> read(Value value, List<Value> below) {
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
          List.of(new RuntimeProperty(ResourceId.of(arguments.getFirst()), below));
      case Term.Call _, Term.Concat _, Term.Lambda _ -> List.of();
    };
  }

  private static List<RuntimeProperty> readAll(Value base, List<Value> below) {
    List<RuntimeProperty> all = new ArrayList<>();
    for (Value choice : Alternatives.of(base)) {
      List<RuntimeProperty> found = read(choice, below);
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
  public Optional<String> member() {
    return path.isEmpty()
        ? Optional.empty()
        : Bodies.text(path.getLast()).map(name -> name.toLowerCase(Locale.ROOT));
  }

  /// The cluster of which this is the identity of its nodes,
  /// `cluster.properties.identityProfile.kubeletidentity.objectId`.
  public Optional<ResourceId> kubelet() {
    int last = path.size() - 1;
    return last >= 2
            && is(path.get(last), "objectId")
            && is(path.get(last - 1), "kubeletidentity")
            && is(path.get(last - 2), "identityProfile")
        ? Optional.of(resource)
        : Optional.empty();
  }

  private static boolean is(Value key, String name) {
    return Bodies.text(key).filter(name::equalsIgnoreCase).isPresent();
  }

  /// The id after `userAssignedIdentities`: a caller's body names the principals of its identities
  /// too.
  public Optional<ResourceId> userAssigned() {
    for (int i = 0; i + 1 < path.size(); i++) {
      if (path.get(i) instanceof Value.Str(var name, _)
          && name.equalsIgnoreCase("userAssignedIdentities")) {
        return Optional.of(ResourceId.of(path.get(i + 1)));
      }
    }
    return Optional.empty();
  }
}
