package dev.keylint.eval;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.template.Declaration;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The walk through a root and all modules and nested deployments in it.
final class Deployments {
  private Deployments() {}

  static Instance root(
      Template template, Optional<ParameterFile> parameters, Run run, DeploymentPath path) {
    Scope scope = Scopes.root(template, run.context(), run);
    run.root(scope);
    Map<String, Given> given =
        parameters.map(file -> given(file, template, scope, run, path)).orElseGet(Map::of);
    return Instance.inner(run, template, setting(scope, template.at(), run, path, given));
  }

  private static Instance.Setting setting(
      Scope scope, Location at, Run run, DeploymentPath path, Map<String, Given> given) {
    Value name =
        run.context()
            .deploymentName()
            .<Value>map(text -> Terms.text(text, at))
            .orElseGet(() -> ContextIds.property("deployment", "name", at));
    return new Instance.Setting(scope, name, true, 0, Presence.CERTAIN, path, given);
  }

  /// The expressions of a parameter file see its own variables and functions.
  private static Map<String, Given> given(
      ParameterFile file, Template template, Scope scope, Run run, DeploymentPath path) {
    Location at = new Location.WholeFile(file.source().path());
    Template surroundings =
        new Template(
            file.source(),
            Template.TargetScope.TENANT,
            false,
            List.of(),
            file.variables(),
            file.functions(),
            List.of(),
            List.of(),
            List.of(),
            at);
    Instance instance = Instance.inner(run, surroundings, setting(scope, at, run, path, Map.of()));
    return Given.all(
        file.arguments(), instance.frame(), Origin.Kind.PARAMETER_FILE, run.index(template));
  }

  /// Adds all resources of a deployment to the run, in the order they are declared.
  static void expand(Instance instance) {
    instance.run().comesBy(instance.template());
    for (Declaration declaration : instance.template().resources()) {
      Copies copies = instance.declared().copies(declaration);
      for (Target target : copies.all()) {
        switch (target) {
          case ResourceCopy resource -> ResourceExpansion.add(resource, copies.openCount());
          case ModuleCopy module -> expand(module);
          case Elsewhere elsewhere ->
              throw new IllegalStateException("declared elsewhere: " + elsewhere);
        }
      }
    }
  }

  private static void expand(ModuleCopy module) {
    if (module.absent()) {
      return;
    }
    Optional<Instance> deployed = module.instance();
    if (deployed.isEmpty()) {
      Run run = module.frame().run();
      run.add(gap(module));
      return;
    }
    expand(deployed.orElseThrow());
  }

  private static Estate.Gap gap(ModuleCopy module) {
    String reference =
        module.declaration().content() instanceof Declaration.Content.Missing(String missing)
            ? missing
            : module.declaration().symbol();
    List<Estate.Argument> arguments = new ArrayList<>();
    for (Declaration.Argument argument : module.declaration().arguments()) {
      Run run = module.frame().run();
      Value given = Expressions.value(argument.value(), module.frame());
      Value value = run.bounded(given, argument.name(), argument.at());
      run.written(value);
      arguments.add(new Estate.Argument(argument.name(), value, argument.at()));
    }
    return new Estate.Gap("module " + reference, List.of(), arguments, module.declaration().at());
  }
}
