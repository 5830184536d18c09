package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Outcome.Cause;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.Doubt;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a snapshot says of Azure, for templates that are judged beside it.
///
/// @param byType its resources, by type in lower case
record Deployed(boolean given, Map<String, List<Resource>> byType) {
  private static final String LACKS = ", of which the snapshot has nothing,";
  private static final String WHICH = "which of the ";

  /// No snapshot was given.
  static final Deployed NOTHING = new Deployed(false, Map.of());

  static Deployed of(Estate snapshot) {
    Map<String, List<Resource>> byType = new HashMap<>();
    for (Resource resource : snapshot.resources()) {
      byType.merge(
          resource.type().key(),
          List.of(resource),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return new Deployed(true, byType);
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
    List<Resource> twins =
        byType.getOrDefault(declared.type().key(), List.of()).stream()
            .filter(it -> name.equalsIgnoreCase(Shown.known(it.name()).orElse("")))
            .filter(it -> mayBe(declared.id(), it.id()))
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

  /// What is not known of an id, such as the subscription, may be anything.
  private static boolean mayBe(Value declared, Value live) {
    return !(declared instanceof Value.Str(var id, _))
        || Shown.known(live).filter(id::equalsIgnoreCase).isPresent();
  }
}
