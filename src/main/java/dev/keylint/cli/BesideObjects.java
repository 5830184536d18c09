package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.graph.WrittenKeys;
import dev.keylint.plan.SearchFiles;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Objects of Search that are files, each as an estate of its own: which service they are sent to,
/// nothing here says.
final class BesideObjects {
  private BesideObjects() {}

  static Expanded of(SearchFiles.Found file, Evaluator evaluator, DeploymentContext context) {
    Estate estate =
        evaluator.expansion(file.made(), Optional.empty(), context, Limits.DEFAULT).estate();
    List<Resource> named = estate.resources().stream().map(it -> named(it, file.path())).toList();
    Estate known =
        new Estate(
            file.path(),
            false,
            named,
            List.of(),
            List.of(),
            estate.gaps(),
            estate.diagnostics(),
            WrittenKeys.of(named));
    return Expanded.beside(known, List.of(file.path()));
  }

  /// What stands for a file is called by its path.
  private static Resource named(Resource object, String path) {
    Value name = new Value.Str(path, Origin.at(object.declaredAt()));
    return new Resource(
        object.type(),
        object.apiVersion(),
        name,
        name,
        object.scope(),
        object.condition(),
        object.body(),
        false,
        object.declaredAt(),
        object.deployment());
  }
}
