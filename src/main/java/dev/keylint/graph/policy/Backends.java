package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Substitution;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The URLs of the backends of API Management.
record Backends(ApiManagement management) {
  private static final String KIND = "backends";

  boolean has(ResourceId holder, PartialText name) {
    return management.find(KIND, holder, name).isPresent();
  }

  /// The URLs of a backend, which may be a pool of several; one that is not in the estate has one
  /// that is not known.
  List<Property> urls(ResourceId holder, PartialText name) {
    return management
        .find(KIND, holder, name)
        .map(it -> urls(holder, it))
        .orElseGet(() -> List.of(allowed(holder, name).orElseGet(() -> unknown(name))));
  }

  /// The URL of a backend whose name depends on a parameter: it depends on that, too. Empty unless
  /// each value that the parameter allows names one backend with one URL.
  private Optional<Property> allowed(ResourceId holder, PartialText name) {
    if (name.holes().size() != 1
        || !(name.holes().getFirst() instanceof Value.Unknown hole)
        || !(hole.reason() instanceof Reason.MissingParameter(_, _, List<Value> values))
        || values.isEmpty()
        || Substitution.parameter(hole).isEmpty()) {
      return Optional.empty();
    }
    Optional<Property> chosen = Optional.empty();
    for (Value value : values) {
      List<Property> urls =
          PartialText.of(name.map(_ -> value).value())
              .flatMap(it -> management.find(KIND, holder, it))
              .map(it -> urls(holder, it))
              .orElse(List.of());
      if (urls.size() != 1) {
        return Optional.empty();
      }
      Property url = urls.getFirst();
      chosen = Optional.of(chosen.map(it -> otherwise(it, hole, value, url)).orElse(url));
    }
    return chosen;
  }

  /// One URL where a parameter has a value, and else another.
  private static Property otherwise(
      Property other, Value.Unknown parameter, Value value, Property url) {
    Term condition = new Term.Call("equals", List.of(parameter, value));
    Value.Unknown holds = new Value.Unknown(condition, parameter.reason(), parameter.origin());
    Term either = new Term.Call("if", List.of(holds, url.value(), other.value()));
    return url.with(new Value.Unknown(either, parameter.reason(), parameter.origin()));
  }

  /// The URLs of all backends of a service that is created here; empty for one that may have more.
  List<Property> all(ResourceId holder) {
    return management.isDeclared(holder)
        ? management.all(KIND, holder).stream().flatMap(it -> urls(holder, it).stream()).toList()
        : List.of();
  }

  /// The URLs that an API forwards to unless a policy says otherwise; empty when it says none.
  List<Property> ofApi(ResourceId api) {
    Optional<Resource> declared = management.byId(api);
    Optional<Property> url = declared.flatMap(it -> Bodies.at(it, "properties", "serviceUrl"));
    if (url.isPresent()) {
      return List.of(url.orElseThrow());
    }
    Optional<ResourceId> holder = api.parent(1);
    return declared
        .flatMap(it -> Bodies.at(it, "properties", "backendId"))
        .map(it -> named(holder.orElseThrow(), it.value()))
        .orElse(List.of());
  }

  private List<Property> urls(ResourceId holder, Resource backend) {
    Optional<Property> url = Bodies.at(backend, "properties", "url");
    if (url.isPresent()) {
      return List.of(url.orElseThrow());
    }
    List<Property> urls = new ArrayList<>();
    Bodies.at(backend, "properties", "pool", "services")
        .map(it -> Bodies.items(it.value()))
        .orElse(List.of())
        .forEach(member ->
            Bodies.at(member, "id").ifPresent(id -> urls.addAll(member(holder, id.value()))));
    return urls.isEmpty() ? List.of(unknown(text(backend.name()))) : urls;
  }

  /// A pool holds no pools, so its members have URLs.
  private List<Property> member(ResourceId holder, Value id) {
    Optional<Resource> backend = find(holder, id);
    return backend
        .flatMap(it -> Bodies.at(it, "properties", "url"))
        .map(List::of)
        .orElseGet(() -> List.of(unknown(text(id))));
  }

  private List<Property> named(ResourceId holder, Value id) {
    return find(holder, id).map(it -> urls(holder, it)).orElseGet(() -> List.of(unknown(text(id))));
  }

  /// By its whole id, or by a short one: `/backends/name` or the name alone.
  private Optional<Resource> find(ResourceId holder, Value id) {
    PartialText path = text(id);
    PartialText name = path.from(path.chars().lastIndexOf('/') + 1);
    boolean isShort = path.chars().lastIndexOf('/', path.chars().lastIndexOf('/') - 1) <= 0;
    return management
        .byId(ResourceId.of(id))
        .or(() -> isShort ? management.find(KIND, holder, name) : Optional.empty());
  }

  private static PartialText text(Value value) {
    return PartialText.of(value).orElseGet(() -> PartialText.hole(value));
  }

  private static Property unknown(PartialText name) {
    String fact = "the URL of the backend `" + name.shown() + "`";
    return new Property(
        "url",
        name.origin().at(),
        name.holes().stream()
            .filter(Value.Unknown.class::isInstance)
            .map(Value.Unknown.class::cast)
            .filter(it -> it.reason() instanceof Reason.MissingParameter)
            .findFirst()
            .map(it -> Doubt.dependent(fact, it))
            .orElseGet(() -> Doubt.notStated(fact, name.origin().at())));
  }
}
