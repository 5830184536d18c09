package dev.keylint.check;

import dev.keylint.check.Datum.Items;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Expression.Ident;
import dev.keylint.rule.Expression.Macro;
import dev.keylint.rule.Expression.Select;
import dev.keylint.rule.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The items of a list of which it is not known what all is in it.
///
/// @param undecided whether what may be in it is named too, since nobody says that it is so
record Listing(Evaluator evaluator, List<Variable> variables, boolean undecided) {

  /// What is made of each item; at the end an unknown one where there may be others.
  List<Result> items(Expression list, Environment scope) {
    return switch (list) {
      case Select(Ident(String owner, _), String name, _) when owner.equals("variables") ->
          variables.stream()
              .filter(it -> it.name().equals(name))
              .flatMap(it -> items(it.formula().root(), scope).stream())
              .toList();
      case Macro macro when macro.second().isEmpty() && macro.kind() == Macro.Kind.FILTER ->
          kept(macro, macro.body(), scope);
      case Macro macro when macro.second().isEmpty() && macro.kind() == Macro.Kind.MAP ->
          Stream.of(macro.filter().map(it -> kept(macro, it, scope)))
              .map(it -> it.orElseGet(() -> items(macro.range(), scope)))
              .flatMap(List::stream)
              .map(it -> evaluator.evaluate(macro.body(), scope.with(macro.variable(), it)))
              .toList();
      case Expression _ -> items(evaluator.evaluate(list, scope));
    };
  }

  private List<Result> items(Result list) {
    return switch (list) {
      case Known(Items(List<Result> items), _) -> items.stream().flatMap(this::named).toList();
      case Unknown unknown when undecided && unknown.perhaps().isPresent() ->
          items(unknown.perhaps().orElseThrow());
      case Unknown unknown when !unknown.certain().isEmpty() ->
          Stream.concat(unknown.certain().stream(), Stream.of(unknown.derived())).toList();
      case Result _ -> List.of();
    };
  }

  /// An item; what may be there is named only where all is open.
  private Stream<Result> named(Result item) {
    return item instanceof Unknown unknown && unknown.perhaps().isPresent()
        ? unknown.perhaps().filter(_ -> undecided).stream()
        : Stream.of(item);
  }

  private List<Result> kept(Macro macro, Expression condition, Environment scope) {
    List<Result> kept = new ArrayList<>();
    Optional<Result> more = Optional.empty();
    for (Result item : items(macro.range(), scope)) {
      Result holds = Kleene.bool(evaluator.evaluate(condition, scope.with(macro.variable(), item)));
      if (holds.is(true) || (undecided && !holds.is(false))) {
        kept.add(item);
      } else if (holds instanceof Unknown unknown) {
        more = Optional.of(unknown.derived());
      }
    }
    more.ifPresent(kept::add);
    return kept;
  }
}
