package dev.keylint.bicep;

import java.util.List;

/// `(a string, b int) bool => body`.
public record TypedLambda(
    Parameters parameters, TypeExpression returnType, Expression body, Extent extent)
    implements FunctionBody {

  /// `(a string, b int)`.
  public record Parameters(List<Parameter> parameters, Extent extent) implements Syntax {
    public Parameters {
      parameters = List.copyOf(parameters);
    }
  }

  /// `a string`.
  public record Parameter(Identifier name, TypeExpression type, Extent extent) implements Syntax {}
}
