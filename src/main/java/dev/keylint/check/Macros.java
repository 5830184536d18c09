package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Expression.Macro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `all`, `exists`, `exists_one`, `filter` and `map` over the items of a list or the keys of a map.
final class Macros {
  private final Evaluator evaluator;

  Macros(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// An item with what the macro binds to its variables; `present` is unknown for a key whose value
  /// may turn out null, and for an item that only may be there.
  private record Element(Result first, Result second, Result present) {}

  Result evaluate(Macro macro, Environment scope) {
    Result range = evaluator.evaluate(macro.range(), scope);
    if (range instanceof Unknown unknown && !unknown.certain().isEmpty()) {
      return run(macro, partly(unknown), false, scope, range.why());
    }
    if (!(range instanceof Known(Datum datum, Why why))) {
      return range instanceof Unknown unknown ? unknown.derived() : range;
    }
    List<Element> elements = new ArrayList<>();
    Result yes = Result.of(true, Why.nothing());
    switch (datum) {
      case Items(List<Result> items) -> {
        for (int i = 0; i < items.size(); i++) {
          Result item = items.get(i);
          Optional<Result> there =
              item instanceof Unknown unknown ? unknown.perhaps() : Optional.empty();
          elements.add(
              new Element(
                  Result.of(new Int(i)), there.orElse(item), there.isPresent() ? item : yes));
        }
      }
      case Table table -> {
        table
            .members()
            .forEach(it ->
                elements.add(
                    new Element(
                        new Known(it.key(), it.value().why()),
                        it.value(),
                        it.certain() ? yes : Result.unknown(List.of(it.value())))));
        table.unread().ifPresent(it -> elements.add(new Element(it, it, it)));
      }
      case Datum _ -> {
        return Mismatch.of(range, "an array or object");
      }
    }
    return run(macro, elements, datum instanceof Table, scope, why);
  }

  /// The items that a list certainly has, and one for those that it may have besides.
  private static List<Element> partly(Unknown list) {
    List<Element> elements = new ArrayList<>();
    Result more = list.derived();
    for (Result item : list.certain()) {
      elements.add(new Element(more, item, Result.of(true, Why.nothing())));
    }
    elements.add(new Element(more, more, more));
    return elements;
  }

  private Result run(
      Macro macro, List<Element> elements, boolean keys, Environment scope, Why range) {
    List<Environment> scopes = new ArrayList<>(elements.size());
    for (Element element : elements) {
      Result single = keys ? element.first() : element.second();
      scopes.add(
          macro
              .second()
              .map(second ->
                  scope.with(macro.variable(), element.first()).with(second, element.second()))
              .orElseGet(() -> scope.with(macro.variable(), single)));
    }
    return switch (macro.kind()) {
      case ALL -> quantify(false, macro.body(), elements, scopes, range);
      case EXISTS -> quantify(true, macro.body(), elements, scopes, range);
      case EXISTS_ONE -> existsOne(macro.body(), elements, scopes, range);
      case FILTER -> filter(macro.body(), elements, scopes, keys, range);
      case MAP -> map(macro, elements, scopes, range);
    };
  }

  /// `exists` looks for a witness, `all` for a counterexample; either takes the blame alone.
  private Result quantify(
      boolean wanted,
      Expression body,
      List<Element> elements,
      List<Environment> scopes,
      Why range) {
    List<Result> results = new ArrayList<>(elements.size());
    Why why = Why.nothing();
    for (int i = 0; i < elements.size(); i++) {
      Result result = Kleene.bool(evaluator.evaluate(body, scopes.get(i)));
      Result present = elements.get(i).present();
      if (result.is(wanted) && present.is(true)) {
        return result;
      }
      results.add(result.is(wanted) ? present : result);
      why = why.and(result.why());
    }
    Why all = why instanceof Why.Nothing ? range : why;
    return Result.obstacle(results).orElseGet(() -> Result.of(!wanted, all));
  }

  private Result existsOne(
      Expression body, List<Element> elements, List<Environment> scopes, Why range) {
    List<Result> results = new ArrayList<>(elements.size());
    int witnesses = 0;
    for (int i = 0; i < elements.size(); i++) {
      Result result = Kleene.bool(evaluator.evaluate(body, scopes.get(i)));
      Result present = elements.get(i).present();
      witnesses += result.is(true) && present.is(true) ? 1 : 0;
      results.add(result.is(true) ? present : result);
    }
    boolean failed = results.stream().anyMatch(it -> it instanceof Result.Failed);
    if (witnesses > 1 && !failed) {
      return Result.of(false, range);
    }
    boolean one = witnesses == 1;
    return Result.obstacle(results).orElseGet(() -> Result.of(one, range));
  }

  private Result filter(
      Expression body, List<Element> elements, List<Environment> scopes, boolean keys, Why range) {
    List<Result> kept = new ArrayList<>();
    List<Result> conditions = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      Result condition = keep(body, element, scopes.get(i));
      conditions.add(condition);
      if (condition.is(true)) {
        kept.add(keys ? element.first() : element.second());
      }
    }
    return list(conditions, kept, range);
  }

  private Result map(Macro macro, List<Element> elements, List<Environment> scopes, Why range) {
    List<Result> made = new ArrayList<>();
    List<Result> conditions = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Environment inner = scopes.get(i);
      Element element = elements.get(i);
      Result condition =
          macro.filter().map(it -> keep(it, element, inner)).orElseGet(element::present);
      conditions.add(condition);
      if (condition.is(true)) {
        Result result = evaluator.evaluate(macro.body(), inner);
        if (result instanceof Result.Failed) {
          return result;
        }
        made.add(result);
      }
    }
    return list(conditions, made, range);
  }

  /// The items; those whose condition is not known may be in it besides.
  private static Result list(List<Result> conditions, List<Result> items, Why range) {
    return Result.obstacle(conditions)
        .map(it -> it instanceof Unknown unknown ? unknown.with(items) : it)
        .orElseGet(() -> new Known(new Items(items), range));
  }

  private Result keep(Expression condition, Element element, Environment scope) {
    return Kleene.and(Kleene.bool(evaluator.evaluate(condition, scope)), element::present);
  }
}
