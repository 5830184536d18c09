package dev.keylint.eval;

import dev.keylint.eval.expression.Conditions;
import dev.keylint.eval.expression.Logic;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether and how often something is deployed.
///
/// @param conditions unknown conditions, outermost first: all must hold
/// @param counts counts of the loops around whose number of turns is not known, outermost first
/// @param byVariables the environment variables for which the known conditions hold, and the loops
///   of known count turn as they do
record Presence(List<Value> conditions, List<Value> counts, List<Origin.Step> byVariables) {
  /// Once, whatever anybody sets.
  static final Presence CERTAIN = new Presence(List.of(), List.of(), List.of());

  Presence {
    conditions = List.copyOf(conditions);
    counts = List.copyOf(counts);
    byVariables = List.copyOf(byVariables);
  }

  /// That of one turn of a declaration, in a template that is there so.
  static Presence of(Copy copy, Presence around, Copies.Turn turn) {
    return turn.of(
        copy.evaluatedCondition().map(around::when).orElse(around), copy.declaration().at());
  }

  /// All that must hold, as far as it is not known.
  Optional<Value> condition(Location at) {
    return conditions.isEmpty() ? Optional.empty() : Optional.of(Logic.all(conditions, at));
  }

  Presence when(Value condition) {
    return Conditions.isNotTrue(condition)
        ? new Presence(longer(conditions, List.of(condition)), counts, byVariables)
        : by(condition.origin().variables());
  }

  /// In a loop of unknown count; it may turn out to be zero.
  Presence times(Value count, Location at) {
    Value any = Terms.call("greater", List.of(count, Terms.integer(0, at)), at);
    return new Presence(
        longer(conditions, List.of(any)), longer(counts, List.of(count)), byVariables);
  }

  Presence by(List<Origin.Step> variables) {
    return variables.isEmpty()
        ? this
        : new Presence(conditions, counts, longer(byVariables, variables));
  }

  /// A value that is there because this is.
  Value decides(Value value) {
    return byVariables.isEmpty() ? value : value.at(value.origin().decidedBy(byVariables));
  }

  private static <T> List<T> longer(List<T> first, List<T> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }
}
