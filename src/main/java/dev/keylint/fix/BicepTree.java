package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Skipped;
import dev.keylint.bicep.Spread;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of a Bicep file by their places, each with what is around it.
final class BicepTree {
  /// A declaration, member or value.
  record Node(Syntax syntax, Optional<Node> around) {
    Span span() {
      return syntax.span();
    }

    /// Whether it stands in one branch of a condition.
    boolean isConditional() {
      Optional<Node> at = around;
      while (at.isPresent()) {
        if (at.orElseThrow().syntax instanceof Expression.Ternary) {
          return true;
        }
        at = at.orElseThrow().around;
      }
      return false;
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> declared = new HashMap<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> modules = new HashSet<>();

  private BicepTree() {}

  static BicepTree of(BicepFile file) {
    BicepTree tree = new BicepTree();
    file.declarations().forEach(it -> tree.add(it, Optional.empty()));
    return tree;
  }

  List<Node> nodes() {
    return nodes;
  }

  /// The outermost node that stands exactly there.
  Optional<Node> at(Span span) {
    return nodes.stream().filter(it -> it.span().equals(span)).findFirst();
  }

  /// The innermost node that stands around a place.
  Optional<Node> around(Span span) {
    return nodes.stream()
        .filter(it -> it.span().start() <= span.start() && span.end() <= it.span().end())
        .min(Comparator.comparingInt(it -> it.span().length()));
  }

  boolean isResource(String name) {
    return resources.contains(name);
  }

  boolean isModule(String name) {
    return modules.contains(name);
  }

  /// The parameter or variable of this name.
  Optional<Node> declared(String name) {
    return Optional.ofNullable(declared.get(name));
  }

  private void add(Syntax syntax, Optional<Node> around) {
    Node node = new Node(syntax, around);
    nodes.add(node);
    switch (syntax) {
      case Declaration.Parameter it -> declared.putIfAbsent(it.name().name(), node);
      case Declaration.Variable it -> declared.putIfAbsent(it.name().name(), node);
      case Declaration.Resource it -> resources.add(it.name().name());
      case Declaration.Module it -> modules.add(it.name().name());
      case Syntax _ -> {}
    }
    parts(syntax).forEach(it -> add(it, Optional.of(node)));
  }

  /// What a node is made of, as far as it can hold values.
  static List<? extends Syntax> parts(Syntax syntax) {
    return switch (syntax) {
      case Declaration declaration -> value(declaration);
      case ObjectMember.Property(_, var value, _) -> List.of(value);
      case ArrayMember.Item(var value, _) -> List.of(value);
      case Spread(var value, _) -> List.of(value);
      case Expression expression -> operands(expression);
      case Syntax _ -> List.of();
    };
  }

  /// What a declaration gives its name.
  static List<Expression> value(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Parameter it ->
          it.defaultValue().map(given -> List.of(given.value())).orElse(List.of());
      case Declaration.Variable it -> List.of(it.value());
      case Declaration.Resource it -> List.of(it.value());
      case Declaration.Module it -> List.of(it.value());
      case Declaration.Output it -> List.of(it.value());
      case Declaration.ParameterAssignment it -> List.of(it.value());
      case Declaration.TargetScope _,
          Declaration.Metadata _,
          Declaration.Type _,
          Declaration.Function _,
          Declaration.Test _,
          Declaration.Assert _,
          Declaration.Extension _,
          Declaration.CompileTimeImport _,
          Declaration.Using _,
          Declaration.Extends _,
          Declaration.ExtensionConfigAssignment _,
          Declaration.Missing _,
          Skipped _ ->
          List.of();
    };
  }

  /// Whether a resource is of this type, in lower case.
  static boolean isOfType(Declaration.Resource resource, String type) {
    return resource.type() instanceof Expression.StringSyntax written
        && written
            .text()
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(type + "@"))
            .isPresent();
  }

  /// The member of this name, in whatever case, of what is written as an object.
  static Optional<ObjectMember.Property> property(Syntax object, String name) {
    return object instanceof Expression.ObjectSyntax it
        ? it.members().stream()
            .filter(ObjectMember.Property.class::isInstance)
            .map(ObjectMember.Property.class::cast)
            .filter(each -> each.name().filter(name::equalsIgnoreCase).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /// What is written for a member or declaration, without parentheses.
  static Optional<Expression> written(Syntax syntax) {
    return switch (syntax) {
      case ObjectMember.Property(_, var value, _) -> written(value);
      case ArrayMember.Item(var value, _) -> written(value);
      case Declaration.Parameter declaration -> value(declaration).stream().findFirst();
      case Declaration.Variable declaration -> value(declaration).stream().findFirst();
      case Declaration.ParameterAssignment it -> written(it.value());
      case Expression.Parenthesized(var inner, _) -> written(inner);
      case Expression expression -> Optional.of(expression);
      case Syntax _ -> Optional.empty();
    };
  }

  private static List<? extends Syntax> operands(Expression expression) {
    return switch (expression) {
      case Expression.StringSyntax it -> it.expressions();
      case Expression.ObjectSyntax it -> it.members();
      case Expression.ArraySyntax it -> it.members();
      case Expression.PropertyAccess it -> List.of(it.base());
      case Expression.ArrayAccess it -> List.of(it.base(), it.index());
      case Expression.ResourceAccess it -> List.of(it.base());
      case Expression.FunctionCall it -> it.arguments();
      case Expression.InstanceFunctionCall it -> {
        List<Expression> all = new ArrayList<>(it.arguments());
        all.addFirst(it.base());
        yield all;
      }
      case Expression.Ternary it -> List.of(it.condition(), it.whenTrue(), it.whenFalse());
      case Expression.BinaryOperation it -> List.of(it.left(), it.right());
      case Expression.UnaryOperation it -> List.of(it.operand());
      case Expression.NonNullAssertion it -> List.of(it.base());
      case Expression.Parenthesized it -> List.of(it.inner());
      case Expression.Lambda it -> List.of(it.body());
      case Expression.ForSyntax it -> List.of(it.source(), it.body());
      case Expression.IfCondition it -> List.of(it.condition(), it.body());
      case Expression.IntegerLiteral _,
          Expression.BooleanLiteral _,
          Expression.NullLiteral _,
          Expression.NoneLiteral _,
          Expression.VariableAccess _,
          Skipped _ ->
          List.of();
    };
  }
}
