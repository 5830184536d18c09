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

  /// That of a service; empty when nothing is closed.
  static Optional<Firewall> of(Resource service) {
    Optional<Firewall> off =
        Bodies.at(service, "properties", "publicNetworkAccess").flatMap(Firewall::publicAccess);
    Optional<Firewall> rules =
        service.type().is(Targets.SEARCH) ? listed(service) : denied(service);
    if (off.isEmpty() || rules.isEmpty()) {
      return off.or(() -> rules);
    }
    Firewall one = off.orElseThrow();
    Firewall other = rules.orElseThrow();
    Firewall first = one.addresses().isFalse() || !other.addresses().isFalse() ? one : other;
    return Optional.of(
        new Firewall(
            first.by(),
            first.isOff(),
            one.addresses().and(other.addresses()),
            one.subnets().and(other.subnets())));
  }

  private static Optional<Firewall> publicAccess(Property said) {
    return switch (said.value()) {
      case Value.Unknown unknown -> Optional.of(both(said, true, Answer.open(unknown)));
      case Value.Str(var text, _) when text.equalsIgnoreCase("disabled") ->
          Optional.of(both(said, true, Answer.no()));
      case Value.Str(var text, _) when text.equalsIgnoreCase("securedByPerimeter") ->
          Optional.of(
              both(
                  said,
                  true,
                  Answer.open(
                      Doubt.notStated("what the network security perimeter lets in", said.at()))));
      case Value _ -> Optional.empty();
    };
  }

  private static Firewall both(Property by, boolean isOff, Answer answer) {
    return new Firewall(by, isOff, answer, answer);
  }

  /// The rules of an account count when all else is denied.
  private static Optional<Firewall> denied(Resource account) {
    Optional<Property> action = Bodies.at(account, "properties", "networkAcls", "defaultAction");
    return action.flatMap(it ->
        switch (it.value()) {
          case Value.Unknown unknown -> Optional.of(both(it, false, Answer.open(unknown)));
          case Value.Str(var text, _) when text.equalsIgnoreCase("deny") ->
              Optional.of(
                  new Firewall(
                      it,
                      false,
                      anyOf(account, "ipRules", "networkAcls"),
                      anyOf(account, "virtualNetworkRules", "networkAcls")
                          .or(anyOf(account, "ipRules", "networkAcls"))));
          case Value _ -> Optional.empty();
        });
  }

  /// Those of a search service from the first one on.
  private static Optional<Firewall> listed(Resource search) {
    Answer listed = anyOf(search, "ipRules", "networkRuleSet");
    return listed.isFalse()
        ? Optional.empty()
        : Bodies.at(search, "properties", "networkRuleSet", "ipRules")
            .map(it -> both(it, false, listed));
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
