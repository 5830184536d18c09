package dev.keylint.eval;

import dev.keylint.eval.expression.ContextIds;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.eval.scope.Scopes;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.ByVariable;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A root, ready to be expanded with the values of a parameter file.
final class RootDeployment {
  private RootDeployment() {}

  static Instance of(
      Template template,
      Optional<ParameterFile> parameters,
      Map<Location, List<ByVariable>> byVariables,
      Run run,
      DeploymentPath path,
      Consumer<Write> writes) {
    DeploymentScope scope = Scopes.root(template, run.context(), run);
    run.root(scope);
    Map<String, Given> given =
        parameters.map(file -> given(file, template, scope, run, path)).orElseGet(Map::of);
    return Instance.root(
        run, template, setting(scope, template.at(), run, path, given, byVariables), writes);
  }

  private static Setting setting(
      DeploymentScope scope,
      Location at,
      Run run,
      DeploymentPath path,
      Map<String, Given> given,
      Map<Location, List<ByVariable>> byVariables) {
    Value name =
        run.context()
            .deploymentName()
            .<Value>map(text -> Terms.text(text, at))
            .orElseGet(() -> ContextIds.property("deployment", "name", at));
    return new Setting(
        new Surroundings(scope, name, true),
        0,
        Presence.CERTAIN,
        path,
        given,
        byVariables,
        Optional.empty());
  }

  /// The expressions of a parameter file see its own variables and functions.
  private static Map<String, Given> given(
      ParameterFile file, Template template, DeploymentScope scope, Run run, DeploymentPath path) {
    Location at = new Location.WholeFile(file.source().path());
    Template surroundings =
        new Template(
            file.source(),
            TargetScope.TENANT,
            false,
            List.of(),
            file.variables(),
            file.functions(),
            List.of(),
            List.of(),
            List.of(),
            at);
    Instance instance =
        Instance.root(
            run, surroundings, setting(scope, at, run, path, Map.of(), Map.of()), _ -> {});
    return Given.all(
        file.arguments(), instance.frame(), Origin.Kind.PARAMETER_FILE, run.index(template));
  }
}
