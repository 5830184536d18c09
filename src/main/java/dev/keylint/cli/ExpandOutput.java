package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.report.Redaction;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What `keylint expand` prints of one file: a JSON object of resources, outputs and diagnostics.
///
/// Sorted by scope, type and name, without places on demand, so that a `main.bicep` and the ARM
/// template that the official compiler makes of it print the same.
final class ExpandOutput {
  private static final Set<String> LEFT_OUT = Set.of("dependson", "metadata");

  private final JsonWriter json;
  private final boolean locations;
  private final Redaction redaction;
  private final ValueJson values;

  ExpandOutput(JsonWriter json, boolean locations, Redaction redaction) {
    this.json = json;
    this.locations = locations;
    this.redaction = redaction;
    this.values = new ValueJson(json, redaction);
  }

  void write(String file, Estate estate, List<Diagnostic> diagnostics) {
    json.object().key("file").text(file).key("resources").array();
    estate.resources().stream().sorted(order()).forEach(this::resource);
    json.end().key("outputs").object();
    estate.outputs().stream()
        .sorted(Comparator.comparing(DeployedOutput::name))
        .forEach(this::output);
    json.end().key("diagnostics").array();
    diagnostics.forEach(this::diagnostic);
    estate.diagnostics().forEach(this::diagnostic);
    json.end().end();
  }

  private void output(DeployedOutput output) {
    json.key(output.name());
    if (output.secure()) {
      values.secure(output.value());
    } else {
      values.write(output.value());
    }
  }

  private static Comparator<Resource> order() {
    return Comparator.<Resource, String>comparing(it -> NormalForm.print(it.scope()))
        .thenComparing(it -> it.type().key())
        .thenComparing(it -> NormalForm.print(it.name()))
        .thenComparing(it -> NormalForm.print(it.body()));
  }

  private void resource(Resource resource) {
    json.object().key("type").text(resource.type().name());
    json.key("apiVersion").text(resource.apiVersion());
    json.key("name");
    values.write(resource.name());
    json.key("scope");
    values.write(resource.scope());
    if (resource.existing()) {
      json.key("existing").bool(true);
    }
    resource
        .condition()
        .ifPresent(condition -> {
          json.key("condition");
          values.write(condition);
        });
    json.key("body");
    values.write(shown(resource.body()));
    if (locations) {
      json.key("deployment")
          .text(
              redaction.text(
                  String.join(
                      "/", resource.deployment().calls().stream().map(it -> it.name()).toList())));
      location(resource.declaredAt());
    }
    json.end();
  }

  private static Value shown(Value.Obj body) {
    List<Property> members =
        body.properties().entries().stream()
            .filter(property -> !LEFT_OUT.contains(property.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Value.Obj(
        Properties.of(members, body.properties().unread()), Origin.at(body.origin().at()));
  }

  private void diagnostic(Diagnostic diagnostic) {
    json.object()
        .key("kind")
        .text(diagnostic.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.key("message").text(redaction.text(diagnostic.message()));
    diagnostic.help().ifPresent(help -> json.key("help").text(redaction.text(help)));
    location(diagnostic.location());
    json.end();
  }

  private void location(Location at) {
    json.key("location").object();
    switch (at) {
      case Location.InFile place ->
          json.key("file")
              .text(place.source().path())
              .key("line")
              .number(place.start().line())
              .key("column")
              .number(place.start().column());
      case Location.InAzure(String id, String pointer) ->
          json.key("resource").text(redaction.text(id)).key("pointer").text(pointer);
      case Location.WholeFile(String path) -> json.key("file").text(path);
    }
    json.end();
  }
}
