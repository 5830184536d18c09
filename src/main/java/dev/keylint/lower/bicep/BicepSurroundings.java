package dev.keylint.lower.bicep;

import dev.keylint.lower.Embedded;
import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/// A Bicep file around templates that stand in its resources.
///
/// @param file the names of the file
record BicepSurroundings(BicepUnit unit, WrittenValues values, BicepScope file)
    implements EmbeddedTemplates.FrontEnd {

  @Override
  public Expr followed(Expr written) {
    return values.followed(written, file);
  }

  @Override
  public Optional<Embedded> read(Expr written) {
    return written instanceof Expr.ObjectExpr
        ? unit.linker().embedded(written, unit::report)
        : values.template(written).map(template -> new Embedded(template, List.of()));
  }

  @Override
  public void report(Diagnostic diagnostic) {
    unit.report(diagnostic);
  }
}
