package dev.keylint.resource;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Turns;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One of the resources that a loop makes, referred to by an index that may be any.
record LoopItem(ResourceId id) {
  /// What is declared once for all of them; empty where that can't be told.
  Optional<Resource> among(List<Resource> ofType) {
    if (id.isKnown()) {
      return Optional.empty();
    }
    List<Resource> any = only(ofType, it -> new Turns(false).mayMake(it.id(), id.value()));
    List<Resource> each = only(ofType, it -> new Turns(true).mayMake(it.id(), id.value()));
    List<Resource> alike = any.isEmpty() && each.size() > 1 ? each : any;
    // A reference by symbol has the place of the declaration.
    Location at = id.value().origin().at();
    List<Resource> there = only(ofType, it -> it.declaredAt().equals(at));
    List<Resource> found =
        Stream.of(only(alike, there::contains), there, alike)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse(List.of());
    return found.stream().map(Resource::declaredAt).distinct().count() == 1
        ? Optional.of(one(found))
        : Optional.empty();
  }

  private static List<Resource> only(List<Resource> all, Predicate<Resource> wanted) {
    return all.stream().filter(wanted).toList();
  }

  /// Which modules it lies in is only said where that is certain.
  private Resource one(List<Resource> found) {
    Resource first = found.getFirst();
    DeploymentPath path = first.deployment();
    boolean same = found.stream().allMatch(it -> it.deployment().equals(path));
    Value name = id.name().map(PartialText::value).orElse(id.value());
    return new Resource(
        first.type(),
        first.apiVersion(),
        id.value(),
        name,
        first.scope(),
        Optional.empty(),
        new Value.Obj(Properties.EMPTY, Origin.at(first.declaredAt())),
        true,
        first.declaredAt(),
        same ? path : DeploymentPath.of(path.root(), path.parameterFile()));
  }
}
