package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Role assignments to the identities of resources that the estate declares by no such id:
/// `existing` ones, items of a loop. As far as their ids are known they may be declared ones all
/// the same.
final class UndeclaredHolders {
  private final ResourceIndex index;
  private final Map<String, List<Held>> byType = new HashMap<>();

  /// @param holder the resource whose identity has it
  private record Held(Grant grant, ResourceId holder) {}

  UndeclaredHolders(ResourceIndex index, List<Grant> grants) {
    this.index = index;
    for (Grant grant : grants) {
      if (grant.principal().isWorkload().isTrue() && declared(grant.principal()).isEmpty()) {
        for (RuntimeProperty each : RuntimeProperty.all(grant.principalAt().value())) {
          ResourceId holder = each.userAssigned().orElse(each.resource());
          String type = each.kubelet().isPresent() ? "" : holder.type().orElse("");
          byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(new Held(grant, holder));
        }
      }
    }
  }

  /// Whether one of them that may be for a declared identity is enough.
  Answer ask(Identity identity, Function<Grant, Answer> enough) {
    Optional<ResourceId> id = declared(identity).map(index::id);
    Answer all = Answer.no();
    for (Held each : id.flatMap(ResourceId::type).map(byType::get).orElse(List.of())) {
      Answer same = id.orElseThrow().holds(each.holder);
      all = all.or(same.and(() -> enough.apply(each.grant)));
    }
    return all;
  }

  private Optional<Resource> declared(Identity identity) {
    return index.byKey(identity.key()).filter(it -> !it.existing());
  }
}
