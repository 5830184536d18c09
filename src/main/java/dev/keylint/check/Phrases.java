package dev.keylint.check;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Expression.Call;
import dev.keylint.rule.Expression.Ident;
import dev.keylint.rule.Expression.Select;
import dev.keylint.rule.Function;
import dev.keylint.rule.Variable;
import java.util.List;
import java.util.stream.Stream;

/// What a hole of a message is put together from, so that one unknown part does not hide the rest.
///
/// Where it is not known which of two a choice gives, the second stands there: that of `a ? b : c`
/// is what a rule says of both.
final class Phrases {
  private final Evaluator evaluator;
  private final Environment scope;
  private final List<Variable> variables;

  Phrases(Evaluator evaluator, Environment scope, List<Variable> variables) {
    this.evaluator = evaluator;
    this.scope = scope;
    this.variables = List.copyOf(variables);
  }

  /// A piece of text.
  ///
  /// @param path what is asked for, such as `grant.role.name`; empty for what is no path
  record Part(Result result, String path) {}

  /// The pieces of a hole, in order; one alone where all is known.
  List<Part> of(Expression hole) {
    return parts(hole).toList();
  }

  private Stream<Part> parts(Expression hole) {
    Result result = evaluator.evaluate(hole, scope);
    if (result instanceof Result.Unknown) {
      switch (hole) {
        case Call(Function function, List<Expression> operands, _)
            when function == Function.ADD && operands.stream().anyMatch(this::isWritten) -> {
          return operands.stream().flatMap(this::parts);
        }
        case Call(Function function, List<Expression> operands, _)
            when function == Function.CHOOSE -> {
          boolean first = evaluator.evaluate(operands.get(0), scope).is(true);
          return parts(operands.get(first ? 1 : 2));
        }
        case Select(Ident(String owner, _), String name, _) when owner.equals("variables") -> {
          return variables.stream()
              .filter(it -> it.name().equals(name))
              .flatMap(it -> parts(it.formula().root()));
        }
        case Expression _ -> {}
      }
    }
    return Stream.of(new Part(result, path(hole)));
  }

  /// Whether something of a sum is known, so that it is worth its parts.
  private boolean isWritten(Expression part) {
    if (part instanceof Call(Function function, List<Expression> operands, _)
        && function == Function.ADD) {
      return operands.stream().anyMatch(this::isWritten);
    }
    return evaluator.evaluate(part, scope) instanceof Result.Known;
  }

  private static String path(Expression expression) {
    return switch (expression) {
      case Ident(String name, _) -> name;
      case Select(Expression operand, String field, _) -> {
        String owner = path(operand);
        yield owner.isEmpty() ? "" : owner + "." + field;
      }
      case Call(Function function, List<Expression> operands, _) when function == Function.JOIN ->
          path(operands.getFirst());
      case Expression _ -> "";
    };
  }
}
