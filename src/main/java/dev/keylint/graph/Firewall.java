package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;

/// What keeps callers out of an account or search service, or may, whatever their tokens say.
///
/// @param by the property that does
/// @param isOff whether that is `publicNetworkAccess`, which lets no address in
/// @param addresses whether it lets in a caller that comes over the internet: "yes" is never said
/// @param subnets whether it lets in one from a virtual network that takes no private endpoint
public record Firewall(Property by, boolean isOff, Answer addresses, Answer subnets) {

  /// One of the two properties that may close a service: its own answers for both kinds of caller.
  private record Gate(Property by, boolean isOff, Answer addresses, Answer subnets) {}

  /// That of a service; empty when nothing is closed.
  static Optional<Firewall> of(Resource service) {
    Optional<Gate> off =
        Bodies.at(service, "properties", "publicNetworkAccess").flatMap(Firewall::publicAccess);
    Optional<Gate> rules = service.type().is(Targets.SEARCH) ? listed(service) : denied(service);
    if (off.isEmpty() || rules.isEmpty()) {
      return off.or(() -> rules)
          .map(it -> new Firewall(it.by(), it.isOff(), it.addresses(), it.subnets()));
    }
    Gate one = off.orElseThrow();
    Gate other = rules.orElseThrow();
    Gate first = one.addresses().isFalse() || !other.addresses().isFalse() ? one : other;
    return Optional.of(
        new Firewall(
            first.by(),
            first.isOff(),
            one.addresses().and(other.addresses()),
            one.subnets().and(other.subnets())));
  }

  private static Optional<Gate> publicAccess(Property said) {
    return switch (said.value()) {
      case Value.Unknown unknown -> Optional.of(gate(said, true, Answer.open(unknown)));
      case Value.Str(var text, _) when text.equalsIgnoreCase("disabled") ->
          Optional.of(gate(said, true, Answer.no()));
      case Value.Str(var text, _) when text.equalsIgnoreCase("securedByPerimeter") ->
          Optional.of(
              gate(
                  said,
                  true,
                  Answer.open(
                      Doubt.notStated("what the network security perimeter lets in", said.at()))));
      case Value _ -> Optional.empty();
    };
  }

  private static Gate gate(Property by, boolean isOff, Answer both) {
    return new Gate(by, isOff, both, both);
  }

  /// The rules of an account count when all else is denied.
  private static Optional<Gate> denied(Resource account) {
    Optional<Property> action = Bodies.at(account, "properties", "networkAcls", "defaultAction");
    return action.flatMap(it ->
        switch (it.value()) {
          case Value.Unknown unknown -> Optional.of(gate(it, false, Answer.open(unknown)));
          case Value.Str(var text, _) when text.equalsIgnoreCase("deny") ->
              Optional.of(
                  new Gate(
                      it,
                      false,
                      anyOf(account, "ipRules", "networkAcls"),
                      anyOf(account, "virtualNetworkRules", "networkAcls")
                          .or(anyOf(account, "ipRules", "networkAcls"))));
          case Value _ -> Optional.empty();
        });
  }

  /// Those of a search service from the first one on.
  private static Optional<Gate> listed(Resource search) {
    Answer listed = anyOf(search, "ipRules", "networkRuleSet");
    return listed.isFalse()
        ? Optional.empty()
        : Bodies.at(search, "properties", "networkRuleSet", "ipRules")
            .map(it -> gate(it, false, listed));
  }

  /// Whether a list of rules lets a caller in of which only the kind is known: not if it is empty.
  private static Answer anyOf(Resource service, String list, String rules) {
    return Bodies.at(service, "properties", rules, list)
        .map(it ->
            switch (it.value()) {
              case Value.Unknown unknown -> Answer.open(unknown);
              case Value.Arr(var items, _) when !items.isEmpty() ->
                  Answer.open(
                      Doubt.notStated(
                          "whether the caller comes from an address or network of `" + list + "`",
                          it.at()));
              case Value _ -> Answer.no();
            })
        .orElseGet(Answer::no);
  }
}
