package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.lower.Embedded;
import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import java.util.Optional;

/// An ARM template around templates that stand in its resources.
record ArmSurroundings(ArmScope scope) implements EmbeddedTemplates.FrontEnd {

  @Override
  public Expr followed(Expr written) {
    return written instanceof Expr.VariableRef
        ? scope
            .written(written)
            .filter(JsonObject.class::isInstance)
            .<Expr>map(scope.values()::value)
            .orElseGet(() -> scope.followed(written))
        : written;
  }

  @Override
  public Optional<Embedded> read(Expr written) {
    return EmbeddedTemplate.read(written, scope.problems()::add);
  }

  @Override
  public void report(Diagnostic diagnostic) {
    scope.problems().add(diagnostic);
  }
}
