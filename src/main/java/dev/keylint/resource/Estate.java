package dev.keylint.resource;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All resources of one deployment, or of one reading of Azure.
///
/// @param label what the user calls it: the root template with its parameter file, or the live
///   scope
/// @param live whether it was read from Azure
/// @param lists of what was read from Azure the types of which all was read; empty when nothing was
///   left out
/// @param outputs the outputs of the root template, evaluated
/// @param modules the calls of modules and nested deployments, at every level
/// @param gaps what is missing from it, such as a module that is not here: while there are any,
///   absence proves nothing
/// @param diagnostics what could not be evaluated
/// @param secrets texts that were given for what is secure: no output may show them
/// @param scripts what runs beside the deployment: hooks, steps of pipelines
/// @param substitution what its unknown values are once parameters have values
public record Estate(
    String label,
    boolean live,
    Optional<Set<String>> lists,
    List<Resource> resources,
    List<DeployedOutput> outputs,
    List<ModuleCall> modules,
    List<Gap> gaps,
    List<Diagnostic> diagnostics,
    Set<String> secrets,
    List<Script> scripts,
    Substitution substitution) {
  public Estate {
    lists = lists.map(Set::copyOf);
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
    modules = List.copyOf(modules);
    gaps = List.copyOf(gaps);
    diagnostics = List.copyOf(diagnostics);
    secrets = Set.copyOf(secrets);
    scripts = List.copyOf(scripts);
  }

  /// An estate without modules, for which nothing secure was given.
  public Estate(
      String label,
      boolean live,
      List<Resource> resources,
      List<DeployedOutput> outputs,
      List<Gap> gaps,
      List<Diagnostic> diagnostics) {
    this(label, live, resources, outputs, List.of(), gaps, diagnostics, Set.of());
  }

  /// An estate from which nothing was left out.
  public Estate(
      String label,
      boolean live,
      List<Resource> resources,
      List<DeployedOutput> outputs,
      List<ModuleCall> modules,
      List<Gap> gaps,
      List<Diagnostic> diagnostics,
      Set<String> secrets) {
    this(
        label,
        live,
        Optional.empty(),
        resources,
        outputs,
        modules,
        gaps,
        diagnostics,
        secrets,
        List.of(),
        Substitution.ALONE);
  }

  /// The same, of which unknown values are worked out again in another way.
  public Estate with(Substitution other) {
    return with(resources, gaps, scripts, other);
  }

  /// The same with scripts that run beside it.
  public Estate with(List<Script> more) {
    return more.isEmpty() ? this : with(resources, gaps, more, substitution);
  }

  /// The same with more resources.
  public Estate and(List<Resource> more) {
    return more.isEmpty()
        ? this
        : with(Stream.concat(resources.stream(), more.stream()).toList(), gaps);
  }

  /// The same with other resources and gaps.
  public Estate with(List<Resource> all, List<Gap> missing) {
    return with(all, missing, scripts, substitution);
  }

  /// The same with other values everywhere.
  public Estate with(
      List<Resource> all, List<DeployedOutput> others, List<ModuleCall> calls, List<Gap> missing) {
    return new Estate(
        label,
        live,
        lists,
        all,
        others,
        calls,
        missing,
        diagnostics,
        secrets,
        scripts,
        substitution);
  }

  private Estate with(List<Resource> all, List<Gap> missing, List<Script> run, Substitution again) {
    return new Estate(
        label, live, lists, all, outputs, modules, missing, diagnostics, secrets, run, again);
  }

  /// Scripts that stand in no template.
  public static Estate of(String label, List<Script> scripts) {
    return new Estate(label, false, List.of(), List.of(), List.of(), List.of()).with(scripts);
  }

  /// A script that runs beside the deployment.
  ///
  /// @param kind who runs it: `hook`, `step`
  /// @param commands what it runs, each a text with its place
  /// @param unread what else it may run
  /// @param elsewhere whether it is evidence here, and judged as a part of another estate
  public record Script(
      String name,
      String kind,
      List<Value> commands,
      List<Value.Unknown> unread,
      boolean elsewhere,
      Location at) {
    public Script {
      commands = List.copyOf(commands);
      unread = List.copyOf(unread);
    }
  }

  /// Whether it has all that there is of a type, or of another list of Azure.
  public boolean isRead(String type) {
    return lists.map(all -> all.stream().anyMatch(type::equalsIgnoreCase)).orElse(true);
  }
}
