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
  /// @param items of a list that is not known as a whole what is in it, each with its own result
  /// @param separator what stands between these
  record Part(Result result, String path, List<Result> items, String separator) {
    Part {
      items = List.copyOf(items);
    }
  }

  /// The pieces of a hole, in order; one alone where all is known.
  ///
  /// @param undecided whether the message says what may be so
  List<Part> of(Expression hole, boolean undecided) {
    return parts(hole, new Listing(evaluator, variables, undecided)).toList();
  }

  private Stream<Part> parts(Expression hole, Listing listing) {
    Result result = evaluator.evaluate(hole, scope);
    if (result instanceof Result.Unknown) {
      switch (hole) {
        case Call(Function function, List<Expression> operands, _)
            when function == Function.ADD && operands.stream().anyMatch(this::isWritten) -> {
          return operands.stream().flatMap(it -> parts(it, listing));
        }
        case Call(Function function, List<Expression> operands, _)
            when function == Function.CHOOSE -> {
          boolean first = evaluator.evaluate(operands.get(0), scope).is(true);
          return parts(operands.get(first ? 1 : 2), listing);
        }
        case Select(Ident(String owner, _), String name, _) when owner.equals("variables") -> {
          return variables.stream()
              .filter(it -> it.name().equals(name))
              .flatMap(it -> parts(it.formula().root(), listing));
        }
        case Call(Function function, List<Expression> operands, _)
            when function == Function.JOIN -> {
          List<Result> items = listing.items(operands.getFirst(), scope);
          return Stream.of(new Part(result, path(hole), items, separator(operands)));
        }
        case Expression _ -> {}
      }
    }
    return Stream.of(new Part(result, path(hole), List.of(), ""));
  }

  private String separator(List<Expression> joined) {
    return joined.size() > 1
            && evaluator.evaluate(joined.get(1), scope)
                instanceof Result.Known(Datum.Text(var it), _)
        ? it
        : "";
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
