package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.plan.AppWorkflows;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Lazy;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Puts workflows that are deployed as files into the estates that have the app which runs them.
///
/// Safe for several threads.
final class BesideWorkflows {
  private static final String APPS = "microsoft.web/sites";

  private final List<Known> apps;

  /// The folders of those that some deployment has.
  private final Set<String> deployed = ConcurrentHashMap.newKeySet();

  BesideWorkflows(Evaluator evaluator, DeploymentContext context, List<AppWorkflows.App> apps) {
    this.apps =
        apps.stream()
            .map(app ->
                new Known(
                    app,
                    new Lazy<>(() ->
                        evaluator
                            .expansion(app.made(), Optional.empty(), context, Limits.DEFAULT)
                            .estate())))
            .toList();
  }

  private record Known(AppWorkflows.App app, Lazy<Estate> estate) {}

  /// An estate with the workflows of its app, if it has just one and needs all files that speak of
  /// such apps near them.
  Estate with(Estate estate, List<String> files) {
    Set<String> needed = new HashSet<>(apps.isEmpty() ? List.of() : files);
    Estate all = estate;
    for (Known known : apps) {
      Set<String> declaring = known.app().declaring();
      if (!declaring.isEmpty() && needed.containsAll(declaring)) {
        List<Resource> running = estate.resources().stream().filter(BesideWorkflows::runs).toList();
        if (running.size() == 1) {
          deployed.add(known.app().folder());
          all = all.and(of(running.getFirst(), known.estate().get()));
        }
      }
    }
    return all;
  }

  private static boolean runs(Resource resource) {
    return resource.type().key().equals(APPS)
        && !resource.existing()
        && Bodies.at(resource, "kind")
            .map(Property::value)
            .flatMap(PartialText::of)
            .filter(it -> it.chars().toLowerCase(Locale.ROOT).contains(AppWorkflows.KIND))
            .isPresent();
  }

  /// Those of which nobody says which app runs them.
  Stream<Expanded> ofUnknownApps() {
    return apps.stream()
        .filter(it -> !deployed.contains(it.app().folder()))
        .map(it -> Expanded.beside(it.estate().get(), it.app().files()));
  }

  private static List<Resource> of(Resource app, Estate workflows) {
    return workflows.resources().stream().map(it -> of(app, it)).toList();
  }

  private static Resource of(Resource app, Resource workflow) {
    return new Resource(
        workflow.type(),
        workflow.apiVersion(),
        below(app.id(), "/workflows/", workflow),
        below(app.name(), "/", workflow),
        app.scope(),
        app.condition(),
        workflow.body(),
        false,
        workflow.declaredAt(),
        workflow.deployment());
  }

  private static Value below(Value app, String between, Resource workflow) {
    String name =
        PartialText.of(workflow.name())
            .map(it -> it.chars().substring(it.chars().lastIndexOf('/') + 1))
            .orElse("");
    PartialText whole = PartialText.of(app).orElseGet(() -> PartialText.hole(app));
    Value below = whole.append(between + name).value();
    return below.at(Origin.at(workflow.declaredAt()));
  }
}
