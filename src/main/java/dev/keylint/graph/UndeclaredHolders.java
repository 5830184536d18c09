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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Role assignments to the identities of resources that the estate declares by no such id:
/// `existing` ones, items of a loop. As far as their ids are known they may be declared ones all
/// the same.
final class UndeclaredHolders {
  private final ResourceIndex index;
  private final Map<String, List<Held>> byType = new HashMap<>();
  private final Map<String, List<Perhaps>> byIdentity = new ConcurrentHashMap<>();

  /// @param holder the resource whose identity has it
  private record Held(Grant grant, ResourceId holder) {}

  private record Perhaps(Grant grant, Answer same) {}

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

  /// Whether one of them that may be for a declared identity is enough; the first that is open will
  /// do, as none is certain.
  Answer ask(Identity identity, Function<Grant, Answer> enough) {
    return byIdentity.computeIfAbsent(identity.key(), _ -> perhaps(identity)).stream()
        .map(it -> it.same.and(() -> enough.apply(it.grant)))
        .filter(it -> !it.isFalse())
        .findFirst()
        .orElse(Answer.no());
  }

  private List<Perhaps> perhaps(Identity identity) {
    List<Perhaps> all = new ArrayList<>();
    declared(identity)
        .map(index::id)
        .ifPresent(id -> {
          for (Held held : id.type().map(byType::get).orElse(List.of())) {
            Answer same = mayBe(id, held.holder) ? id.holds(held.holder) : Answer.no();
            if (!same.isFalse()) {
              all.add(new Perhaps(held.grant, same));
            }
          }
        });
    return all;
  }

  /// An item of a loop that makes resources is one of these, and no other that is declared.
  private boolean mayBe(ResourceId declared, ResourceId holder) {
    return index.byId(holder).isPresent()
        || declared.name().filter(it -> !it.isKnown()).isPresent();
  }

  private Optional<Resource> declared(Identity identity) {
    return index.byKey(identity.key()).filter(it -> !it.existing());
  }
}
