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

/// The HTTP calls of Logic Apps.
final class WorkflowCalls {
  private static final String WORKFLOWS = "microsoft.logic/workflows";

  private final ResourceIndex index;
  private final FlowRequest requests;

  WorkflowCalls(ResourceIndex index, FlowRequest requests) {
    this.index = index;
    this.requests = requests;
  }

  /// Whether calls are read from resources of a type, in lower case.
  static boolean reads(String type) {
    return type.equals(WORKFLOWS);
  }

  List<CallSite> all() {
    List<CallSite> calls = new ArrayList<>();
    for (Resource workflow : index.ofType(WORKFLOWS)) {
      FlowText texts = new FlowText(workflow.id(), parameters(workflow));
      for (String part : List.of("triggers", "actions")) {
        Bodies.at(workflow, "properties", "definition", part)
            .ifPresent(it -> walk(it.value(), workflow, texts, calls));
      }
    }
    return calls;
  }

  private void walk(Value actions, Resource workflow, FlowText texts, List<CallSite> calls) {
    for (Property each : Bodies.members(actions)) {
      Value action = each.value();
      Bodies.at(action, "inputs")
          .flatMap(inputs -> call(inputs.value(), workflow, texts))
          .ifPresent(calls::add);
      nested(action, "actions").ifPresent(it -> walk(it, workflow, texts, calls));
      nested(action, "else", "actions").ifPresent(it -> walk(it, workflow, texts, calls));
      nested(action, "default", "actions").ifPresent(it -> walk(it, workflow, texts, calls));
      nested(action, "cases")
          .ifPresent(cases ->
              Bodies.members(cases)
                  .forEach(one ->
                      nested(one.value(), "actions")
                          .ifPresent(it -> walk(it, workflow, texts, calls))));
    }
  }

  private static Optional<Value> nested(Value action, String... path) {
    return Bodies.at(action, path).map(Property::value);
  }

  private Optional<CallSite> call(Value inputs, Resource workflow, FlowText texts) {
    Optional<Property> url = Bodies.at(inputs, "uri");
    Optional<Property> authentication = Bodies.at(inputs, "authentication");
    return url.flatMap(it ->
        requests.call(
            new FlowRequest.Request(
                Optional.of(workflow),
                workflow,
                texts.resolve(it),
                authentication,
                authentication
                    .flatMap(auth -> Bodies.at(auth.value(), "audience"))
                    .map(texts::resolve),
                authentication.flatMap(auth -> Bodies.at(auth.value(), "identity")),
                Stream.of("headers", "queries")
                    .flatMap(sent -> Bodies.at(inputs, sent).stream())
                    .toList())));
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
