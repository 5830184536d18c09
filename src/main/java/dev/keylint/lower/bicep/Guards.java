package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The condition of a resource or module as seen from where it is used: `r.?p` is null where `r` is
/// not deployed.
final class Guards {
  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final Set<String> named = new HashSet<>();
  private boolean inRound;

  Guards(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
  }

  /// `if(condition, resource, null)`, or the resource alone when it has no condition.
  Expr guarded(Symbol symbol, Expr.ResourceRef ref, BicepScope scope) {
    List<Expression> values = new ArrayList<>();
    if (symbol instanceof Symbol.Resource resource) {
      resource.around().stream().map(Declaration.Resource::value).forEach(values::add);
      values.add(resource.syntax().value());
    } else if (symbol instanceof Symbol.Module module) {
      values.add(module.syntax().value());
    }
    boolean looped = values.stream().anyMatch(Expression.ForSyntax.class::isInstance);
    Optional<Expr> condition =
        looped ? ofRound(values, ref, scope.outermost()) : named(values, ref, scope.outermost());
    return condition
        .<Expr>map(
            holds -> new Expr.Conditional(holds, ref, new Expr.NullLiteral(ref.at()), ref.at()))
        .orElse(ref);
  }

  /// The condition as a variable: resources whose conditions ask for each other, many times over,
  /// would else make an expression without end.
  private Optional<Expr> named(List<Expression> values, Expr.ResourceRef ref, BicepScope scope) {
    if (values.stream().noneMatch(Expression.IfCondition.class::isInstance)) {
      return Optional.empty();
    }
    String name = "condition of " + ref.symbol();
    if (named.add(name)) {
      all(values, ref, scope)
          .ifPresent(condition -> unit.declare(new Variable(name, condition, condition.at())));
    }
    return Optional.of(new Expr.VariableRef(name, ref.at()));
  }

  /// The condition in one round of a loop; what it asks of other loops is not guarded again.
  private Optional<Expr> ofRound(List<Expression> values, Expr.ResourceRef ref, BicepScope scope) {
    if (inRound) {
      return Optional.empty();
    }
    inRound = true;
    Optional<Expr> condition = all(values, ref, scope);
    inRound = false;
    return condition;
  }

  private Optional<Expr> all(List<Expression> values, Expr.ResourceRef ref, BicepScope scope) {
    return values.stream()
        .flatMap(value -> condition(value, ref, scope).stream())
        .reduce((left, right) -> Operators.call("and", right.at(), left, right));
  }

  private Optional<Expr> condition(Expression value, Expr.ResourceRef ref, BicepScope scope) {
    if (value instanceof Expression.ForSyntax syntax
        && syntax.body() instanceof Expression.IfCondition(var condition, _, _)) {
      Loop loop = expressions.header(syntax, "condition", scope);
      Expr lowered = expressions.lower(condition, BicepExpressions.inside(loop, scope));
      return ref.index().map(index -> new Round(loop, index).rewrite(lowered));
    }
    return value instanceof Expression.IfCondition(var condition, _, _)
        ? Optional.of(expressions.lower(condition, scope))
        : Optional.empty();
  }

  /// Puts one round of a loop in the place of the loop's variables.
  private static final class Round extends Rewriting {
    private final Loop loop;
    private final Expr index;

    Round(Loop loop, Expr index) {
      this.loop = loop;
      this.index = index;
    }

    @Override
    protected Expr replace(Expr expr, Set<String> bound) {
      if (!(expr instanceof Expr.LocalRef(var name, var at)) || bound.contains(name)) {
        return expr;
      }
      if (loop.index().filter(name::equals).isPresent()) {
        return index;
      }
      return loop.item()
          .filter(name::equals)
          .flatMap(_ -> loop.collection())
          .<Expr>map(collection -> new Expr.Access(collection, index, false, false, at))
          .orElse(expr);
    }
  }
}
