package dev.keylint.eval;

import dev.keylint.eval.expression.Accesses;
import dev.keylint.eval.run.KnownMembers;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
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
record Reference(Referent target, Optional<Value> apiVersion, List<Value> path)
    implements KnownMembers {

  static Reference full(Referent target, Optional<Value> apiVersion) {
    return new Reference(target, apiVersion.or(target::apiVersion), List.of());
  }

  Reference member(Value key) {
    return longer(List.of(key));
  }

  private Reference longer(List<Value> members) {
    List<Value> longer = new ArrayList<>(path);
    longer.addAll(members);
    return new Reference(target, apiVersion, longer);
  }

  /// The reference that a value is, with the members taken of it.
  static Optional<Reference> of(Value.Unknown value, Run run) {
    return Accesses.known(value, run)
        .flatMap(known ->
            known instanceof Reference reference ? Optional.of(reference) : Optional.empty());
  }

  @Override
  public boolean isReference() {
    return true;
  }

  @Override
  public Optional<Value> member(Value key, Location at, Run run) {
    return Optional.of(member(key).value(at, run));
  }

  @Override
  public Optional<KnownMembers> below(List<Value> members) {
    return Optional.of(longer(members));
  }

  @Override
  public Optional<Value> tryPath(List<Value> keys, Location at, Run run) {
    Reference longer = this;
    for (int i = 0; i < keys.size(); i++) {
      longer = longer.member(keys.get(i));
      if (longer.target.lacks(longer.path)) {
        return Optional.of(Terms.nothing(at));
      }
      Optional<Value> known = longer.target.resolve(longer.path, at);
      if (known.isPresent()) {
        List<Value> rest = keys.subList(i + 1, keys.size());
        return Optional.of(Accesses.tryMember(known.orElseThrow(), rest, at, run));
      }
    }
    return Optional.of(safely(keys, at, run));
  }

  /// What is known of it, else `reference(id, version).p`, or for what is not below `properties`
  /// `reference(id, version, 'full').p`.
  Value value(Location at, Run run) {
    return target.resolve(path, at).orElseGet(() -> written(at).symbolic(at, run));
  }

  /// An output of a module as ARM writes it: `properties.outputs.x.value` for Bicep's `outputs.x`.
  private Reference written(Location at) {
    if (path.size() < 2 || !isOutput()) {
      return this;
    }
    List<Value> longer = new ArrayList<>();
    longer.add(Terms.text("properties", at));
    longer.addAll(path.subList(0, 2));
    longer.add(Terms.text("value", at));
    longer.addAll(path.subList(2, path.size()));
    return new Reference(target, apiVersion, longer);
  }

  private boolean isOutput() {
    return target.isModule()
        && !path.isEmpty()
        && path.getFirst() instanceof Value.Str(String first, _)
        && first.equalsIgnoreCase("outputs");
  }

  /// `tryGet` of members that are not known: of a module's outputs as ARM writes it.
  Value safely(List<Value> keys, Location at, Run run) {
    Reference whole = this;
    for (Value key : keys) {
      whole = whole.member(key);
    }
    if (!whole.isOutput()) {
      return whole.isWrittenOutput()
          ? outputs(whole.path.subList(2, whole.path.size()), at, run)
          : Accesses.tryGetCall(symbolic(at, run), keys, at);
    }
    List<Value> members = new ArrayList<>(whole.path.subList(1, whole.path.size()));
    if (!members.isEmpty()) {
      members.add(1, Terms.text("value", at));
    }
    return members.isEmpty() ? whole.symbolic(at, run) : outputs(members, at, run);
  }

  /// Whether it starts with a module's outputs as ARM writes them, and goes on.
  private boolean isWrittenOutput() {
    return target.isModule() && path.size() > 2 && isKey(0, "properties") && isKey(1, "outputs");
  }

  /// Members of a module's outputs, which themselves are always there.
  private Value outputs(List<Value> members, Location at, Run run) {
    Reference outputs =
        full(target, apiVersion)
            .member(Terms.text("properties", at))
            .member(Terms.text("outputs", at));
    return Accesses.tryGetCall(outputs.symbolic(at, run), members, at);
  }

  private boolean isKey(int index, String name) {
    return path.get(index) instanceof Value.Str(String key, _) && key.equalsIgnoreCase(name);
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
