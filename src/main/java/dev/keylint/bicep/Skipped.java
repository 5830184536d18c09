package dev.keylint.bicep;

import java.util.List;

/// What the parser could not use, in the place of what it expected; empty where something is
/// missing.
///
/// Each has its reason among the diagnostics of the file, unless an earlier gap of the same
/// declaration explains it. The parts are nodes that were understood but may not stand here.
public record Skipped(List<Syntax> parts, Extent extent)
    implements Syntax,
        Declaration,
        Expression,
        TypeExpression,
        ArrayMember,
        ObjectMember,
        ObjectTypeMember,
        TupleTypeMember,
        ImportNames,
        ImportedSymbol,
        LocalVariables,
        FunctionBody,
        NameOrString {
  public Skipped {
    parts = List.copyOf(parts);
  }

  @Override
  public List<LocalVariables.Variable> variables() {
    return List.of();
  }
}
