package dev.keylint.graph;

import dev.keylint.graph.call.KeyName;
import dev.keylint.graph.call.KeyPlace;
import dev.keylint.graph.call.KeyPlaces;
import dev.keylint.graph.call.ModuleKeys;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.value.Answer;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Follows the keys of an estate to where they are stored or shown.
///
/// Keys of other services, as of Storage, are no concern of ours.
final class KeyFlows {
  private static final Set<String> OF_SEARCH = Set.of("listadminkeys", "listquerykeys");
  private static final Set<String> OF_ACCOUNTS = Set.of("key1", "key2");
  private static final String DEPLOYMENTS = "microsoft.cognitiveservices/accounts/deployments";

  private final Targets targets;
  private final ListedKeys keys = new ListedKeys();

  /// The names of secrets in key vaults, in lower case.
  private final Set<String> secretNames = new HashSet<>();

  /// The ids of what model deployments and projects are a part of.
  private final Set<String> serving = new HashSet<>();

  /// The files of published modules that give something out.
  private final Set<Source> published = new HashSet<>();

  private final List<KeyFlow> flows = new ArrayList<>();

  private KeyFlows(ResourceIndex index, Targets targets) {
    this.targets = targets;
    for (String type : List.of(DEPLOYMENTS, Targets.PROJECT)) {
      index
          .ofType(type)
          .forEach(it -> index.id(it).parent(1).ifPresent(account -> serving.add(account.key())));
    }
    index.ofType("microsoft.keyvault/vaults/secrets").stream()
        .flatMap(it -> index.id(it).name().stream())
        .filter(PartialText::isKnown)
        .forEach(it -> secretNames.add(it.key()));
  }

  static List<KeyFlow> of(Estate estate, ResourceIndex index, Targets targets) {
    KeyFlows all = new KeyFlows(index, targets);
    estate.modules().stream()
        .flatMap(it -> it.outputs().stream())
        .filter(it -> it.deployment().isPublished())
        .map(DeployedOutput::at)
        .filter(Location.InFile.class::isInstance)
        .forEach(it -> all.published.add(((Location.InFile) it).source()));
    KeyPlaces.of(index, all.keys::any).forEach(all::place);
    estate.outputs().forEach(all::output);
    for (ModuleCall call : estate.modules()) {
      call.outputs().forEach(all::output);
      call.arguments().forEach(it -> all.argument(it, call));
      ModuleKeys.of(call, all.keys::any).forEach(it -> all.given(it, call));
    }
    return all.flows;
  }

  /// A value that arrives somewhere.
  private record Arrival(Value value, KeyFlow.Sink sink, DeploymentPath deployment, Location at) {}

  private void place(KeyPlace place) {
    Resource resource = place.resource();
    Arrival arrival =
        new Arrival(
            place.value().value(),
            new KeyFlow.Sink(
                place.kind(), place.name(), Optional.of(resource), Answer.of(place.secret())),
            resource.deployment(),
            place.value().at());
    if (!listed(arrival)) {
      written(arrival);
    }
  }

  /// What a module that is not here makes of an argument.
  private void given(ModuleKeys.Found found, ModuleCall call) {
    KeyFlow.Sink sink =
        new KeyFlow.Sink(found.kind(), found.name(), Optional.empty(), Answer.of(found.secret()));
    Arrival arrival =
        new Arrival(found.value().value(), sink, call.deployment(), found.value().at());
    if (!listed(arrival)) {
      written(arrival);
    }
  }

  private void output(DeployedOutput output) {
    Value name = new Value.Str(output.name(), Origin.at(output.at()));
    KeyFlow.Sink sink =
        new KeyFlow.Sink(
            KeyPlace.Kind.OUTPUT,
            name,
            Optional.empty(),
            Answer.of(output.secure()),
            Optional.of(output.at()));
    listed(new Arrival(output.value(), sink, output.deployment(), output.at()));
  }

