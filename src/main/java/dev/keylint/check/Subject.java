package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a rule looks at: its name in expressions, how it is shown, and the resource that it is
/// written in.
///
/// @param declaration where a finding points when the property in question is not there
/// @param access who uses it, for rules about resources
/// @param title what reports call it
record Subject(
    String variable,
    Resource resource,
    Location declaration,
    Optional<Access> access,
    Supplier<String> title,
    Function<Telling, Result> shown) {

  /// A resource: its body with `type`, `name`, `id`, `apiVersion` and `scope`; `properties` is
  /// never absent.
  static Subject of(Resource resource, Access access) {
    Value.Obj object = object(resource);
    return new Subject(
        "resource",
        resource,
        resource.declaredAt(),
        Optional.of(access),
        () -> Titles.of(resource),
        tell ->
            new Result.Known(
                new EstateObject(object, tell.place(), tell.facts()), Why.of(tell.place())));
  }

  static Subject of(Grant grant) {
    return new Subject(
        "grant",
        grant.assignment(),
        grant.at(),
        Optional.empty(),
        () -> Titles.of(grant),
        tell ->
            new Result.Known(new ShapedStruct<>(Shapes.GRANT, grant, tell), Why.of(tell.place())));
  }

  static Subject of(Call call) {
    return new Subject(
        "call",
        call.resource(),
        call.at(),
        Optional.empty(),
        () -> Titles.of(call.resource()),
        tell ->
            new Result.Known(new ShapedStruct<>(Shapes.CALL, call, tell), Why.of(tell.place())));
  }

  /// How expressions see it, with these parameters tried out.
  private Result result(Facts facts) {
    return shown.apply(new Telling(Place.root(variable, declaration), facts));
  }

  /// The names that expressions know: the subject, and who uses it.
  Environment scope(Facts facts) {
    Environment scope = Environment.of(variable, result(facts));
    Telling tell = new Telling(Place.root(Access.SHAPE.name(), declaration), facts);
    return access
        .map(it -> Result.of(new ShapedStruct<>(Access.SHAPE, it, tell)))
        .map(it -> scope.with(Access.SHAPE.name(), it))
        .orElse(scope);
  }

  /// What was written for a property that counts as absent, as the api-version lacks it.
  ///
  /// @param property its path, such as `properties.disableLocalAuth`
  Optional<ApiVersions.Ignored> ignored(String property) {
    return ApiVersions.ignored(resource).stream()
        .filter(it -> property.equalsIgnoreCase("properties." + it.written().name()))
        .findFirst();
  }

  private static Value.Obj object(Resource resource) {
    Location at = resource.declaredAt();
    Origin origin = Origin.at(at);
    List<Property> members = new ArrayList<>();
    members.add(new Property("type", at, new Value.Str(resource.type().name(), origin)));
    members.add(new Property("apiVersion", at, new Value.Str(resource.apiVersion(), origin)));
    members.add(new Property("id", at, resource.id()));
    members.add(new Property("name", at, resource.name()));
    members.add(new Property("scope", at, resource.scope()));
    Properties body = ApiVersions.effective(resource);
    Optional<Property> properties = body.property("properties");
    if (properties.isEmpty() || properties.orElseThrow().value() instanceof Value.Null) {
      members.add(new Property("properties", at, new Value.Obj(Properties.EMPTY, origin)));
    }
    for (Property property : body) {
      if (!(property.value() instanceof Value.Null)) {
        members.add(property);
      }
    }
    return new Value.Obj(Properties.of(members, resource.body().properties().unread()), origin);
  }
}
