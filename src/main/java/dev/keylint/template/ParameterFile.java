package dev.keylint.template;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Optional;

/// Values for the parameters of a root template, from any of the parameter file formats.
///
/// @param template path of the template that it names itself (`using`, metadata), resolved against
///   its folder
/// @param variables what its expressions may refer to
/// @param unread what stands for arguments that could not be read, each of which may be that of any
///   parameter
public record ParameterFile(
    Source source,
    Optional<String> template,
    List<Variable> variables,
    List<UserFunction> functions,
    List<Declaration.Argument> arguments,
    Optional<Expr> unread,
    List<Diagnostic> diagnostics) {
  public ParameterFile {
    variables = List.copyOf(variables);
    functions = List.copyOf(functions);
    arguments = List.copyOf(arguments);
    diagnostics = List.copyOf(diagnostics);
  }
}
