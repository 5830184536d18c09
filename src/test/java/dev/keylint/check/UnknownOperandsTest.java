package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tables of the third value leave nothing out: each operand of each operator, function and
/// macro is unknown in one of their rows.
final class UnknownOperandsTest {
  private final Set<String> seen = new TreeSet<>();

  @Test
  void eachOperandIsUnknownInSomeRow() throws IOException {
    UnknownTest.rows().forEach(row -> visit(row.root(), row.scope()));
    List<String> wanted = new ArrayList<>();
    for (Function function : Function.values()) {
      IntStream.range(0, operands(function)).forEach(i -> wanted.add(function + " " + i));
    }
    for (Expression.Macro.Kind kind : Expression.Macro.Kind.values()) {
      wanted.add(kind + " range");
      wanted.add(kind + " body");
      if (kind != Expression.Macro.Kind.FILTER) {
        wanted.add(kind + " with a place");
      }
    }
    wanted.addAll(
        List.of(
            "MAP filter",
            "select",
            "has",
            "item",
            "optional item",
            "key",
            "value",
            "bound",
            "optional value"));
    assertThat(seen).containsAll(wanted);
  }

  /// How many operands it may have.
  private static int operands(Function function) {
    return switch (function) {
      case OPTIONAL_NONE -> 0;
      case NOT, NEGATE, SIZE, OPTIONAL_OF, OPTIONAL_OF_NON_ZERO, HAS_VALUE, VALUE -> 1;
      case LOWER_ASCII, UPPER_ASCII, TRIM, STRING, INT, DOUBLE, BOOL, DYN -> 1;
      case AND, OR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 2;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, IN, INDEX, OPTIONAL_INDEX -> 2;
      case OR_VALUE, OR_OPTIONAL, STARTS_WITH, ENDS_WITH, CONTAINS, MATCHES, JOIN, CHAR_AT -> 2;
      // The name of the member is written.
      case OPTIONAL_SELECT -> 1;
      case CHOOSE, SPLIT, SUBSTRING, INDEX_OF, LAST_INDEX_OF -> 3;
      case REPLACE -> 4;
    };
  }

  private void visit(Expression expression, Environment scope) {
    switch (expression) {
      case Expression.Constant _, Expression.Ident _ -> {}
      case Expression.Select(Expression operand, _, _) -> operand("select", operand, scope);
      case Expression.Has(Expression operand, _, _) -> operand("has", operand, scope);
      case Expression.Call(Function function, List<Expression> operands, _) -> {
        for (int i = 0; i < operands.size(); i++) {
          operand(function + " " + i, operands.get(i), scope);
        }
      }
      case Expression.Ask(Expression target, _, _, _) -> visit(target, scope);
      case Expression.ListOf(List<Expression.Item> items, _) ->
          items.forEach(it -> operand(it.optional() ? "optional item" : "item", it.value(), scope));
      case Expression.MapOf(List<Expression.Entry> entries, _) -> {
        for (Expression.Entry it : entries) {
          operand("key", it.key(), scope);
          operand(it.optional() ? "optional value" : "value", it.value(), scope);
        }
      }
      case Expression.Macro macro -> macro(macro, scope);
      case Expression.Bind(_, Expression value, Expression body, _) -> {
        operand("bound", value, scope);
        visit(body, scope);
      }
    }
  }

  private void macro(Expression.Macro macro, Environment scope) {
    operand(macro.kind() + " range", macro.range(), scope);
    operand(macro.kind() + " body", macro.body(), scope);
    if (macro.second().isPresent()) {
      operand(macro.kind() + " with a place", macro.body(), scope);
    }
    macro.filter().ifPresent(it -> operand(macro.kind() + " filter", it, scope));
  }

  private void operand(String what, Expression operand, Environment scope) {
    if (value(operand, scope).filter(Result.Unknown.class::isInstance).isPresent()) {
      seen.add(what);
    }
    visit(operand, scope);
  }

  /// Empty when it reads what a macro binds.
  private static Optional<Result> value(Expression operand, Environment scope) {
    try {
      return Optional.of(new Evaluator(10_000).evaluate(operand, scope));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }
}
