package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// References to resources and modules, by symbol or by id.
final class References {
  static final Map<String, BuiltIns.BuiltIn> FUNCTIONS =
      Map.of(
          "reference", References::reference,
          "references", References::references,
          "resourceInfo", References::resourceInfo);

  private References() {}

  /// A declared resource or module as a whole; without an index an array of a loop's.
  static Value symbol(Expr.ResourceRef reference, Frame frame) {
    Optional<Copies> copies = copies(reference.symbol(), frame);
    if (copies.isEmpty()) {
      String message = "there is no resource `" + reference.symbol() + "`";
      List<Value> arguments = List.of(Terms.text(reference.symbol(), reference.at()));
      return frame.run().failed(message, "reference", arguments, reference.at());
    }
    Copies found = copies.orElseThrow();
    if (reference.index().isEmpty() && found.looped()) {
      return all(found, reference.symbol(), reference.at(), frame.run());
    }
    return whole(target(reference, found, frame), reference.at(), frame.run());
  }

  private static Value all(Copies copies, String symbol, Location at, Run run) {
    if (copies.times().isEmpty()) {
      List<Value> arguments = List.of(Terms.text(symbol, at), Terms.text("full", at));
      return Terms.call("references", arguments, copies.reason(), at);
    }
    List<Value> wholes = new ArrayList<>();
    for (Target target : copies.all()) {
      wholes.add(whole(target, at, run));
    }
    return Terms.array(wholes, at);
  }

  private static Value whole(Target target, Location at, Run run) {
    return Reference.full(target, Optional.empty()).symbolic(at, run);
  }

  private static Target target(Expr.ResourceRef reference, Copies copies, Frame frame) {
    return reference
        .index()
        .map(index -> copies.copy(Expressions.value(index, frame)))
        .orElseGet(copies::only);
  }

  /// The declared resource that a symbol means.
  static Optional<ResourceCopy> resource(Expr.ResourceRef reference, Frame frame) {
    return copies(reference.symbol(), frame)
        .map(copies -> target(reference, copies, frame))
        .flatMap(
            target -> target instanceof ResourceCopy copy ? Optional.of(copy) : Optional.empty());
  }

  private static Optional<Copies> copies(String symbol, Frame frame) {
    Instance instance = frame.instance();
    return instance
        .declared()
        .copies(symbol)
        .or(() -> instance.around().flatMap(around -> around.declared().copies(symbol)));
  }

  /// A member of a reference; empty when the value is none.
  static Optional<Value> member(Value.Unknown base, Value key, Location at, Run run) {
    return reference(base, run).map(reference -> reference.member(key).value(at, run));
  }

  /// Members of a reference, each of which may be missing; empty when the value is none.
  static Optional<Value> tryPath(Value base, List<Value> keys, Location at, Run run) {
    if (!(base instanceof Value.Unknown unknown)) {
      return Optional.empty();
    }
    return reference(unknown, run).map(reference -> tryPath(reference, keys, at, run));
  }

  private static Value tryPath(Reference reference, List<Value> keys, Location at, Run run) {
    Reference longer = reference;
    for (int i = 0; i < keys.size(); i++) {
      longer = longer.member(keys.get(i));
      Optional<Value> known = longer.target().resolve(longer.path(), at);
      if (known.isPresent()) {
        List<Value> rest = keys.subList(i + 1, keys.size());
        return Accesses.tryMember(known.orElseThrow(), rest, at, run);
      }
    }
    return reference.safely(keys, at, run);
  }

  /// The reference that a value is, with the members taken of it.
  static Optional<Reference> reference(Value.Unknown value, Run run) {
    return switch (value.term()) {
      case Term.Call call -> run.reference(call);
      case Term.Access(Value.Unknown(Term.Call call, _, _), List<Value> path) ->
          run.reference(call)
              .map(reference -> {
                List<Value> longer = new ArrayList<>(reference.path());
                longer.addAll(path);
                return new Reference(reference.target(), reference.apiVersion(), longer);
              });
      case Term.Access _, Term.Concat _, Term.Lambda _ -> Optional.empty();
    };
  }

