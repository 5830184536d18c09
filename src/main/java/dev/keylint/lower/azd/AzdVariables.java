package dev.keylint.lower.azd;

import dev.keylint.template.DeploymentVariables;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.TargetScope;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The variables of one deployment: what the user gives, what earlier deployments put out, and what
/// azd sets itself.
///
/// @param given by the user; names respect case
/// @param options by which option the user gave each, if not by `--env`
/// @param outputs of earlier layers, by their names
/// @param open those that are taken to have a value which is not known
/// @param asked the names that files have asked for; added to, by several threads
public record AzdVariables(
    Map<String, String> given,
    Map<String, String> options,
    Map<String, Expr> outputs,
    Set<String> open,
    Set<String> asked) {
  private static final String INPUT = "externalInputs";

  public AzdVariables {
    given = Map.copyOf(given);
    options = Map.copyOf(options);
    outputs = Map.copyOf(outputs);
    open = Set.copyOf(open);
  }

  /// Those that the user gives, and no others.
  public static AzdVariables of(Map<String, String> given) {
    return of(given, Map.of());
  }

  /// The same, given by these options; those without one by `--env`.
  public static AzdVariables of(Map<String, String> given, Map<String, String> options) {
    return new AzdVariables(given, options, Map.of(), Set.of(), ConcurrentHashMap.newKeySet());
  }

  /// The same behind deployments with these outputs.
  public AzdVariables with(Map<String, Expr> more) {
    return new AzdVariables(given, options, more, open, asked);
  }

  /// The same where the user gives one another value.
  public AzdVariables with(String name, String value) {
    Map<String, String> other = new HashMap<>(given);
    other.put(name, value);
    return new AzdVariables(other, options, outputs, open, asked);
  }

  /// The same where one has a value, and nobody knows which.
  public AzdVariables open(String name) {
    return new AzdVariables(given, options, outputs, Set.of(name), asked);
  }

  /// Whether it says another thing of a variable than what a Bicep parameter file says itself.
  public boolean says(String name) {
    return given.containsKey(name) || open.contains(name);
  }

  /// The option by which the user gave a variable, or could.
  public String option(String name) {
    return options.getOrDefault(name, "--env");
  }

  /// A variable as a file reads it that is for a template of this scope.
  ///
  /// Who is signed in is never taken from the environment; outputs replace what was given before.
  AzdVariable find(String name, TargetScope scope, Location at) {
    asked.add(name);
    if (name.equals("AZURE_PRINCIPAL_ID")
        || name.equals("AZURE_PRINCIPAL_TYPE")
        || open.contains(name)) {
      return new AzdVariable.There(input(name, at), false);
    }
    if (outputs.containsKey(name)) {
      return new AzdVariable.There(outputs.getOrDefault(name, input(name, at)), true);
    }
    boolean isThere =
        DeploymentVariables.ALWAYS_SET.contains(name)
            || (name.equals(DeploymentVariables.GROUP) && scope == TargetScope.RESOURCE_GROUP);
    return Optional.ofNullable(given.get(name))
        .filter(text -> !isThere || !text.isEmpty())
        .<AzdVariable>map(AzdVariable.Given::new)
        .orElseGet(() ->
            isThere ? new AzdVariable.There(input(name, at), false) : new AzdVariable.Unset());
  }

  /// A variable as a Bicep parameter file reads it; empty when nobody gave it a value.
  ///
  /// Azd hands on who is signed in where nobody else says it, but not of which kind that is.
  public Optional<Expr> inBicep(String name, Location at) {
    asked.add(name);
    boolean isThere =
        open.contains(name)
            || (DeploymentVariables.ALWAYS_SET.contains(name)
                && !name.equals("AZURE_PRINCIPAL_TYPE"));
    Optional<Expr> value =
        Optional.ofNullable(given.get(name))
            .filter(text -> !isThere || !text.isEmpty())
            .map(text -> GivenText.read(name, GivenText.of(text, at)));
    return value.isPresent() || !isThere
        ? value
        : Optional.of(
            new Expr.Call(
                Optional.empty(),
                "readEnvironmentVariable",
                List.of(new Expr.StringLiteral(name, at)),
                at));
  }

  /// What stands for a value that only the deployment has.
  public static Expr input(String name, Location at) {
    return new Expr.Call(Optional.empty(), INPUT, List.of(new Expr.StringLiteral(name, at)), at);
  }
}
