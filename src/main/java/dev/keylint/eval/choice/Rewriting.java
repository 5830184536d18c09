package dev.keylint.eval.choice;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Substitution;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a value as the expression that it is once parameters have values, for the evaluator to
/// work out. What does not depend on them stays the value that it is.
final class Rewriting {
  /// More parts of one value are not looked at; no real one comes near.
  private static final int MOST_PARTS = 50_000;

  private static final int DEEPEST = 100;

  private final Map<String, Value> parameters;
  private final IdentityHashMap<Value, Written> known = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Value> settled = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Value.Unknown> calls = new IdentityHashMap<>();
  private int parts;
  private int depth;
  private boolean excessive;

  Rewriting(Map<String, Value> parameters) {
    this.parameters = parameters;
  }

  /// A value as an expression.
  ///
  /// @param changed whether parameters were put in
  /// @param free the variables of lambdas that it reads and does not bind
  private record Written(Expr expr, boolean changed, Set<String> free) {}

  /// The expression; empty when it depends on none of the parameters, or is too large.
  Optional<Expr> expression(Value.Unknown whole) {
    Written written = written(whole);
    return written.changed && written.free.isEmpty() && !excessive
        ? Optional.of(written.expr)
        : Optional.empty();
  }

  /// The value that an expression stands for which needs no evaluation.
  Optional<Value> settled(Expr expr) {
    return Optional.ofNullable(settled.get(expr));
  }

  /// The unknown call that an expression was made of.
  Optional<Value.Unknown> call(Expr expr) {
    return Optional.ofNullable(calls.get(expr));
  }

  /// What it took.
  int parts() {
    return parts;
  }

  private Written written(Value value) {
    Written before = known.get(value);
    if (before != null) {
      return before;
    }
    excessive |= ++parts > MOST_PARTS || depth > DEEPEST;
    if (excessive) {
      return leaf(value, value, false);
    }
    depth++;
    Written written = rewritten(value);
    depth--;
    known.put(value, written);
    return written;
  }

  private Written rewritten(Value value) {
    return switch (value) {
      case Value.Unknown unknown ->
          Substitution.parameter(unknown)
              .map(parameters::get)
              .map(given -> leaf(given, unknown, true))
              .orElseGet(() -> term(unknown));
      case Value.Arr(List<Value> items, _) -> {
        List<Written> all = all(items);
        List<Expr.Item> elements = new ArrayList<>(all.size());
        all.forEach(it -> elements.add(new Expr.Item.Element(it.expr)));
        yield made(value, new Expr.ArrayExpr(elements, at(value)), all);
      }
      case Value.Obj(Properties properties, _) -> object(value, properties);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ ->
          leaf(value, value, false);
    };
  }

  private Written term(Value.Unknown unknown) {
    Location at = at(unknown);
    return switch (unknown.term()) {
      case Term.Call(String function, List<Value> arguments)
          when function.equals(Term.LAMBDA_VARIABLES)
              && arguments.size() == 1
              && arguments.getFirst() instanceof Value.Str(String name, _) ->
          new Written(new Expr.LocalRef(name, at), false, Set.of(name));
      case Term.Call(String function, List<Value> arguments) -> {
        List<Written> all = all(arguments);
        Expr call = new Expr.Call(Optional.empty(), function, exprs(all), at);
        calls.put(call, unknown);
        yield made(unknown, call, all);
      }
      case Term.Access(Value base, List<Value> path) -> {
        List<Written> all = new ArrayList<>();
        all.add(written(base));
        all.addAll(all(path));
        Expr reached = all.getFirst().expr;
        for (Written key : all.subList(1, all.size())) {
          reached = new Expr.Access(reached, key.expr, false, false, at);
        }
        yield made(unknown, reached, all);
      }
      case Term.Concat(List<Value> texts) -> {
        List<Written> all = all(texts);
        yield made(unknown, new Expr.Interpolation(exprs(all), at), all);
      }
      case Term.Lambda(List<String> variables, Value body) -> {
        // Stays one even if nothing changes: what takes it wants to see its variables.
        Written inner = written(body);
        Set<String> free = new HashSet<>(inner.free);
        variables.forEach(free::remove);
        yield new Written(new Expr.Lambda(variables, inner.expr, at), inner.changed, free);
      }
    };
  }

  private Written object(Value object, Properties properties) {
    List<Written> all = new ArrayList<>();
    List<Expr.Member> members = new ArrayList<>();
    for (Property property : properties) {
      Written key = leaf(new Value.Str(property.name(), object.origin()), object, false);
      Written value = written(property.value());
      all.add(value);
      members.add(new Expr.Member.Entry(key.expr, value.expr, property.at()));
    }
    properties
        .unread()
        .ifPresent(unread -> {
          Written more = written(unread);
          all.add(more);
          members.add(new Expr.Member.Unread(more.expr, at(object)));
        });
    return made(object, new Expr.ObjectExpr(members, at(object)), all);
  }

  private List<Written> all(List<Value> values) {
    List<Written> all = new ArrayList<>(values.size());
    values.forEach(it -> all.add(written(it)));
    return all;
  }

  private static List<Expr> exprs(List<Written> all) {
    return all.stream().map(Written::expr).toList();
  }

  private Written made(Value value, Expr expr, List<Written> of) {
    boolean changed = of.stream().anyMatch(Written::changed);
    Set<String> free = new HashSet<>();
    of.forEach(it -> free.addAll(it.free));
    return changed || !free.isEmpty()
        ? new Written(expr, changed, free)
        : leaf(value, value, false);
  }

  /// @param stood where it stands in the value
  private Written leaf(Value value, Value stood, boolean changed) {
    Expr expr = new Expr.LocalRef("", at(stood));
    settled.put(expr, value);
    return new Written(expr, changed, Set.of());
  }

  private static Location at(Value value) {
    return value.origin().at();
  }
}
