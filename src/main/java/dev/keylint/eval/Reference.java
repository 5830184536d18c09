package dev.keylint.eval;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call of `reference`, as far as members have been taken of it.
///
/// @param target what it refers to
/// @param apiVersion the version that is written, else the declared one
/// @param path members from the resource as a whole: `properties`, unless it is a full reference
record Reference(Target target, Optional<Value> apiVersion, List<Value> path) {

  static Reference full(Target target, Optional<Value> apiVersion) {
    return new Reference(target, apiVersion.or(target::apiVersion), List.of());
  }

  Reference member(Value key) {
    List<Value> longer = new ArrayList<>(path);
    longer.add(key);
    return new Reference(target, apiVersion, longer);
  }

  /// What is known of it, else `reference(id, version).p`, or for what is not below `properties`
  /// `reference(id, version, 'full').p`.
  Value value(Location at, Run run) {
    return target.resolve(path, at).orElseGet(() -> symbolic(at, run));
  }

  Value.Unknown symbolic(Location at, Run run) {
    boolean ofProperties =
        !path.isEmpty()
            && path.getFirst() instanceof Value.Str(String first, _)
            && first.equalsIgnoreCase("properties");
    List<Value> arguments = new ArrayList<>();
    arguments.add(target.id());
    apiVersion.ifPresent(arguments::add);
    if (!ofProperties) {
      arguments.add(Terms.text("full", at));
    }
    Term call = new Term.Call("reference", arguments);
    List<Value> start = ofProperties ? path.subList(0, 1) : List.of();
    run.register(call, new Reference(target, apiVersion, start));
    Value.Unknown root = unknown(call, start, at);
    List<Value> rest = path.subList(start.size(), path.size());
    return rest.isEmpty() ? root : unknown(new Term.Access(root, rest), path, at);
  }

  private Value.Unknown unknown(Term term, List<Value> members, Location at) {
    return new Value.Unknown(term, target.reason(members), Origin.at(at));
  }
}
