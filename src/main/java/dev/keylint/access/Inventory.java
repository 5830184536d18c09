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
import dev.keylint.value.Answer;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who can call which service of an estate.
public final class Inventory {
  private final AccessGraph graph;
  private final CallAnswers answers;
  private final Names names;
  private final List<String> label;

  private Inventory(Estate estate, CallAnswers answers) {
    this.graph = AccessGraph.of(KnownModules.in(estate));
    this.answers = answers;
    this.names = new Names(graph);
    this.label = List.of(estate.label());
  }

  /// The calls of an estate, then the rights that no call uses.
  public static List<Row> of(Estate estate, CallAnswers answers) {
    Inventory inventory = new Inventory(estate, answers);
    List<Row> rows = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Call call : inventory.graph.calls()) {
      rows.add(inventory.row(call, used));
    }
    for (Target target : inventory.graph.targets()) {
      rows.addAll(inventory.unused(target, used));
    }
    return rows;
  }

  /// The rows of several deployments, those that are the same once.
  public static List<Row> joined(List<Row> rows) {
    List<Row> joined = new ArrayList<>();
    for (Row row : rows) {
      Optional<Row> same = joined.stream().filter(row::isSame).findFirst();
      same.ifPresentOrElse(
          it -> joined.set(joined.indexOf(it), it.alsoIn(row.deployments())),
          () -> joined.add(row));
    }
    return joined;
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
        call.target().map(it -> names.of(it.name())).orElse(host),
        call.target().map(it -> Shown.text(it.name())).orElse(host),
        call.target().map(it -> names.kind(it.kind())).orElse("service"),
        call.target().map(this::models).orElse(List.of()),
        held.stream().map(names::held).toList(),
        credential(call),
        true,
        new Chain(graph, names, call, held).steps(answers.of(graph, call)),
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

  /// The role assignments with data actions that an identity holds on a target.
  private List<Grant> grants(Identity identity, Target target) {
    return graph.grants().stream()
        .filter(it -> it.principal().is(identity) && reaches(it, target))
        .filter(it -> !it.role().hasDataActions(names.provider(target.kind())).isFalse())
        .toList();
  }

  private static boolean reaches(Grant grant, Target target) {
    return grant.targets().stream().anyMatch(it -> it.key().equals(target.key()));
  }

  private List<Row> unused(Target target, Set<String> used) {
    List<Row> rows = new ArrayList<>();
    for (Grant grant : graph.grants()) {
      Answer data = grant.role().hasDataActions(names.provider(target.kind()));
      if (reaches(grant, target)
          && data.isTrue()
          && used.add(grant.principal().key() + " " + target.key())) {
        List<Grant> held = grants(grant.principal(), target);
        rows.add(
            new Row(
                names.of(grant.principal()),
                Shown.text(grant.principal().kind()),
                Optional.of(names.of(grant.principal())),
                graph.idsOf(grant.principal()),
                names.of(target.name()),
                Shown.text(target.name()),
                names.kind(target.kind()),
                models(target),
                held.stream().map(names::held).toList(),
                Credential.TOKEN,
                false,
                List.of(),
                grant.at(),
                label));
      }
    }
    return rows;
  }

  /// The names of the model deployments of an account, also of the one that a project lies in.
  private List<String> models(Target target) {
    return graph.parts(target, "Microsoft.CognitiveServices/accounts/deployments").stream()
        .map(it -> {
          String name = Shown.text(it.name());
          String last = name.substring(name.lastIndexOf('/') + 1);
          return Bodies.text(it.body(), "properties", "model", "name")
              .filter(model -> !model.equals(last))
              .map(model -> last + " (" + model + ")")
              .orElse(last);
        })
        .distinct()
        .toList();
  }
}
