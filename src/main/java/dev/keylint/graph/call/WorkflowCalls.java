package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The HTTP calls of Logic Apps: of workflows that are resources of their own, and of those that an
/// app runs (Standard), which sign in as the app and read its settings.
final class WorkflowCalls {
  private static final String WORKFLOWS = "microsoft.logic/workflows";
  private static final String OF_APPS = "microsoft.web/sites/workflows";

  private final ResourceIndex index;
  private final FlowRequest requests;

  /// By the key of whose they are.
  private final Map<String, List<Settings>> settings = new HashMap<>();

  WorkflowCalls(ResourceIndex index, FlowRequest requests, List<Settings> settings) {
    this.index = index;
    this.requests = requests;
    for (Settings each : settings) {
      each.owner()
          .ifPresent(
              it -> this.settings.computeIfAbsent(index.key(it), _ -> new ArrayList<>()).add(each));
    }
  }

  /// Whether calls are read from resources of a type, in lower case.
  static boolean reads(String type) {
    return type.equals(WORKFLOWS) || type.equals(OF_APPS);
  }

  List<CallSite> all() {
    List<CallSite> calls = new ArrayList<>();
    for (Resource workflow : index.ofType(WORKFLOWS)) {
      read(new Flow(workflow, Optional.of(workflow), texts(workflow, Map.of())), calls);
    }
    for (Resource workflow : index.ofType(OF_APPS)) {
      Optional<Resource> app = index.parent(workflow, 1);
      Map<String, Value> values = app.map(this::settings).orElse(Map.of());
      read(new Flow(workflow, app, texts(workflow, values)), calls);
    }
    return calls;
  }

  /// A workflow, with who runs it.
  private record Flow(Resource workflow, Optional<Resource> caller, FlowText texts) {}

  private void read(Flow flow, List<CallSite> calls) {
    for (String part : List.of("triggers", "actions")) {
      Bodies.at(flow.workflow(), "properties", "definition", part)
          .ifPresent(it -> walk(it.value(), flow, calls));
    }
  }

  private void walk(Value actions, Flow flow, List<CallSite> calls) {
    for (Property each : Bodies.members(actions)) {
      Value action = each.value();
      Bodies.at(action, "inputs")
          .flatMap(inputs -> call(inputs.value(), flow))
          .ifPresent(calls::add);
      nested(action, "actions").ifPresent(it -> walk(it, flow, calls));
      nested(action, "else", "actions").ifPresent(it -> walk(it, flow, calls));
      nested(action, "default", "actions").ifPresent(it -> walk(it, flow, calls));
      nested(action, "cases")
          .ifPresent(cases ->
              Bodies.members(cases)
                  .forEach(one ->
                      nested(one.value(), "actions").ifPresent(it -> walk(it, flow, calls))));
    }
  }

  private static Optional<Value> nested(Value action, String... path) {
    return Bodies.at(action, path).map(Property::value);
  }

  private Optional<CallSite> call(Value inputs, Flow flow) {
    Optional<Property> provided = provided(inputs, flow);
    if (provided.isPresent()) {
      return ProviderConnection.of(provided.orElseThrow(), flow.texts())
          .flatMap(it -> requests.call(it.request(flow.caller(), flow.workflow())));
    }
    Optional<Property> url = Bodies.at(inputs, "uri");
    Optional<Property> authentication =
        Bodies.at(inputs, "authentication").map(flow.texts()::object);
    return url.flatMap(it ->
        requests.call(
            new FlowRequest.Request(
                Source.ACTION,
                flow.caller(),
                flow.workflow(),
                flow.texts().resolve(it),
                authentication,
                authentication
                    .flatMap(auth -> Bodies.at(auth.value(), "audience"))
                    .map(flow.texts()::resolve),
                authentication
                    .flatMap(auth -> Bodies.at(auth.value(), "identity"))
                    .map(flow.texts()::resolve),
                Stream.of("headers", "queries")
                    .flatMap(sent -> Bodies.at(inputs, sent).stream())
                    .toList())));
  }

  /// The connection of an action that a built-in connector makes, as connections.json has it.
  private static Optional<Property> provided(Value inputs, Flow flow) {
    return Bodies.text(inputs, "serviceProviderConfiguration", "connectionName")
        .flatMap(name ->
            Bodies.at(
                flow.workflow(), "properties", "connections", "serviceProviderConnections", name));
  }

  private FlowText texts(Resource workflow, Map<String, Value> settings) {
    return new FlowText(workflow.id(), parameters(workflow), settings);
  }

  /// What the process of an app is set to, by name in lower case.
  private Map<String, Value> settings(Resource app) {
    Map<String, Value> values = new HashMap<>();
    for (Settings each : settings.getOrDefault(index.key(app), List.of())) {
      each.byName().forEach((name, one) -> values.putIfAbsent(name, one.value().value()));
    }
    return values;
  }

  /// The workflow's parameters: what the resource gives, else the definition's defaults.
  private static Map<String, Value> parameters(Resource workflow) {
    Map<String, Value> parameters = new HashMap<>();
    collect(
        Bodies.at(workflow, "properties", "definition", "parameters"), "defaultValue", parameters);
    collect(Bodies.at(workflow, "properties", "parameters"), "value", parameters);
    return parameters;
  }

  private static void collect(
      Optional<Property> declared, String member, Map<String, Value> parameters) {
    for (Property each : declared.map(it -> Bodies.members(it.value())).orElse(List.of())) {
      Bodies.at(each.value(), member)
          .ifPresent(it -> parameters.put(each.name().toLowerCase(Locale.ROOT), it.value()));
    }
  }
}
