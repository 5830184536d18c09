package dev.keylint.template;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;

/// What Bicep and ARM templates have in common: one file, brought into one form, or a nested
/// template of one.
///
/// @param source the file, or the file around a nested template
/// @param scope where it deploys to
/// @param symbolicNames whether `reference('x')` and `dependsOn` may name a resource by its symbol
/// @param diagnostics what the front end could not read or understand
public record Template(
    Source source,
    TargetScope scope,
    boolean symbolicNames,
    List<Parameter> parameters,
    List<Variable> variables,
    List<UserFunction> functions,
    List<Declaration> resources,
    List<Output> outputs,
    List<Diagnostic> diagnostics,
    Location at) {
  public Template {
    parameters = List.copyOf(parameters);
    variables = List.copyOf(variables);
    functions = List.copyOf(functions);
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A template for a resource group that declares these resources and nothing else, each by a
  /// symbol.
  public static Template of(Source source, List<Declaration> resources, Location at) {
    return new Template(
        source,
        TargetScope.RESOURCE_GROUP,
        true,
        List.of(),
        List.of(),
        List.of(),
        resources,
        List.of(),
        List.of(),
        at);
  }

  /// The same with other things to say.
  public Template withDiagnostics(List<Diagnostic> others) {
    return new Template(
        source,
        scope,
        symbolicNames,
        parameters,
        variables,
        functions,
        resources,
        outputs,
        others,
        at);
  }

  /// The same with other parameters.
  public Template withParameters(List<Parameter> others) {
    return new Template(
        source,
        scope,
        symbolicNames,
        others,
        variables,
        functions,
        resources,
        outputs,
        diagnostics,
        at);
  }
}
