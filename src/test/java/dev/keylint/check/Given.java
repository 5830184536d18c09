package dev.keylint.check;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.rule.YamlValues;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Estates written as YAML, with marks for what is not known.
///
/// `{$parameter: name}` is a parameter without a value, `{$parameter: name, $allowed: [a, b]}` one
/// that may take these only, `{$runtime: path}` a property of a running resource, `{$key: key1}`
/// what `listKeys` gives, `{$text: [..]}` an interpolation, `{$either: [a, b]}` one of two, `{a: 1,
/// $rest: {..}}` an object that may have more members.
final class Given {
  /// The body of a resource whose properties are known, are not, or may have few values.
  static final String SWITCHES =
      """
      name: srch
      properties:
        on: true
        off: false
        open: {$parameter: open}
        maybe: {$parameter: maybe, $allowed: [true, false]}
        never: {$parameter: never, $allowed: [0, 1]}
      """;

  private Given() {}

  static Value value(String yaml) {
    return value(YamlReader.read(Source.of("given.yaml", yaml)).root().orElseThrow());
  }

  static Value value(YamlNode node) {
    return replace(YamlValues.value(node));
  }

  /// A resource of a template; the keys of `yaml` are those of its body, and `name` and `id`.
  static Resource resource(String type, String yaml) {
    Value.Obj body = (Value.Obj) value(yaml);
    Origin origin = body.origin();
    String id = "/subscriptions/s/resourceGroups/g/providers/" + type + "/x";
    List<Property> members =
        body.properties().entries().stream()
            .filter(it -> !it.name().equals("name") && !it.name().equals("id"))
            .toList();
    return new Resource(
        ResourceType.of(type),
        "2025-01-01",
        body.properties().get("id").orElse(new Value.Str(id, origin)),
        body.properties().get("name").orElse(new Value.Str("thing", origin)),
        new Value.Str("/subscriptions/s/resourceGroups/g", origin),
        Optional.empty(),
        new Value.Obj(Properties.of(members), origin),
        false,
        origin.at(),
        DeploymentPath.of("given.yaml", Optional.empty()));
  }

  /// A resource at a place, with properties that have origins of their own.
  static Resource withProperties(String type, Value.Obj properties, Location at) {
    Resource bare = resource(type, "name: srch");
    Property only = new Property("properties", at, properties);
    return new Resource(
        bare.type(),
        bare.apiVersion(),
        bare.id(),
        bare.name(),
        bare.scope(),
        bare.condition(),
        new Value.Obj(Properties.of(List.of(only)), Origin.at(at)),
        false,
        at,
        bare.deployment());
  }

  /// The same resource, declared there and reached by this way.
  static Resource placed(Resource given, Location at, DeploymentPath path) {
    return new Resource(
        given.type(),
        given.apiVersion(),
        given.id(),
        given.name(),
        given.scope(),
        given.condition(),
        given.body(),
        given.existing(),
        at,
        path);
  }

  /// The same resource, deployed to this scope if this holds.
  static Resource deployed(Resource given, Value scope, Optional<Value> condition) {
    return new Resource(
        given.type(),
        given.apiVersion(),
        given.id(),
        given.name(),
        scope,
        condition,
        given.body(),
        given.existing(),
        given.declaredAt(),
        given.deployment());
  }

  static Estate estate(Resource... resources) {
    return new Estate("given.yaml", false, List.of(resources), List.of(), List.of(), List.of());
  }

  /// The same resources, read from Azure.
  static Estate live(Estate declared) {
    return new Estate("live", true, declared.resources(), List.of(), List.of(), List.of());
  }

  /// A resource by itself: nobody asks what it is given, or who calls it.
  static Subject subject(Resource resource) {
    return Subject.of(
        resource,
        new Access(
            () -> {
              throw new IllegalStateException("graph");
            },
            resource,
            Deployed.NOTHING));
  }

  private static Value replace(Value value) {
    return switch (value) {
      case Value.Obj object -> unknown(object).orElseGet(() -> members(object));
      case Value.Arr(List<Value> items, Origin origin) ->
          new Value.Arr(items.stream().map(Given::replace).toList(), origin);
      case Value other -> other;
    };
  }

  private static Value members(Value.Obj object) {
    List<Property> members = new ArrayList<>();
    Optional<Value.Unknown> rest = Optional.empty();
    for (Property it : object.properties()) {
      Value value = replace(it.value());
      if (it.name().equals("$rest")) {
        rest = Optional.of((Value.Unknown) value);
      } else {
        members.add(new Property(it.name(), it.at(), value));
      }
    }
    return new Value.Obj(Properties.of(members, rest), object.origin());
  }

  private static Value listed(Value key, Origin origin) {
    Reason reason = new Reason.KeyOf("it", "listKeys");
    Term list = new Term.Call("listKeys", List.of(new Value.Str("it", origin)));
    Value all = new Value.Unknown(list, reason, origin);
    return new Value.Unknown(new Term.Access(all, List.of(key)), reason, origin);
  }

  private static Value text(Value it, Origin origin) {
    List<Value> parts = ((Value.Arr) replace(it)).items();
    Value.Unknown first =
        (Value.Unknown)
            parts.stream().filter(Value.Unknown.class::isInstance).findFirst().orElseThrow();
    return new Value.Unknown(new Term.Concat(parts), first.reason(), origin);
  }

  private static Value either(Value choices, Origin origin) {
    List<Value> all = new ArrayList<>(((Value.Arr) replace(choices)).items());
    Reason reason = new Reason.MissingParameter("which", List.of());
    all.addFirst(new Value.Unknown(new Term.Call("which", List.of()), reason, origin));
    return new Value.Unknown(new Term.Call("if", all), reason, origin);
  }

  private static Optional<Value> unknown(Value.Obj object) {
    Origin origin = object.origin();
    Optional<Value> parameter = object.properties().get("$parameter");
    if (parameter.isPresent()) {
      String name = ((Value.Str) parameter.orElseThrow()).value();
      List<Value> allowed =
          object.properties().get("$allowed").map(it -> ((Value.Arr) it).items()).orElse(List.of());
      Term term = new Term.Call("parameters", List.of(parameter.orElseThrow()));
      return Optional.of(
          new Value.Unknown(term, new Reason.MissingParameter(name, allowed), origin));
    }
    Optional<Value> runtime = object.properties().get("$runtime");
    if (runtime.isPresent()) {
      String path = ((Value.Str) runtime.orElseThrow()).value();
      Value reference =
          new Value.Unknown(
              new Term.Call("reference", List.of()),
              new Reason.RuntimeReference("it", path),
              origin);
      Term term = new Term.Access(reference, List.of(runtime.orElseThrow()));
      return Optional.of(new Value.Unknown(term, new Reason.RuntimeReference("it", path), origin));
    }
    Optional<Value> made =
        object
            .properties()
            .get("$key")
            .map(it -> listed(it, origin))
            .or(() -> object.properties().get("$either").map(it -> either(it, origin)));
    if (made.isPresent()) {
      return made;
    }
    return object.properties().get("$text").map(it -> text(it, origin));
  }
}
