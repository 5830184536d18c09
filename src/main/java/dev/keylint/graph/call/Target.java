package dev.keylint.graph.call;

import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// A service that calls without keys are made to.
///
/// @param path its id, as far as it is known
/// @param resource its declaration, which may be `existing`; empty when it is only referred to by
///   its id
/// @param relevant whether it is one of ours: open for an account whose kind is not known
public record Target(
    TargetKind kind, ResourceId path, Value name, Optional<Resource> resource, Answer relevant) {

  /// A target of which it can't be told whether a grant reaches it, and why.
  public record Possible(Target target, Value.Unknown because) {}

  /// The same text for the same resource, in lower case.
  public String key() {
    return path.key();
  }

  /// Its id as it was read.
  public Value id() {
    return path.value();
  }

  /// Whether it can be called with a key; a project's keys are its account's.
  public Answer acceptsKeys() {
    if (kind == TargetKind.PROJECT) {
      return Answer.no();
    }
    Location at = resource.map(Resource::declaredAt).orElse(name.origin().at());
    if (!isDeclared()) {
      return Answer.open(Doubt.withheld("key setting of an existing resource", at));
    }
    Value properties = new Value.Obj(ApiVersions.effective(resource.orElseThrow()), Origin.at(at));
    Optional<Property> off = Bodies.at(properties, "properties", "disableLocalAuth");
    return off.map(Property::value)
        .map(it ->
            it instanceof Value.Unknown unknown
                ? Answer.open(unknown)
                : Answer.of(!(it instanceof Value.Bool(var isOff, _) && isOff)))
        .orElseGet(Answer::yes);
  }

  /// The environment variables by which it is deployed.
  public List<Origin.Step> byVariables() {
    return resource.map(it -> it.body().origin().variables()).orElse(List.of());
  }

  /// Whether the estate creates it, so that all that is said about it is in the estate.
  public boolean isDeclared() {
    return resource.filter(it -> !it.existing()).isPresent();
  }
}
