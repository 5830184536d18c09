package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.KeyFlow;
import dev.keylint.graph.Script;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Service;
import dev.keylint.graph.call.Source;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.text.CallPath;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a rule looks at: its name in expressions, how it is shown, and what it is written in.
///
/// @param resource the resource that it is, or is written in; empty for what is beside resources
/// @param deployment the way to it
/// @param type what kind of thing it is, a resource type where there is one
/// @param id the same text for the same subject
/// @param declaration where a finding points when the property in question is not there
/// @param access who uses it, for rules about resources
/// @param title what reports call it
/// @param turnsOn unknown values on which it depends what it is at all: a call that may lead here
record Subject(
    String variable,
    Optional<Resource> resource,
    DeploymentPath deployment,
    String type,
    Value id,
    Location declaration,
    Optional<Access> access,
    Supplier<String> title,
    List<Value.Unknown> turnsOn,
    Function<Telling, Result> shown) {

  /// A resource: its body with `type`, `name`, `id`, `apiVersion` and `scope`; `properties` is
  /// never absent.
  static Subject of(Resource resource, Access access) {
    Value.Obj object = object(resource);
    return of(
        "resource",
        resource,
        resource.declaredAt(),
        Optional.of(access),
        () -> Titles.of(resource),
        tell ->
            new Result.Known(
                new EstateObject(object, tell.place(), tell.facts()), Why.of(tell.place())));
  }

  static Subject of(AccessGraph graph, Grant grant) {
    InGraph<Grant> shown = new InGraph<>(graph, grant);
    return of(
        GrantShape.SHAPE, shown, grant.assignment(), grant.at(), () -> Titles.of(grant, graph));
  }

  static Subject of(AccessGraph graph, Call call) {
    Resource resource = call.resource();
    InGraph<Call> shown = new InGraph<>(graph, call);
    Subject subject = of(CallShape.SHAPE, shown, resource, call.at(), () -> Titles.of(resource));
    // Of what could not be read all facts are the same unknown, which is none of them.
    if (call.source() == Source.UNREAD) {
      return subject.untried();
    }
    // What is for another service and what is for ours have different rules.
    return call.endpoint().service() == Service.OPEN
        ? subject.turningOn(
            call.endpoint().host().holes().stream()
                .filter(Value.Unknown.class::isInstance)
                .map(Value.Unknown.class::cast)
                .toList())
        : subject;
  }

  static Subject of(AccessGraph graph, Workload workload) {
    Resource resource = workload.resource();
    InGraph<Workload> shown = new InGraph<>(graph, workload);
    return of(
        WorkloadShape.SHAPE, shown, resource, resource.declaredAt(), () -> Titles.of(resource));
  }

  /// An identity; empty when no resource at hand is it or has it.
  static Optional<Subject> of(AccessGraph graph, Identity identity) {
    InGraph<Identity> shown = new InGraph<>(graph, identity);
    return graph
        .resource(identity)
        .map(it -> of(IdentityShape.SHAPE, shown, it, it.declaredAt(), () -> Titles.of(it)));
  }

  static Subject of(AccessGraph graph, KeyFlow flow) {
    InGraph<KeyFlow> shown = new InGraph<>(graph, flow);
    Supplier<String> title = () -> Titles.of(flow);
    return flow.sink()
        .resource()
        .map(it -> of(KeyFlowShape.SHAPE, shown, it, flow.at(), title))
        .orElseGet(() -> beside(KeyFlowShape.SHAPE, shown, flow.deployment(), flow.at(), title));
  }

  static Subject of(DeployedOutput output) {
    return beside(
        OutputShape.SHAPE,
        output,
        output.deployment(),
        output.at(),
        () -> "output '" + output.name() + "'");
  }

  static Subject of(ModuleCall call) {
    return beside(
        ModuleCallShape.SHAPE,
        call,
        call.deployment(),
        call.at(),
        () -> "module '" + Shown.path(call.name()) + "'");
  }

  static Subject of(Script script) {
    return script
        .resource()
        .map(it -> of(ScriptShape.SHAPE, script, it, it.declaredAt(), () -> Titles.of(it)))
        .orElseGet(() ->
            beside(
                ScriptShape.SHAPE,
                script,
                DeploymentPath.of("", Optional.empty()),
                script.at(),
                () -> script.kind() + " '" + NormalForm.plain(script.name()) + "'"));
  }

  /// Each rule that is asked about it makes a finding, also one that it complies with.
  Subject {
    title = new Lazy<>(title);
  }

  private static <T> Subject of(
      Shape<T> shape, T it, Resource resource, Location declaration, Supplier<String> title) {
    return of(
        shape.name(),
        resource,
        declaration,
        Optional.empty(),
        title,
        tell -> new Result.Known(new ShapedStruct<>(shape, it, tell), Why.of(tell.place())));
  }

  private static Subject of(
      String variable,
      Resource resource,
      Location declaration,
      Optional<Access> access,
      Supplier<String> title,
      Function<Telling, Result> shown) {
    return new Subject(
        variable,
        Optional.of(resource),
        resource.deployment(),
        resource.type().name(),
        resource.id(),
        declaration,
        access,
        title,
        List.of(),
        shown);
  }

  private static <T> Subject beside(
      Shape<T> shape,
      T it,
      DeploymentPath deployment,
      Location declaration,
      Supplier<String> title) {
    return new Subject(
        shape.name(),
        Optional.empty(),
        deployment,
        shape.name(),
        new Value.Str(title.get(), Origin.at(declaration)),
        declaration,
        Optional.empty(),
        title,
        List.of(),
        tell -> new Result.Known(new ShapedStruct<>(shape, it, tell), Why.of(tell.place())));
  }

  /// The same that depends on unknown values.
  private Subject turningOn(List<Value.Unknown> values) {
    return new Subject(
        variable, resource, deployment, type, id, declaration, access, title, values, shown);
  }

  /// The same for which no choices are tried out.
  private Subject untried() {
    return new Subject(
        variable,
        resource,
        deployment,
        type,
        id,
        declaration,
        access,
        title,
        List.of(),
        tell -> shown.apply(new Telling(tell.place(), new Facts(Choice.NONE))));
  }

  /// The way to its declaration.
  CallPath path() {
    return deployment.places().into(resource.map(Resource::declaredAt).orElse(declaration));
  }

  /// How expressions see it, with these parameters tried out.
  private Result result(Facts facts) {
    return shown.apply(new Telling(Place.root(variable, declaration), facts));
  }

  /// The names that expressions know: the subject; for a resource who uses it, where its values
  /// come from, and what it is in Azure.
  Environment scope(Facts facts) {
    Environment scope = Environment.of(variable, result(facts));
    return access
        .map(it ->
            scope
                .with(Access.SHAPE.name(), beside(Access.SHAPE, it, facts))
                .with(OriginShape.SHAPE.name(), beside(OriginShape.SHAPE, it.resource(), facts))
                .with(LiveShape.SHAPE.name(), beside(LiveShape.SHAPE, it, facts)))
        .orElse(scope);
  }

  private <T> Result beside(Shape<T> shape, T it, Facts facts) {
    Telling tell = new Telling(Place.root(shape.name(), declaration), facts);
    return Result.of(new ShapedStruct<>(shape, it, tell));
  }

  /// What was written for a property that counts as absent, as the api-version lacks it.
  ///
  /// @param property its path, such as `properties.disableLocalAuth`
  Optional<ApiVersions.Ignored> ignored(String property) {
    return resource.map(ApiVersions::ignored).orElse(List.of()).stream()
        .filter(it -> property.equalsIgnoreCase("properties." + it.written().name()))
        .findFirst();
  }

  /// A resource as expressions see it.
  static Value.Obj object(Resource resource) {
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
