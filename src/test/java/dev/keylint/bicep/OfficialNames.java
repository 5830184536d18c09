package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.List;

/// Which node of the compiler's tree each of our nodes is; docs/bicep-syntax-mapping.md says the
/// same in words.
final class OfficialNames {
  private OfficialNames() {}

  /// A node with the compiler's name and its children, tokens left out.
  record Named(String name, int start, int end, List<Named> children) {}

  /// A node; behind its children stand its gaps.
  static Named of(Syntax node) {
    if (node instanceof ParameterDefault(Skipped skipped, var place)
        && skipped.extent().equals(place)) {
      return of(skipped);
    }
    Extent place = node.extent();
    List<Named> children = with(children(node), all(place.skipped()));
    return new Named(name(node), place.start(), place.end(), children);
  }

  private static String name(Syntax node) {
    return switch (node) {
      case Skipped _ -> "SkippedTriviaSyntax";
      case Declaration it -> OfficialDeclarations.name(it);
      case Expression it -> OfficialExpressions.name(it);
      case TypeExpression it -> OfficialTypes.name(it);
      case Identifier _ -> "IdentifierSyntax";
      case Decorator _ -> "DecoratorSyntax";
      case ObjectMember.Property _ -> "ObjectPropertySyntax";
      case ArrayMember.Item _ -> "ArrayItemSyntax";
      case Spread _ -> "SpreadExpressionSyntax";
      case LocalVariables.Variable _ -> "LocalVariableSyntax";
      case LocalVariables.Block _ -> "VariableBlockSyntax";
      case TypedLambda _ -> "TypedLambdaSyntax";
      case TypedLambda.Parameters _ -> "TypedVariableBlockSyntax";
      case TypedLambda.Parameter _ -> "TypedLocalVariableSyntax";
      case AliasClause _ -> "AliasAsClauseSyntax";
      case ExtensionWithClause _ -> "ExtensionWithClauseSyntax";
      case UsingWithClause _ -> "UsingWithClauseSyntax";
      case ImportFromClause _ -> "CompileTimeImportFromClauseSyntax";
      case ImportNames.Symbols _ -> "ImportedSymbolsListSyntax";
      case ImportNames.Wildcard _ -> "WildcardImportSyntax";
      case ImportedSymbol.Named _ -> "ImportedSymbolsListItemSyntax";
      case ParameterDefault _ -> "ParameterDefaultValueSyntax";
      case ObjectTypeMember.Property _ -> "ObjectTypePropertySyntax";
      case ObjectTypeMember.AdditionalProperties _ -> "ObjectTypeAdditionalPropertiesSyntax";
      case TupleTypeMember.Item _ -> "TupleTypeItemSyntax";
    };
  }

  private static List<Named> children(Syntax node) {
    return switch (node) {
      case Skipped it -> all(it.parts());
      case Declaration it -> OfficialDeclarations.children(it);
      case Expression it -> OfficialExpressions.children(it);
      case TypeExpression it -> OfficialTypes.children(it);
      case Identifier _ -> List.of();
      case Decorator it -> all(it.expression());
      case ObjectMember.Property it -> all(it.key(), it.value());
      case ArrayMember.Item it -> all(it.value());
      case Spread it -> all(it.value());
      case LocalVariables.Variable it -> all(it.name());
      case LocalVariables.Block it -> all(it.variables());
      case TypedLambda it -> all(it.parameters(), it.returnType(), it.body());
      case TypedLambda.Parameters it -> all(it.parameters());
      case TypedLambda.Parameter it -> all(it.name(), it.type());
      case AliasClause it -> all(it.name());
      case ExtensionWithClause it -> all(it.configuration());
      case UsingWithClause it -> all(it.configuration());
      case ImportFromClause it -> all(it.path());
      case ImportNames.Symbols it -> all(it.symbols());
      case ImportNames.Wildcard it -> all(it.alias());
      case ImportedSymbol.Named it -> with(all(it.original()), all(it.alias().stream().toList()));
      case ParameterDefault it -> all(it.value());
      case ObjectTypeMember.Property it -> with(all(it.decorators()), all(it.key(), it.type()));
      case ObjectTypeMember.AdditionalProperties it -> with(all(it.decorators()), all(it.type()));
      case TupleTypeMember.Item it -> with(all(it.decorators()), all(it.type()));
    };
  }

  static List<Named> all(Syntax... nodes) {
    return all(List.of(nodes));
  }

  static List<Named> all(List<? extends Syntax> nodes) {
    return nodes.stream().map(OfficialNames::of).toList();
  }

  static List<Named> with(List<Named> first, List<Named> second) {
    var both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /// Nodes that the compiler wraps into one of its own each.
  static List<Named> wrapped(String name, List<? extends Syntax> nodes) {
    return nodes.stream()
        .map(node -> new Named(name, node.extent().start(), node.extent().end(), List.of(of(node))))
        .toList();
  }
}
