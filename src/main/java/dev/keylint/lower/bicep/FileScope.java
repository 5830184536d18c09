package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.lower.OldForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The names that a Bicep file declares.
final class FileScope {
  private final BicepUnit unit;
  private final BicepTypes types;
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final SequencedMap<String, Symbol.Extension> extensions = new LinkedHashMap<>();

  private FileScope(BicepUnit unit, BicepTypes types) {
    this.unit = unit;
    this.types = types;
  }

  /// The scope of a file whose imports have been resolved.
  static BicepScope of(BicepUnit unit, BicepTypes types, Map<String, Symbol> imported) {
    FileScope names = new FileScope(unit, types);
    names.symbols.putAll(imported);
    List<Declaration> declarations = unit.file().declarations();
    // Which resources belong to an extension depends on all of them.
    declarations.forEach(names::declareExtension);
    declarations.forEach(names::declare);
    return BicepScope.of(names.symbols);
  }

  private void declareExtension(Declaration declaration) {
    if (declaration instanceof Declaration.Extension(_, var specification, _, var alias, _)) {
      String provider = specification.literal().map(ExtensionNames::provider).orElse("");
      String name =
          alias
              .map(as -> as.name().name())
              .orElseGet(() -> specification.literal().map(ExtensionNames::alias).orElse(""));
      if (!provider.equals("az") && !provider.equals("sys")) {
        extensions.put(name, new Symbol.Extension(name));
        symbols.putIfAbsent(name, new Symbol.Extension(name));
      }
    }
  }

  private void declare(Declaration declaration) {
    switch (declaration) {
      case Declaration.Parameter parameter ->
          declare(parameter.name(), new Symbol.Parameter(parameter.name().name()));
      case Declaration.Variable variable ->
          declare(variable.name(), new Symbol.Variable(variable.name().name()));
      case Declaration.Function function ->
          declare(function.name(), new Symbol.Function(function.name().name()));
      case Declaration.Type type ->
          declare(type.name(), new Symbol.Type(types.node(type.value(), type.decorators())));
      case Declaration.Module module ->
          declare(
              module.name(),
              new Symbol.Module(module, module.name().name(), isLoop(module.value())));
      case Declaration.Resource resource ->
          declare(
              resource.name(),
              resource(resource, resource.name().name(), Optional.empty(), List.of()));
      case Declaration.ParameterAssignment assignment ->
          declare(assignment.name(), new Symbol.Variable(assignment.name().name()));
      case Declaration.Extends _ -> symbols.put("base", new Symbol.Variable("base"));
      case Declaration.TargetScope _,
          Declaration.Metadata _,
          Declaration.Output _,
          Declaration.Test _,
          Declaration.Assert _,
          Declaration.Extension _,
          Declaration.CompileTimeImport _,
          Declaration.Using _,
          Declaration.ExtensionConfigAssignment _,
          Declaration.Missing _,
          dev.keylint.bicep.Skipped _ -> {}
    }
  }

  private void declare(Identifier name, Symbol symbol) {
    if (name.isMissing()) {
      hide(symbol);
      return;
    }
    Symbol earlier = symbols.put(name.name(), symbol);
    if (earlier != null) {
      unit.wrong("the name `" + name.name() + "` is declared more than once", name.name(), name);
      hide(earlier);
    }
  }

  /// Keeps what no name leads to any more: it is declared all the same.
  private void hide(Symbol symbol) {
    switch (symbol) {
      case Symbol.Resource of -> {
        String hidden = hidden(of.syntax().name());
        symbols.put(hidden, resource(of.syntax(), hidden, Optional.empty(), List.of()));
      }
      case Symbol.Module of -> {
        String hidden = hidden(of.syntax().name());
        symbols.put(hidden, new Symbol.Module(of.syntax(), hidden, of.looped()));
      }
      case Symbol _ -> {}
    }
  }

  /// The name in the scope of a declaration whose own name means another one; none is written so.
  static String hidden(Identifier name) {
    return name.name() + "#" + name.extent().start();
  }

  private Symbol.Resource resource(
      Declaration.Resource syntax,
      String name,
      Optional<Symbol.Resource> parent,
      List<Declaration.Resource> around) {
    String text = text(syntax.type());
    Optional<String> qualifier = ExtensionNames.qualifier(text);
    ResourceTypeName written =
        ResourceTypeName.of(qualifier.map(own -> text.substring(own.length() + 1)).orElse(text));
    ResourceTypeName type = parent.map(Symbol.Resource::type).map(written::in).orElse(written);
    if (parent.isPresent() && written.type().contains("/") && !OldForm.isInside(written.type())) {
      unit.wrong("a nested resource has one type segment", "type", syntax.type());
    }
    Symbol.Resource self =
        new Symbol.Resource(
            syntax,
            type,
            parent.map(of -> of.symbol() + "::" + name).orElse(name),
            isLoop(syntax.value()) || parent.filter(Symbol.Resource::looped).isPresent(),
            around,
            Optional.empty(),
            qualifier
                .map(own -> Optional.of(own).filter(extensions::containsKey))
                .orElseGet(() -> ExtensionNames.of(type, extensions.sequencedKeySet())),
            Map.of());
    List<Declaration.Resource> inside = new ArrayList<>(around);
    inside.add(syntax);
    Map<String, Symbol.Resource> children = new LinkedHashMap<>();
    for (Declaration.Resource child : nested(syntax.value())) {
      String own = child.name().name();
      boolean again = children.containsKey(own);
      if (again) {
        unit.wrong("the name `" + own + "` is declared more than once", own, child.name());
      }
      String key = again || own.isEmpty() ? hidden(child.name()) : own;
      children.put(key, resource(child, key, Optional.of(self), inside));
    }
    return self.withChildren(children);
  }

  /// The resources in the body of a resource.
  static List<Declaration.Resource> nested(Expression value) {
    return switch (value) {
      case Expression.ForSyntax(_, _, var body, _) -> nested(body);
      case Expression.IfCondition(_, var body, _) -> nested(body);
      case Expression.Parenthesized(var inner, _) -> nested(inner);
      case Expression.ObjectSyntax(var members, _) -> {
        List<Declaration.Resource> found = new ArrayList<>();
        for (ObjectMember member : members) {
          if (member instanceof Declaration.Resource resource) {
            found.add(resource);
          }
        }
        yield found;
      }
      case Expression _ -> List.of();
    };
  }

  private static boolean isLoop(Expression value) {
    return value instanceof Expression.ForSyntax;
  }

  static String text(Expression expression) {
    return expression instanceof Expression.StringSyntax string ? string.text().orElse("") : "";
  }
}
