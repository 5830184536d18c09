package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Decorator;
import dev.keylint.lower.TypeSecrecy;
import dev.keylint.lower.TypeShape;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import java.util.List;
import java.util.Optional;

/// Lowers parameters: what their types and decorators say of their values.
final class BicepParameters {
  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final BicepTypes types;
  private final SimilarNames similar;

  BicepParameters(
      BicepUnit unit, BicepExpressions expressions, BicepTypes types, SimilarNames similar) {
    this.unit = unit;
    this.expressions = expressions;
    this.types = types;
    this.similar = similar;
  }

  Parameter lower(Declaration.Parameter parameter, BicepScope scope) {
    TypeShape shape = types.shape(parameter.type());
    return new Parameter(
        parameter.name().name(),
        shape.type(),
        parameter
            .defaultValue()
            .map(value ->
                similar.parameter(parameter.name(), expressions.lower(value.value(), scope))),
        shape.nullable(),
        shape.secure() || BicepTypes.isSecure(parameter.decorators()),
        allowed(parameter.decorators(), shape, scope),
        new TypeSecrecy(types.node(parameter.type(), parameter.decorators())),
        unit.header(parameter.name(), parameter));
  }

  private List<Expr> allowed(List<Decorator> decorators, TypeShape shape, BicepScope scope) {
    Optional<Expr> written =
        decorators.stream()
            .filter(decorator -> decorator.name().filter("allowed"::equals).isPresent())
            .flatMap(decorator -> decorator.arguments().stream())
            .map(argument -> expressions.lower(argument, scope))
            .findFirst();
    if (written.isEmpty() || !(written.orElseThrow() instanceof Expr.ArrayExpr(var items, _))) {
      return shape.allowed();
    }
    List<Expr> values =
        items.stream()
            .filter(Expr.Item.Element.class::isInstance)
            .map(item -> ((Expr.Item.Element) item).value())
            .toList();
    // Of an array, which a type that is not known may be, these may be the values of its items,
    // which says nothing of the whole.
    boolean maybeOfItems =
        (shape.type() == Parameter.Type.ARRAY || shape.type() == Parameter.Type.ANY)
            && !values.stream().allMatch(Expr.ArrayExpr.class::isInstance);
    return maybeOfItems ? List.of() : values;
  }
}
