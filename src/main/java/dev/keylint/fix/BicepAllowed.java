package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Syntax;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Which literals the default of a parameter may be, by `@allowed` and by types that are literals.
record BicepAllowed(BicepTree tree) {
  private static final int MOST_NAMES = 8;

  /// Why something may not be written there, as a phrase.
  Optional<String> refusal(Node written, Value wanted) {
    Optional<Node> at = Optional.of(written);
    while (at.isPresent()) {
      if (at.orElseThrow().syntax() instanceof Declaration.Parameter parameter) {
        return BicepTree.written(parameter)
            .filter(it -> isOf(written, parameter, it) && !allows(parameter, wanted))
            .map(_ -> "parameter `" + parameter.name().name() + "` may not be that");
      }
      at = at.orElseThrow().around();
    }
    return Optional.empty();
  }

  /// Whether what is written is the whole default.
  private static boolean isOf(Node written, Syntax parameter, Expression standard) {
    return written.syntax().equals(parameter)
        || BicepTree.written(written.syntax()).filter(standard::equals).isPresent();
  }

  private boolean allows(Declaration.Parameter parameter, Value wanted) {
    return parameter.decorators().stream()
            .filter(it -> it.name().filter("allowed"::equals).isPresent())
            .allMatch(it -> mayBe(it.arguments(), wanted))
        && mayBe(parameter.type(), wanted, 0);
  }

  private static boolean mayBe(List<Expression> allowed, Value wanted) {
    return allowed.size() != 1
        || !(allowed.getFirst() instanceof Expression.ArraySyntax list)
        || BicepTree.parts(list).stream()
            .flatMap(it -> BicepTree.written(it).stream())
            .anyMatch(it -> BicepLiterals.says(it, Optional.of(wanted)).orElse(true));
  }

  private boolean mayBe(TypeExpression type, Value wanted, int names) {
    return switch (type) {
      case TypeExpression.BooleanType(boolean truth, _) ->
          wanted instanceof Value.Bool(boolean other, _) && truth == other;
      case TypeExpression.IntegerType(long number, _) ->
          wanted instanceof Value.Int(long other, _) && number == other;
      case TypeExpression.StringType(var text, _) ->
          BicepLiterals.says(text, Optional.of(wanted)).orElse(true);
      case TypeExpression.NullType _ -> wanted instanceof Value.Null;
      case TypeExpression.UnionType(var members, _) ->
          members.stream().anyMatch(it -> mayBe(it, wanted, names));
      case TypeExpression.ParenthesizedType(var inner, _) -> mayBe(inner, wanted, names);
      case TypeExpression.NonNullableType(var base, _) -> mayBe(base, wanted, names);
      case TypeExpression.NullableType(var base, _) ->
          wanted instanceof Value.Null || mayBe(base, wanted, names);
      case TypeExpression.TypeVariable(var name, _) when names < MOST_NAMES ->
          tree.nodes().stream()
              .map(Node::syntax)
              .filter(Declaration.Type.class::isInstance)
              .map(Declaration.Type.class::cast)
              .filter(it -> it.name().name().equals(name.name()))
              .allMatch(it -> mayBe(it.value(), wanted, names + 1));
      case TypeExpression _ -> true;
    };
  }
}
