package dev.keylint.access;

import dev.keylint.check.CallAnswers;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.KnownModules;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who can call which service of an estate.
public final class Inventory {
  private final AccessGraph graph;
  private final CallAnswers answers;
  private final Names names;
  private final Reaching reaching;
  private final List<String> label;
  private final Map<Location, LeftOut> leftOut;

  private Inventory(Estate estate, CallAnswers answers, Map<Location, LeftOut> leftOut) {
    this.graph = AccessGraph.of(KnownModules.in(estate));
    this.answers = answers;
    this.names = new Names(graph);
    this.reaching = new Reaching(graph);
    this.label = List.of(estate.label());
    this.leftOut = Map.copyOf(leftOut);
  }

  /// What workloads and identities of an estate are known by, in lower case.
  public static Set<String> names(Estate estate) {
    AccessGraph graph = AccessGraph.of(KnownModules.in(estate));
    Names names = new Names(graph);
    Set<String> all = new HashSet<>();
    Stream.concat(graph.identities().stream(), graph.grants().stream().map(Grant::principal))
        .filter(it -> !it.isNobody())
        .forEach(it -> all.addAll(graph.idsOf(it)));
    graph.workloads().forEach(it -> all.add(names.of(it.resource()).toLowerCase(Locale.ROOT)));
    return all;
  }

  /// The calls of an estate, then the rights that no call uses: those of whoever was not seen to
  /// call, and what a caller may do besides calling.
  ///
  /// @param leftOut services that are called and not deployed, by the places of the calls
  public static List<Row> of(Estate estate, CallAnswers answers, Map<Location, LeftOut> leftOut) {
    Inventory inventory = new Inventory(estate, answers, leftOut);
    List<Row> rows = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Call call : inventory.graph.calls()) {
      rows.add(inventory.row(call, used));
    }
    for (Target target : inventory.graph.targets()) {
      rows.addAll(inventory.rights(target, used));
    }
    return rows;
  }

  /// The rows of several deployments, those that are the same once.
  public static List<Row> joined(List<Row> rows) {
    Map<Object, Row> joined = new LinkedHashMap<>();
    for (Row row : rows) {
      joined.merge(row.facts(), row, (one, next) -> one.alsoIn(next.deployments()));
    }
    return List.copyOf(joined.values());
  }

  private Row row(Call call, Set<String> used) {
    Optional<Identity> identity =
        call.identity() instanceof EffectiveIdentity.Known(Identity it)
            ? Optional.of(it)
            : Optional.empty();
    List<Grant> held =
        identity.flatMap(it -> call.target().map(target -> grants(it, target))).orElse(List.of());
    String host = Shown.known(call.host().value()).orElse("a host that can't be told");
    identity.ifPresent(it -> call.target().ifPresent(at -> used.add(it.key() + " " + at.key())));
    return new Row(
        names.caller(call),
        call.workload()
            .map(it -> it.resource().type().name())
            .orElse(call.resource().type().name()),
        identity.map(names::of),
        identity.map(graph::idsOf).orElse(Set.of()),
        call.target().map(names::of).orElse(host),
        call.target().map(names::full).orElse(host),
        call.target().map(it -> names.kind(it.kind())).orElse("service"),
        call.target().map(this::models).orElse(List.of()),
        call.target()
            .map(target ->
                held.stream().map(it -> names.held(it, target, Power.of(it, target))).toList())
            .orElse(List.of()),
        credential(call),
        true,
        new Chain(graph, names, call, held, Optional.ofNullable(leftOut.get(call.at())))
            .steps(answers.of(graph, call)),
        call.at(),
        label);
  }

  private static Credential credential(Call call) {
    if (call.credential().value() instanceof Value.Unknown) {
      return Credential.UNKNOWN;
    }
    return NormalForm.plain(call.credential().value()).equals("key")
        ? Credential.KEY
        : Credential.TOKEN;
  }

  /// The role assignments with data actions that an identity holds on a target, or may.
  private List<Grant> grants(Identity identity, Target target) {
    return graph.grantsOf(identity).stream()
        .filter(it -> !it.role().hasDataActions(Power.provider(target.kind())).isFalse())
        .filter(it -> !graph.reaches(it, target).isFalse())
        .toList();
  }

  /// One row for each principal that may do something to a service: all that it may if no call of
  /// it was seen, else what goes beyond calling.
  private List<Row> rights(Target target, Set<String> used) {
    Map<String, List<Grant>> byPrincipal = new LinkedHashMap<>();
    for (Grant grant : reaching.on(target)) {
      byPrincipal.computeIfAbsent(grant.principal().key(), _ -> new ArrayList<>()).add(grant);
    }
    List<Row> rows = new ArrayList<>();
    for (List<Grant> grants : byPrincipal.values()) {
      Identity principal = grants.getFirst().principal();
      boolean calls = used.contains(principal.key() + " " + target.key());
      List<Held> held =
          grants.stream()
              .map(it ->
                  names.held(
                      it, target, calls ? Power.overService(it, target) : Power.of(it, target)))
              .filter(it -> !it.allows().isEmpty())
              .toList();
      if (!held.isEmpty()) {
        rows.add(right(principal, target, held));
      }
    }
    return rows;
  }

  private Row right(Identity principal, Target target, List<Held> held) {
    return new Row(
        names.of(principal),
        names.kind(principal),
        Optional.of(names.of(principal)),
        knownAs(principal),
        names.of(target),
        names.full(target),
        names.kind(target.kind()),
        models(target),
        held,
        Credential.TOKEN,
        false,
        List.of(),
        held.getFirst().at(),
        label);
  }

  /// Whoever asks for a workload means what it may do as any of its identities.
  private Set<String> knownAs(Identity principal) {
    Set<String> all = new HashSet<>(graph.idsOf(principal));
    graph.holders(principal).stream()
        .map(it -> names.of(it.resource()).toLowerCase(Locale.ROOT))
        .forEach(all::add);
    return all;
  }

  /// The names of the model deployments of an account, also of the one that a project lies in.
  private List<String> models(Target target) {
    return graph.parts(target, "Microsoft.CognitiveServices/accounts/deployments").stream()
        .map(it -> {
          String name = names.of(it);
          return Bodies.text(it.body(), "properties", "model", "name")
              .filter(model -> !model.equals(name))
              .map(model -> name + " (" + model + ")")
              .orElse(name);
        })
        .distinct()
        .toList();
  }
}
