package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.Optional;

/// What is written behind the names of a Bicep file, for what must be known before evaluation.
final class WrittenValues {
  private static final int MAX_HOPS = 5;

  private final BicepUnit unit;
  private final BicepExpressions expressions;

  WrittenValues(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
  }

  BicepUnit unit() {
    return unit;
  }

  /// The value behind the name of a variable; any other expression as it is.
  ///
  /// @param file the names of the file
  Expr followed(Expr written, BicepScope file) {
    return followed(written, file, 0);
  }

  private Expr followed(Expr written, BicepScope file, int hops) {
    if (!(written instanceof Expr.VariableRef(var name, _)) || hops == MAX_HOPS) {
      return written;
    }
    return unit.file().declarations().stream()
        .filter(Declaration.Variable.class::isInstance)
        .map(Declaration.Variable.class::cast)
        .filter(variable -> variable.name().name().equals(name))
        .findFirst()
        .map(variable -> followed(expressions.lower(variable.value(), file), file, hops + 1))
        .orElse(written);
  }

  /// The ARM template in a JSON file that a load function has put here.
  Optional<Template> template(Expr written) {
    boolean parsed =
        written instanceof Expr.Call(_, var function, var arguments, _)
            && function.equals("json")
            && arguments.size() == 1;
    Expr content = parsed ? ((Expr.Call) written).arguments().getFirst() : written;
    if (!(content.at() instanceof Location.InFile(Source source, _))
        || source.equals(unit.file().source())) {
      return Optional.empty();
    }
    return unit.linker().loaded(source);
  }
}
