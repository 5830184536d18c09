package dev.keylint.template;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values for the parameters of a root template, from any of the parameter file formats.
///
/// @param template path of the template that it names itself (`using`, metadata), resolved against
///   its folder
/// @param variables what its expressions may refer to
/// @param unread what stands for arguments that could not be read, each of which may be that of any
///   parameter
/// @param unset where a value stands that only counts because a variable is not set: an argument,
///   or a parameter with a default
public record ParameterFile(
    Source source,
    Optional<String> template,
    List<Variable> variables,
    List<UserFunction> functions,
    List<Declaration.Argument> arguments,
    Optional<Expr> unread,
    List<Diagnostic> diagnostics,
    Set<Location> unset) {
  public ParameterFile {
    variables = List.copyOf(variables);
    functions = List.copyOf(functions);
    arguments = List.copyOf(arguments);
    diagnostics = List.copyOf(diagnostics);
    unset = Set.copyOf(unset);
  }

  /// One of which nothing hangs on variables that are not set.
  public ParameterFile(
      Source source,
      Optional<String> template,
      List<Variable> variables,
      List<UserFunction> functions,
      List<Declaration.Argument> arguments,
      Optional<Expr> unread,
      List<Diagnostic> diagnostics) {
    this(source, template, variables, functions, arguments, unread, diagnostics, Set.of());
  }

  /// The same with these places of unset variables.
  public ParameterFile unset(Set<Location> places) {
    return new ParameterFile(
        source, template, variables, functions, arguments, unread, diagnostics, places);
  }
}
