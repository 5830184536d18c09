package dev.keylint.bicep;

import dev.keylint.text.Span;

/// A node of the syntax tree of a Bicep file; every node knows where it stands.
///
/// The tree holds what the later stages need and no punctuation: the tokens of a node are those of
/// [BicepFile#tokens()] that lie in its span and in none of its children.
public sealed interface Syntax
    permits ArrayMember,
        Declaration,
        Decorator,
        Expression,
        ExtensionWithClause,
        FunctionBody,
        ImportFromClause,
        ImportNames,
        ImportedSymbol,
        LocalVariables,
        NameOrString,
        ObjectMember,
        ObjectTypeMember,
        ParameterDefault,
        Skipped,
        TupleTypeMember,
        TypeExpression,
        TypedLambda.Parameter,
        TypedLambda.Parameters,
        AliasClause,
        UsingWithClause {

  /// Where the node stands, and what was found in it in place of expected punctuation.
  Extent extent();

  /// The characters from the node's first token to its last one.
  default Span span() {
    return extent().span();
  }
}