  private void argument(ModuleArgument argument, ModuleCall call) {
    Value name = new Value.Str(argument.name(), Origin.at(argument.at()));
    KeyFlow.Sink sink =
        new KeyFlow.Sink(
            KeyPlace.Kind.ARGUMENT, name, Optional.empty(), argument.secure(), argument.declared());
    listed(new Arrival(argument.value(), sink, call.deployment(), argument.at()));
  }

  /// Whether a value holds keys, which then are flows if they are ours.
  private boolean listed(Arrival arrival) {
    ListedKeys.Found found = keys.in(arrival.value);
    for (ListedKeys.Listed listed : found.keys()) {
      Optional<Target> target = targets.find(ResourceId.of(listed.resource()));
      Answer relevant = relevant(listed, target, arrival.sink.name());
      if (!relevant.isFalse()) {
        Location at = shown(listed.call().origin().at(), arrival);
        Value function = new Value.Str(listed.function(), Origin.at(at));
        flows.add(flow(arrival, Optional.of(function), relevant, target));
      }
    }
    if (!found.all()) {
      Value.Unknown more =
          new Value.Unknown(
              new Term.Call("listKeys", List.of()),
              new Reason.Unsupported("a value with more than a hundred keys"),
              Origin.at(arrival.at));
      flows.add(flow(arrival, Optional.of(more), Answer.open(more), Optional.empty()));
    }
    return !found.keys().isEmpty();
  }

  /// Where a function is called or, for one that stands in a published module, which nobody here
  /// can change, where its key arrives out of that.
  private Location shown(Location function, Arrival arrival) {
    return arrival.deployment.isPublished()
            || !(function instanceof Location.InFile(Source source, _))
            || !published.contains(source)
        ? function
        : arrival.at;
  }

  /// A text that stands where a key belongs, or what a module that is not here gives for it.
  private void written(Arrival arrival) {
    if (arrival.value instanceof Value.Str(String text, _)
        && secretNames.contains(text.toLowerCase(Locale.ROOT))) {
      return; // the application looks the key up under this name
    }
    flows.add(
        arrival.value instanceof Value.Unknown unknown
                && unknown.reason() instanceof Reason.MissingModule
            ? flow(arrival, Optional.of(unknown), Answer.open(unknown), Optional.empty())
            : flow(arrival, Optional.empty(), Answer.yes(), Optional.empty()));
  }

  private static KeyFlow flow(
      Arrival arrival, Optional<Value> function, Answer relevant, Optional<Target> target) {
    Value hidden = arrival.value.at(arrival.value.origin().hidden());
    boolean given = arrival.value instanceof Value.Unknown it && it.origin().secret();
    return new KeyFlow(
        hidden, given, function, relevant, target, arrival.sink, arrival.deployment, arrival.at);
  }

  /// Whether it is the key of a service that we look at. Of an account that is only referred to,
  /// what is deployed in it, or the name that its key is given, tells that it serves models.
  private Answer relevant(ListedKeys.Listed listed, Optional<Target> target, Value name) {
    if (target.isPresent()) {
      Target known = target.orElseThrow();
      boolean told = serving.contains(known.key()) || KeyName.speaksOfModels(name);
      return known.isDeclared() || !told || known.relevant().isFalse()
          ? known.relevant()
          : Answer.yes();
    }
    if (ResourceId.of(listed.resource()).type().isPresent()) {
      return Answer.no();
    }
    if (OF_SEARCH.contains(listed.function().toLowerCase(Locale.ROOT))) {
      return Answer.yes();
    }
    boolean perhaps =
        listed.function().equalsIgnoreCase("listKeys")
            && !listed.path().isEmpty()
            && listed.path().getLast() instanceof Value.Str(var member, _)
            && OF_ACCOUNTS.contains(member.toLowerCase(Locale.ROOT));
    return perhaps ? Answer.open(listed.call()) : Answer.no();
  }
}
