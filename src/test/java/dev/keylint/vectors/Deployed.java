package dev.keylint.vectors;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.plan.LoweredDeployment;
import dev.keylint.plan.Project;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import dev.keylint.vectors.Vector.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of a vector, and how that differs from what is expected.
record Deployed(Estate estate, List<Diagnostic> diagnostics) {

  /// The first difference; empty when all is as expected.
  static Optional<String> difference(Vector vector, Path folder) {
    Project project = new Project(folder);
    vector.files().forEach(project::with);
    Optional<LoweredDeployment> root =
        project.deployments(project.plan(".")).stream()
            .filter(it -> it.template().source().path().matches("main\\.(bicep|json)"))
            .findFirst();
    if (root.isEmpty()) {
      return Optional.of("nothing is deployed");
    }
    LoweredDeployment deployment = root.orElseThrow();
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(
                deployment.template(),
                deployment.parameters(),
                DeploymentContext.NONE,
                Limits.DEFAULT);
    List<Diagnostic> said = new ArrayList<>(deployment.diagnostics());
    said.addAll(estate.diagnostics());
    return new Deployed(estate, said).difference(vector.expected());
  }

  private Optional<String> difference(List<Expectation> expected) {
    boolean mayBeIncomplete = expected.stream().anyMatch(Expectation.Said.class::isInstance);
    Optional<Diagnostic> incomplete =
        diagnostics.stream().filter(it -> it.kind().incomplete()).findFirst();
    if (!mayBeIncomplete && incomplete.isPresent()) {
      return incomplete.map(Diagnostic::toString);
    }
    return expected.stream().flatMap(it -> difference(it).stream()).findFirst();
  }

  private Optional<String> difference(Expectation expected) {
    return switch (expected) {
      case Expectation.Output(String name, String value) ->
          compare(output(name), value, "output " + name);
      case Expectation.Member(String resource, String path, String value) ->
          compare(member(resource, path), value, resource + " " + path);
      case Expectation.Resources(String list) -> compare(resources(), list);
      case Expectation.Said(String text) ->
          diagnostics.stream().anyMatch(it -> it.message().contains(text))
              ? Optional.empty()
              : Optional.of("nothing says `" + text + "`, but " + diagnostics + shown());
    };
  }

  private String shown() {
    return output("x").map(value -> "; x is " + NormalForm.print(value)).orElse("");
  }

  private Optional<Value> output(String name) {
    return estate.outputs().stream()
        .filter(it -> it.name().equals(name))
        .map(DeployedOutput::value)
        .findFirst();
  }

  private Optional<Value> member(String resource, String path) {
    Optional<Value> found =
        estate.resources().stream()
            .filter(it -> name(it).equals(resource))
            .<Value>map(it -> whole(it, path))
            .findFirst();
    for (String key : path.startsWith("#") ? List.<String>of() : List.of(path.split("\\."))) {
      found =
          found.flatMap(value ->
              value instanceof Value.Obj(var properties, _)
                  ? properties.get(key)
                  : value instanceof Value.Arr(var items, _)
                      ? Optional.of(items.get(Integer.parseInt(key)))
                      : Optional.empty());
    }
    return found;
  }

  /// The body, or what stands beside it: `#id`, `#scope`, `#condition`.
  private static Value whole(Resource resource, String path) {
    return switch (path) {
      case "#id" -> resource.id();
      case "#scope" -> resource.scope();
      case "#condition" ->
          resource.condition().orElseGet(() -> new Value.Null(resource.body().origin()));
      default -> resource.body();
    };
  }

  private static String name(Resource resource) {
    return resource.name() instanceof Value.Str(String name, _)
        ? name
        : NormalForm.print(resource.name());
  }

  private String resources() {
    return estate.resources().stream()
        .filter(it -> !it.existing())
        .map(it -> it.type() + " " + name(it))
        .sorted()
        .toList()
        .toString();
  }

  private static Optional<String> compare(Optional<Value> found, String expected, String what) {
    if (found.isEmpty()) {
      return expected.equals("absent") ? Optional.empty() : Optional.of("there is no " + what);
    }
    Value value = found.orElseThrow();
    return expected.startsWith("$")
        ? compare(NormalForm.print(value), expected.substring(1).strip())
        : compare(PlainJson.of(value), PlainJson.of(expected));
  }

  private static Optional<String> compare(String found, String expected) {
    return found.equals(expected) ? Optional.empty() : Optional.of(found + ", not " + expected);
  }
}
