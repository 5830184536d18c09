package dev.keylint.lower.bicep;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.Skipped;
import dev.keylint.bicep.TypedLambda;
import dev.keylint.lower.Exports;
import dev.keylint.lower.Linker;
import dev.keylint.lower.TypeNode;
import dev.keylint.lower.TypeShape;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings a Bicep template into the one template form.
public final class BicepLowering {
  private final BicepUnit unit;
  private final BicepTypes types;
  private final BicepExpressions expressions;
  private final BicepScope scope;
  private final SimilarNames similar;
  private final BicepParameters parameterLowering;
  private final BicepResources resourceLowering;
  private final BicepModules moduleLowering;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<UserFunction> functions = new ArrayList<>();
  private final List<dev.keylint.template.Declaration> resources = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private TargetScope target = TargetScope.RESOURCE_GROUP;

  private BicepLowering(BicepUnit unit, BicepTypes types, BicepScope scope) {
    this.unit = unit;
    this.types = types;
    this.scope = scope;
    this.expressions = new BicepExpressions(unit);
    this.similar = new SimilarNames(unit);
    this.parameterLowering = new BicepParameters(unit, expressions, types, similar);
    this.resourceLowering = new BicepResources(unit, expressions);
    this.moduleLowering = new BicepModules(unit, expressions);
  }

  /// The template of a file, and what it exports.
  public static Exports lower(BicepFile file, Linker linker) {
    BicepUnit unit = new BicepUnit(file, linker);
    Imports imports = new Imports(unit);
    Map<String, Symbol> imported = imports.bind(file.declarations());
    BicepTypes types = new BicepTypes(unit, imported.values());
    BicepScope scope = FileScope.of(unit, types, imported);
    types.open(scope);
    unit.constants().open(new ConstantVariables(unit, scope, imports.variables()));
    BicepLowering lowering = new BicepLowering(unit, types, scope);
    file.declarations().forEach(lowering::declaration);
    lowering.variables.addAll(imports.variables());
    lowering.variables.addAll(unit.variables());
    lowering.functions.addAll(imports.functions());
    return lowering.exports(lowering.template());
  }

  private Template template() {
    Location whole =
        new Location.InFile(
            unit.file().source(), new Span(0, unit.file().source().text().length()));
    return new Template(
        unit.file().source(),
        target,
        true,
        parameters,
        variables,
        functions,
        resources,
        outputs,
        unit.diagnostics(),
        whole);
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Declaration.TargetScope(_, var value, _) -> target(expressions.lower(value, scope));
      case Declaration.Parameter parameter ->
          parameters.add(parameterLowering.lower(parameter, scope));
      case Declaration.Variable(_, var name, _, var value, _) -> {
        Expr lowered = expressions.value(value, name.name(), scope);
        variables.add(new Variable(name.name(), lowered, unit.header(name, declaration)));
      }
      case Declaration.Function function -> function(function);
      case Declaration.Resource resource -> resource(resource);
      case Declaration.Module module -> module(module);
      case Declaration.Output output -> output(output);
      // Types, imports and extensions are only asked for; the others deploy nothing.
      case Declaration.Type _,
          Declaration.CompileTimeImport _,
          Declaration.Extension _,
          Declaration.Metadata _,
          Declaration.Test _,
          Declaration.Assert _ -> {}
      // Only parameter files have these; the parser has reported them, and what is skipped.
      case Declaration.Using _,
          Declaration.Extends _,
          Declaration.ParameterAssignment _,
          Declaration.ExtensionConfigAssignment _,
          Declaration.Missing _,
          Skipped _ -> {}
    }
  }

  private void resource(Declaration.Resource resource) {
    if (declared(resource.name(), resource.span()) instanceof Symbol.Resource found) {
      resources.addAll(resourceLowering.lower(found, scope));
    }
  }

  private void module(Declaration.Module module) {
    if (declared(module.name(), module.span()) instanceof Symbol.Module found) {
      resources.add(moduleLowering.lower(found, scope));
    }
  }

  /// The symbol of a declaration, which of several of one name only the last one has by its name.
  private Symbol declared(Identifier name, Span at) {
    return scope
        .find(name.name())
        .filter(symbol ->
            switch (symbol) {
              case Symbol.Resource of -> of.syntax().span().equals(at);
              case Symbol.Module of -> of.syntax().span().equals(at);
              case Symbol _ -> false;
            })
        .or(() -> scope.find(FileScope.hidden(name)))
        .orElseGet(() -> new Symbol.Broken(name.name()));
  }

  private void output(Declaration.Output output) {
    TypeShape shape = types.shape(output.type());
    boolean secure = BicepTypes.isSecure(output.decorators()) || shape.secure();
    String name = output.name().name();
    Expr value = similar.output(output.name(), expressions.value(output.value(), name, scope));
    outputs.add(
        new Output(
            name,
            shape.type(),
            shape.nullable(),
            value,
            Optional.empty(),
            secure,
            unit.header(output.name(), output)));
  }

  private void target(Expr level) {
    String text = level instanceof Expr.StringLiteral(var name, _) ? name : "";
    switch (text) {
      case "resourceGroup" -> target = TargetScope.RESOURCE_GROUP;
      case "subscription" -> target = TargetScope.SUBSCRIPTION;
      case "managementGroup" -> target = TargetScope.MANAGEMENT_GROUP;
      case "tenant" -> target = TargetScope.TENANT;
      default -> {
        if (!(level instanceof Expr.Unsupported)) {
          unit.report(Kind.UNSUPPORTED, "`" + text + "` is no target scope of Azure", level.at());
        }
      }
    }
  }

  private void function(Declaration.Function function) {
    if (!(function.body() instanceof TypedLambda(var parameters, _, var body, _))) {
      return;
    }
    List<String> names =
        parameters.parameters().stream().map(parameter -> parameter.name().name()).toList();
    Map<String, Symbol> own = new HashMap<>();
    names.forEach(name -> own.put(name, new Symbol.Parameter(name)));
    functions.add(
        new UserFunction(
            BicepCalls.NAMESPACE,
            function.name().name(),
            names,
            expressions.lower(body, scope.with(own)),
            unit.header(function.name(), function)));
  }

  private Exports exports(Template template) {
    Set<String> values = new HashSet<>();
    Map<String, TypeNode> exported = new HashMap<>();
    for (Declaration declaration : unit.file().declarations()) {
      switch (declaration) {
        case Declaration.Variable(var decorators, var name, _, _, _) -> {
          if (isExported(decorators)) {
            values.add(name.name());
          }
        }
        case Declaration.Function(var decorators, var name, _, _) -> {
          if (isExported(decorators)) {
            values.add(name.name());
          }
        }
        case Declaration.Type(var decorators, var name, var value, _) -> {
          if (isExported(decorators)) {
            exported.put(name.name(), types.node(value, decorators));
          }
        }
        case Declaration _ -> {}
      }
    }
    return new Exports(template, values, exported);
  }

  private static boolean isExported(List<dev.keylint.bicep.Decorator> decorators) {
    return decorators.stream()
        .anyMatch(decorator -> decorator.name().filter("export"::equals).isPresent());
  }
}
