package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What expressions of a deployment refer to, by symbol or by id.
final class References {
  private final Declared own;
  private final Optional<Declared> around;

  /// @param around the declarations of a deployment around that can be referred to as well
  References(Declared own, Optional<Declared> around) {
    this.own = own;
    this.around = around;
  }

  /// A declared resource or module as a whole; without an index an array of a loop's.
  Value symbol(Expr.ResourceRef reference, Frame frame) {
    Optional<Copies> copies = copies(reference.symbol());
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
    for (Copy target : copies.all()) {
      wholes.add(whole(target, at, run));
    }
    return Terms.array(wholes, at);
  }

  static Value whole(Referent target, Location at, Run run) {
    return Reference.full(target, Optional.empty()).symbolic(at, run);
  }

  private static Copy target(Expr.ResourceRef reference, Copies copies, Frame frame) {
    return reference.index().map(index -> copies.copy(frame.value(index))).orElseGet(copies::only);
  }

  /// The declared resource that a symbol means.
  Optional<Copy> resource(Expr.ResourceRef reference, Frame frame) {
    return copies(reference.symbol())
        .map(copies -> target(reference, copies, frame))
        .filter(copy -> copy.declaration() instanceof Declaration.Resource);
  }

  /// The copies of what is declared by this symbol.
  Optional<Copies> copies(String symbol) {
    return own.copies(symbol).or(() -> around.flatMap(declared -> declared.copies(symbol)));
  }

  /// What an argument names: a declared resource by its symbol, id or name, or one elsewhere.
  Referent target(Expr argument, Frame frame) {
    if (argument instanceof Expr.ResourceRef reference) {
      Optional<Copies> copies = copies(reference.symbol());
      if (copies.isPresent() && (reference.index().isPresent() || !copies.orElseThrow().looped())) {
        return target(reference, copies.orElseThrow(), frame);
      }
    }
    Value value = frame.value(argument);
    if (value instanceof Value.Unknown unknown) {
      Optional<Reference> whole = Reference.of(unknown, frame.run());
      if (whole.isPresent()) {
        return whole.orElseThrow().target();
      }
    }
    return named(value)
        .<Referent>map(copy -> copy)
        .orElseGet(() -> new Elsewhere(value, Optional.empty()));
  }

  /// What is declared and has this symbol, id or name.
  Optional<Copy> named(Value value) {
    return Symbols.find(value, own)
        .or(() -> around.flatMap(declared -> Symbols.find(value, declared)))
        .or(() -> own.byId(value))
        .or(() -> around.flatMap(declared -> declared.byId(value)));
  }
}
