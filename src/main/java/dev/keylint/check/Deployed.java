package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Outcome.Cause;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a snapshot says of Azure, for templates that are judged beside it.
///
/// @param byName its resources, by type and name in lower case
record Deployed(boolean given, Map<String, List<Resource>> byName) {
  private static final String LACKS = ", of which the snapshot has nothing,";
  private static final String WHICH = "which of the ";

  /// No snapshot was given.
  static final Deployed NOTHING = new Deployed(false, Map.of());

  static Deployed of(Estate snapshot) {
    Map<String, List<Resource>> byName = new HashMap<>();
    for (Resource resource : snapshot.resources()) {
      String name = Shown.known(resource.name()).orElse("");
      byName.computeIfAbsent(key(resource, name), _ -> new ArrayList<>()).add(resource);
    }
    return new Deployed(true, byName);
  }

  private static String key(Resource resource, String name) {
    return resource.type().key() + ' ' + name.toLowerCase(Locale.ROOT);
  }

  /// Empty when no snapshot was given.
  Optional<Twin> twin(Resource declared) {
    return given ? Optional.of(found(declared)) : Optional.empty();
  }

  /// The same finding, told to somebody who has a snapshot: to make one decides nothing more.
  Finding advised(Finding finding) {
    return given && finding.outcome() instanceof Outcome.Open(List<Cause> because)
        ? finding.because(because.stream().map(Deployed::advised).toList())
        : finding;
  }

  private static Cause advised(Cause cause) {
    if (cause.text().contains(LACKS)) {
      return cause.decidedBy(
          "`keylint live --save FILE` takes one of the subscription that has it");
    }
    if (cause.text().startsWith(WHICH)) {
      return cause.decidedBy(
          "say where it is deployed with `--context FILE`: `subscriptionId`, `resourceGroup`");
    }
    return cause.help().filter(ReasonWords.LIVE::equals).isPresent()
        ? cause.decidedBy("`keylint scan --state FILE` without a path judges what is deployed")
        : cause;
  }

  private Twin found(Resource declared) {
    if (!(declared.name() instanceof Value.Str(var name, _))) {
      return new Twin.Open(Doubt.because(declared.name()));
    }
    // What is not known of it, such as the subscription, may be anything.
    ResourceId id = ResourceId.of(declared.id());
    List<Resource> twins =
        byName.getOrDefault(key(declared, name), List.of()).stream()
            .filter(it -> !id.holds(ResourceId.of(it.id())).isFalse())
            .toList();
    if (twins.size() == 1) {
      return new Twin.Found(twins.getFirst());
    }
    String what =
        twins.isEmpty()
            ? "what `" + name + "` is in Azure" + LACKS
            : WHICH + twins.size() + " resources called `" + name + "` in Azure it is";
    return new Twin.Open(Doubt.notStated(what, declared.declaredAt()));
  }
}