  private static Value reference(Expr.Call call, Frame frame) {
    if (!BuiltIns.fits(call.arguments(), 1, 3)) {
      return Calls.wrongCount(call, "1 to 3", frame);
    }
    Target target = target(call.arguments().getFirst(), frame);
    List<Value> arguments = new ArrayList<>();
    for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
      arguments.add(Expressions.value(argument, frame));
    }
    boolean full =
        !arguments.isEmpty()
            && arguments.getLast() instanceof Value.Str(String text, _)
            && text.equalsIgnoreCase("full");
    Optional<Value> version =
        arguments.isEmpty() || (full && arguments.size() == 1)
            ? Optional.empty()
            : Optional.of(arguments.getFirst());
    Reference whole = Reference.full(target, isDeployment(target) ? Optional.empty() : version);
    Reference asked = full ? whole : whole.member(Terms.text("properties", call.at()));
    return asked.symbolic(call.at(), frame.run());
  }

  /// References to deployments carry no version, as compilers differ in it.
  private static boolean isDeployment(Target target) {
    return switch (target) {
      case ModuleCopy _ -> true;
      case ResourceCopy resource -> resource.isDeployment();
      case Elsewhere(Value id, _) -> ResourceIds.isDeployment(id);
    };
  }

  /// What an argument names: a declared resource by its symbol, id or name, or one elsewhere.
  static Target target(Expr argument, Frame frame) {
    if (argument instanceof Expr.ResourceRef reference) {
      Optional<Copies> copies = copies(reference.symbol(), frame);
      if (copies.isPresent() && (reference.index().isPresent() || !copies.orElseThrow().looped())) {
        return target(reference, copies.orElseThrow(), frame);
      }
    }
    Value value = Expressions.value(argument, frame);
    if (value instanceof Value.Unknown unknown) {
      Optional<Reference> whole = reference(unknown, frame.run());
      if (whole.isPresent()) {
        return whole.orElseThrow().target();
      }
    }
    return Symbols.declared(value, frame)
        .or(() -> byId(value, frame.instance()))
        .orElseGet(() -> new Elsewhere(value, Optional.empty()));
  }

  private static Optional<Target> byId(Value id, Instance instance) {
    return instance
        .declared()
        .byId(id)
        .or(() -> instance.around().flatMap(around -> around.declared().byId(id)));
  }

  /// All copies of a looped resource.
  private static Value references(Expr.Call call, Frame frame) {
    if (!BuiltIns.fits(call.arguments(), 1, 2)) {
      return Calls.wrongCount(call, "1 or 2", frame);
    }
    List<Value> arguments = Calls.arguments(call, frame);
    boolean full = arguments.size() == 2;
    Optional<Copies> copies =
        arguments.getFirst() instanceof Value.Str(String symbol, _)
            ? copies(symbol, frame)
            : Optional.empty();
    if (copies.isEmpty() || copies.orElseThrow().times().isEmpty()) {
      return Calls.irreducible(
          call, copies.map(Copies::reason).orElseGet(() -> Opaque.runtime(call)), frame);
    }
    List<Value> items = new ArrayList<>();
    for (Target target : copies.orElseThrow().all()) {
      Reference whole = Reference.full(target, Optional.empty());
      Reference asked = full ? whole : whole.member(Terms.text("properties", call.at()));
      items.add(asked.symbolic(call.at(), frame.run()));
    }
    return Terms.array(items, call.at());
  }

  private static Value resourceInfo(Expr.Call call, Frame frame) {
    return call.arguments().size() == 1
        ? whole(target(call.arguments().getFirst(), frame), call.at(), frame.run())
        : Calls.wrongCount(call, "1", frame);
  }
}
