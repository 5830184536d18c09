package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which node of the compiler's tree each of our nodes is; docs/bicep-syntax-mapping.md says the
/// same in words.
final class OfficialNames {
  private OfficialNames() {}

  /// A node with the compiler's name and its children, tokens left out.
  record Named(String name, int start, int end, List<Named> children) {}

  static Named of(Syntax node) {
    return switch (node) {
      case Skipped it -> named("SkippedTriviaSyntax", it, all(it.parts()));
      case Declaration it -> OfficialDeclarations.of(it);
      case Expression it -> expression(it);
      case TypeExpression it -> OfficialTypes.of(it);
      case Identifier it -> named("IdentifierSyntax", it, List.of());
      case Decorator it -> named("DecoratorSyntax", it, all(List.of(it.expression())));
      case ObjectMember.Property it ->
          named("ObjectPropertySyntax", it, all(List.of(it.key(), it.value())));
      case ArrayMember.Item it -> named("ArrayItemSyntax", it, all(List.of(it.value())));
      case Spread it -> named("SpreadExpressionSyntax", it, all(List.of(it.value())));
      case LocalVariables.Variable it -> named("LocalVariableSyntax", it, all(List.of(it.name())));
      case LocalVariables.Block it -> named("VariableBlockSyntax", it, all(it.variables()));
      case TypedLambda it ->
          named("TypedLambdaSyntax", it, all(List.of(it.parameters(), it.returnType(), it.body())));
      case TypedLambda.Parameters it -> named("TypedVariableBlockSyntax", it, all(it.parameters()));
      case TypedLambda.Parameter it ->
          named("TypedLocalVariableSyntax", it, all(List.of(it.name(), it.type())));
      case AliasClause it -> named("AliasAsClauseSyntax", it, all(List.of(it.name())));
      case ExtensionWithClause it ->
          named("ExtensionWithClauseSyntax", it, all(List.of(it.configuration())));
      case UsingWithClause it ->
          named("UsingWithClauseSyntax", it, all(List.of(it.configuration())));
      case ImportFromClause it ->
          named("CompileTimeImportFromClauseSyntax", it, all(List.of(it.path())));
      case ImportNames.Symbols it -> named("ImportedSymbolsListSyntax", it, all(it.symbols()));
      case ImportNames.Wildcard it -> named("WildcardImportSyntax", it, all(List.of(it.alias())));
      case ImportedSymbol.Named it ->
          named("ImportedSymbolsListItemSyntax", it, all(List.of(it.original()), it.alias()));
      case ParameterDefault it -> parameterDefault(it);
      case ObjectTypeMember.Property it ->
          named("ObjectTypePropertySyntax", it, all(it.decorators(), List.of(it.key(), it.type())));
      case ObjectTypeMember.AdditionalProperties it ->
          named(
              "ObjectTypeAdditionalPropertiesSyntax", it, all(it.decorators(), List.of(it.type())));
      case TupleTypeMember.Item it ->
          named("TupleTypeItemSyntax", it, all(it.decorators(), List.of(it.type())));
    };
  }

  private static Named parameterDefault(ParameterDefault node) {
    return node.value() instanceof Skipped skipped && skipped.extent().equals(node.extent())
        ? of(skipped)
        : named("ParameterDefaultValueSyntax", node, all(List.of(node.value())));
  }

  private static Named expression(Expression node) {
    return switch (node) {
      case Skipped it -> of((Syntax) it);
      case Expression.StringSyntax it -> named("StringSyntax", it, all(it.expressions()));
      case Expression.IntegerLiteral it -> named("IntegerLiteralSyntax", it, List.of());
      case Expression.BooleanLiteral it -> named("BooleanLiteralSyntax", it, List.of());
      case Expression.NullLiteral it -> named("NullLiteralSyntax", it, List.of());
      case Expression.NoneLiteral it -> named("NoneLiteralSyntax", it, List.of());
      case Expression.ObjectSyntax it -> named("ObjectSyntax", it, all(it.members()));
      case Expression.ArraySyntax it -> named("ArraySyntax", it, all(it.members()));
      case Expression.VariableAccess it ->
          named("VariableAccessSyntax", it, all(List.of(it.name())));
      case Expression.PropertyAccess it ->
          named("PropertyAccessSyntax", it, all(List.of(it.base(), it.name())));
      case Expression.ArrayAccess it ->
          named("ArrayAccessSyntax", it, all(List.of(it.base(), it.index())));
      case Expression.ResourceAccess it ->
          named("ResourceAccessSyntax", it, all(List.of(it.base(), it.name())));
      case Expression.FunctionCall it ->
          named(
              "FunctionCallSyntax",
              it,
              with(all(List.of(it.name())), wrapped("FunctionArgumentSyntax", it.arguments())));
      case Expression.InstanceFunctionCall it ->
          named(
              "InstanceFunctionCallSyntax",
              it,
              with(
                  all(List.of(it.base(), it.name())),
                  wrapped("FunctionArgumentSyntax", it.arguments())));
      case Expression.Ternary it ->
          named(
              "TernaryOperationSyntax",
              it,
              all(List.of(it.condition(), it.whenTrue(), it.whenFalse())));
      case Expression.BinaryOperation it ->
          named("BinaryOperationSyntax", it, all(List.of(it.left(), it.right())));
      case Expression.UnaryOperation it ->
          named("UnaryOperationSyntax", it, all(List.of(it.operand())));
      case Expression.NonNullAssertion it ->
          named("NonNullAssertionSyntax", it, all(List.of(it.base())));
      case Expression.Parenthesized it ->
          named("ParenthesizedExpressionSyntax", it, all(List.of(it.inner())));
      case Expression.Lambda it ->
          named("LambdaSyntax", it, all(List.of(it.parameters(), it.body())));
      case Expression.ForSyntax it ->
          named("ForSyntax", it, all(List.of(it.variables(), it.source(), it.body())));
      case Expression.IfCondition it ->
          named("IfConditionSyntax", it, all(List.of(it.condition(), it.body())));
    };
  }

  /// A node with its children and, behind them, its gaps.
  static Named named(String name, Syntax node, List<Named> children) {
    Extent place = node.extent();
    return new Named(name, place.start(), place.end(), with(children, all(place.skipped())));
  }

  static List<Named> all(List<? extends Syntax> nodes) {
    return nodes.stream().map(OfficialNames::of).toList();
  }

  static List<Named> all(List<? extends Syntax> nodes, List<? extends Syntax> more) {
    return with(all(nodes), all(more));
  }

  static List<Named> all(List<? extends Syntax> nodes, Optional<? extends Syntax> last) {
    return with(all(nodes), last.map(OfficialNames::of).stream().toList());
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
