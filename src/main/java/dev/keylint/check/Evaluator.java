package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Maybe;
import dev.keylint.check.Datum.Text;
import dev.keylint.check.Result.Failed;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.rule.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Evaluates checked expressions: total, with three values, and with the blame for each result.
///
/// Never throws for what a rule or the estate says; a rule that takes too much fails.
public final class Evaluator {
  private final Allowance allowance;
  private final Macros macros = new Macros(this);
  private final Operations operations;

  public Evaluator(int maxSteps) {
    this(maxSteps, new Patterns());
  }

  Evaluator(int maxSteps, Patterns patterns) {
    this.allowance = new Allowance(maxSteps);
    this.operations = new Operations(this, allowance, patterns);
  }

  /// Whether it has taken more than it may; all results since then are failures.
  boolean exceeded() {
    return allowance.exceeded();
  }

  public Result evaluate(Expression expression, Environment scope) {
    if (!allowance.enter()) {
      return allowance.failure();
    }
    Result result = allowance.take(value(expression, scope));
    allowance.leave();
    return result;
  }

  private Result value(Expression expression, Environment scope) {
    return switch (expression) {
      case Expression.NullConstant _ -> Result.of(Datum.Nothing.IT);
      case Expression.BoolConstant(boolean value, _) -> Result.of(Datum.Bool.of(value));
      case Expression.IntConstant(long value, _) -> Result.of(new Int(value));
      case Expression.DoubleConstant(double value, _) -> Result.of(new Datum.Real(value));
      case Expression.StringConstant(String value, _) -> Result.of(new Text(value));
      case Expression.Ident(String name, _) ->
          scope.find(name).orElseThrow(() -> new IllegalStateException("no name " + name));
      case Expression.Select(Expression operand, String field, _) ->
          Selection.required(evaluate(operand, scope), Result.of(new Text(field)));
      case Expression.Has(Expression operand, String field, _) ->
          Selection.has(
              allowance.take(
                  Selection.optional(evaluate(operand, scope), Result.of(new Text(field)))));
      case Expression.Call call -> operations.call(call, scope);
      case Expression.Ask ask -> ask(ask, scope);
      case Expression.ListOf(List<Expression.Item> items, _) -> list(items, scope);
      case Expression.MapOf(List<Expression.Entry> entries, _) -> map(entries, scope);
      case Expression.Macro macro -> macros.evaluate(macro, scope);
      case Expression.Bind(String name, Expression value, Expression body, _) ->
          evaluate(body, scope.with(name, evaluate(value, scope)));
    };
  }

  List<Result> evaluate(List<Expression> expressions, Environment scope) {
    List<Result> results = new ArrayList<>(expressions.size());
    expressions.forEach(it -> results.add(evaluate(it, scope)));
    return results;
  }

  private Result ask(Expression.Ask ask, Environment scope) {
    Result target = evaluate(ask.target(), scope);
    List<Result> all = evaluate(ask.arguments(), scope);
    List<Known> known = new ArrayList<>(all.size());
    for (Result argument : all) {
      if (argument instanceof Known it) {
        known.add(it);
      }
    }
    all.addFirst(target);
    return Result.obstacle(all)
        .orElseGet(() ->
            target instanceof Known(Struct struct, _)
                ? struct.ask(ask.question(), known)
                : Mismatch.of(target, "an object"));
  }

  private Result list(List<Expression.Item> items, Environment scope) {
    List<Result> results = new ArrayList<>(items.size());
    List<Result> optional = new ArrayList<>();
    for (Expression.Item item : items) {
      Result result = evaluate(item.value(), scope);
      if (!item.optional()) {
        results.add(result);
      } else {
        optional.add(result);
        given(result).ifPresent(results::add);
      }
    }
    List<Result> failed = results.stream().filter(it -> it instanceof Failed).toList();
    return Result.obstacle(optional)
        .or(() -> failed.stream().findFirst())
        .orElseGet(() -> Result.of(new Items(results)));
  }

  private Result map(List<Expression.Entry> entries, Environment scope) {
    List<Table.Member> members = new ArrayList<>(entries.size());
    List<Result> needed = new ArrayList<>();
    Set<Datum> keys = new HashSet<>();
    for (Expression.Entry entry : entries) {
      Result key = evaluate(entry.key(), scope);
      Result result = evaluate(entry.value(), scope);
      needed.add(key);
      if (entry.optional() || result instanceof Failed) {
        needed.add(result);
      }
      Optional<Result> value = entry.optional() ? given(result) : Optional.of(result);
      if (key instanceof Known(Datum datum, Why why)) {
        if (!Dictionary.isKey(datum)) {
          needed.add(Mismatch.of(datum, why, "a key"));
        }
        if (keys.contains(datum)) {
          needed.add(new Failed("a key comes twice", why));
        }
        value.ifPresent(it -> {
          keys.add(datum);
          members.add(new Table.Member(datum, it, true));
        });
      }
    }
    return Result.obstacle(needed).orElseGet(() -> Result.of(new Dictionary(members)));
  }

  /// What an optional item has, if it has something.
  private static Optional<Result> given(Result result) {
    return result instanceof Known(Maybe(Optional<Result> value), _) ? value : Optional.empty();
  }

  /// The value of an optional one, or the default.
  static Result orValue(Result optional, Supplier<Result> otherwise) {
    return switch (optional) {
      case Known(Maybe(Optional<Result> value), Why why) ->
          value.orElseGet(() -> otherwise.get().because(why));
      case Known known -> Mismatch.of(known, "an optional value");
      case Unknown unknown -> unknown.derived();
      case Failed failed -> failed;
    };
  }
}
