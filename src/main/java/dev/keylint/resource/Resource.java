package dev.keylint.resource;

import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One deployed thing, from a template or from Azure; the engine can't tell which.
///
/// @param id the full resource id, as far as it is known; the same resource has the same normal
///   form
/// @param name the full name, `parent/child` for a child
/// @param scope the id of what it is deployed to or, for an extension resource, sits on
/// @param condition why it may be absent: an unknown value; empty when it is certainly there
/// @param body all properties but type, apiVersion, name, scope, condition
/// @param existing whether the template only refers to it, so that nothing is known about its body
/// @param declaredAt where it is declared
/// @param deployment the names of the deployments it came through, outermost first
/// @param others what else the same deployment writes to it
public record Resource(
    ResourceType type,
    String apiVersion,
    Value id,
    Value name,
    Value scope,
    Optional<Value> condition,
    Value.Obj body,
    boolean existing,
    Location declaredAt,
    DeploymentPath deployment,
    List<OtherWrite> others) {
  public Resource {
    others = List.copyOf(others);
  }

  /// A resource that is written once.
  public Resource(
      ResourceType type,
      String apiVersion,
      Value id,
      Value name,
      Value scope,
      Optional<Value> condition,
      Value.Obj body,
      boolean existing,
      Location declaredAt,
      DeploymentPath deployment) {
    this(
        type,
        apiVersion,
        id,
        name,
        scope,
        condition,
        body,
        existing,
        declaredAt,
        deployment,
        List.of());
  }

  /// Where the same deployment writes it before, or may do so.
  public List<Location> earlier() {
    return others.stream()
        .filter(other ->
            other.kind() == OtherWrite.Kind.OVERWRITTEN
                || other.kind() == OtherWrite.Kind.UNORDERED)
        .map(OtherWrite::declaredAt)
        .toList();
  }

  /// The same, with more of what the deployment writes to it.
  public Resource with(List<OtherWrite> more) {
    return new Resource(
        type,
        apiVersion,
        id,
        name,
        scope,
        condition,
        body,
        existing,
        declaredAt,
        deployment,
        Stream.concat(others.stream(), more.stream()).distinct().toList());
  }

  /// The `properties` of the body when it has them and they are an object.
  public Optional<Value> properties() {
    return body.properties().get("properties");
  }

  /// The calls on the way to its declaration, and that.
  public CallPath path() {
    return deployment.places().into(declaredAt);
  }
}
