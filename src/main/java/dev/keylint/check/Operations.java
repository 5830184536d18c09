package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Maybe;
import dev.keylint.check.Datum.Text;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Operators and functions: those that may leave operands aside here, the rest by table.
final class Operations {
  private final Evaluator evaluator;
  private final Allowance allowance;
  private final Patterns patterns;

  Operations(Evaluator evaluator, Allowance allowance, Patterns patterns) {
    this.evaluator = evaluator;
    this.allowance = allowance;
    this.patterns = patterns;
  }

  Result call(Expression.Call call, Environment scope) {
    List<Expression> operands = call.arguments();
    return switch (call.function()) {
      case AND -> Kleene.and(first(operands, scope), later(operands, 1, scope));
      case OR -> Kleene.or(first(operands, scope), later(operands, 1, scope));
      case CHOOSE ->
          Kleene.choose(
              first(operands, scope), later(operands, 1, scope), later(operands, 2, scope));
      case OR_VALUE -> Evaluator.orValue(first(operands, scope), later(operands, 1, scope));
      case OR_OPTIONAL -> orOptional(first(operands, scope), later(operands, 1, scope));
      default -> strict(call.function(), evaluator.evaluate(operands, scope));
    };
  }

  private Result first(List<Expression> operands, Environment scope) {
    return evaluator.evaluate(operands.getFirst(), scope);
  }

  private Supplier<Result> later(List<Expression> operands, int index, Environment scope) {
    return () -> evaluator.evaluate(operands.get(index), scope);
  }

  private static Result orOptional(Result first, Supplier<Result> other) {
    return first instanceof Known(Maybe(Optional<Result> value), Why why) && value.isEmpty()
        ? other.get().because(why)
        : first;
  }

  /// A function of all its operands, which know best themselves what unknown ones mean.
  private Result strict(Function function, List<Result> operands) {
    return switch (function) {
      case NOT -> Kleene.not(operands.getFirst());
      case EQUAL ->
          Amount.compare(function, operands.get(0), operands.get(1))
              .orElseGet(() -> Equality.equal(operands.get(0), operands.get(1)));
      case NOT_EQUAL -> Kleene.not(strict(Function.EQUAL, operands));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          Amount.compare(function, operands.get(0), operands.get(1))
              .or(() -> Result.obstacle(operands))
              .orElseGet(() -> known(function, operands));
      case IN -> Selection.in(operands.get(0), operands.get(1));
      case INDEX -> Selection.required(operands.get(0), operands.get(1));
      case OPTIONAL_SELECT, OPTIONAL_INDEX -> Selection.optional(operands.get(0), operands.get(1));
      case OPTIONAL_OF -> new Known(Maybe.of(operands.get(0)), operands.get(0).why());
      case OPTIONAL_NONE -> Result.of(Maybe.NONE);
      case DYN -> operands.getFirst();
      default ->
          partly(function, operands)
              .or(() -> Result.obstacle(operands))
              .orElseGet(() -> known(function, operands));
    };
  }

  /// What the known parts of unknown operands decide.
  private Optional<Result> partly(Function function, List<Result> operands) {
    if (!(operands.getFirst() instanceof Unknown text)) {
      return function == Function.ADD && operands.get(1) instanceof Unknown
          ? interpolated(operands)
          : Optional.empty();
    }
    return switch (function) {
      case STARTS_WITH, ENDS_WITH, CONTAINS, MATCHES ->
          operands.get(1) instanceof Known(Text(String other), Why why)
              ? Interpolation.decide(function, text, other, patterns)
                  .map(it -> Result.of(it, text.why().and(why)))
              : Optional.empty();
      case LOWER_ASCII -> Interpolation.cased(text, TextFunctions::lower, "toLower");
      case UPPER_ASCII -> Interpolation.cased(text, TextFunctions::upper, "toUpper");
      case ADD -> interpolated(operands);
      default -> Optional.empty();
    };
  }

  private static Optional<Result> interpolated(List<Result> operands) {
    return operands.stream().anyMatch(Interpolation::isText)
        ? Optional.of(Interpolation.of(operands))
        : Optional.empty();
  }

  private Result known(Function function, List<Result> operands) {
    Result first = operands.getFirst();
    return switch (function) {
      case LESS -> Order.compare(first, operands.get(1), it -> it < 0);
      case LESS_OR_EQUAL -> Order.compare(first, operands.get(1), it -> it <= 0);
      case GREATER -> Order.compare(first, operands.get(1), it -> it > 0);
      case GREATER_OR_EQUAL -> Order.compare(first, operands.get(1), it -> it >= 0);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
          Arithmetic.of(function, first, operands.get(1));
      case NEGATE -> Arithmetic.negate(first);
      case SIZE -> size((Known) first);
      case OPTIONAL_OF_NON_ZERO -> nonZero((Known) first);
      case HAS_VALUE -> hasValue((Known) first);
      case VALUE ->
          Evaluator.orValue(
              first, () -> new Result.Failed("an optional value is empty", first.why()));
      case STRING, INT, DOUBLE, BOOL -> Conversions.of(function, first);
      default ->
          allowance.take(TextCosts.of(function, operands))
              ? TextFunctions.of(function, operands, patterns)
              : allowance.failure();
    };
  }

  private static Result size(Known operand) {
    return switch (operand.datum()) {
      case Text(String text) ->
          new Known(new Int(text.codePointCount(0, text.length())), operand.why());
      case Items(List<Result> items) -> {
        List<Result> uncertain =
            items.stream()
                .filter(it -> it instanceof Unknown unknown && unknown.perhaps().isPresent())
                .toList();
        yield uncertain.isEmpty()
            ? new Known(new Int(items.size()), operand.why())
            : Result.unknown(uncertain)
                .within(new Amount(items.size() - uncertain.size(), items.size()));
      }
      case Table table -> {
        List<Result> uncertain = new ArrayList<>();
        table.members().stream()
            .filter(it -> !it.certain())
            .map(Table.Member::value)
            .forEach(uncertain::add);
        table.unread().ifPresent(uncertain::add);
        yield uncertain.isEmpty()
            ? new Known(new Int(table.members().size()), operand.why())
            : Result.unknown(uncertain)
                .within(
                    new Amount(
                        table.members().stream().filter(Table.Member::certain).count(),
                        table.unread().isPresent() ? Long.MAX_VALUE : table.members().size()));
      }
      case Datum _ -> Mismatch.of(operand, "a text, array or object");
    };
  }

  private static Result hasValue(Known operand) {
    return operand.datum() instanceof Maybe(Optional<Result> value)
        ? Result.of(value.isPresent(), operand.why())
        : Mismatch.of(operand, "an optional value");
  }

  private static Result nonZero(Known operand) {
    if (operand.datum() instanceof Table table
        && table.members().isEmpty()
        && table.unread().isPresent()) {
      return table.unread().orElseThrow();
    }
    boolean zero =
        switch (operand.datum()) {
          case Datum.Nothing _ -> true;
          case Datum.Bool(boolean value) -> !value;
          case Int(long value) -> value == 0;
          case Datum.Real(double value) -> value == 0;
          case Text(String text) -> text.isEmpty();
          case Items(List<Result> items) -> items.isEmpty();
          case Table table -> table.members().isEmpty();
          case Maybe(Optional<Result> value) -> value.isEmpty();
          case Struct _ -> false;
        };
    return new Known(zero ? Maybe.NONE : Maybe.of(operand), operand.why());
  }
}
