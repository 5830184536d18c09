package dev.keylint.graph.policy;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the tokens that policies keep in a variable and then forget.
final class UnsentTokens {
  private static final String OUTPUT = "output-token-variable-name";

  private final List<Policy> policies;
  private final PolicyTokens tokens;

  /// Why a policy's requests may meet policies that are not known.
  private final Function<Policy, Optional<Value.Unknown>> unread;

  UnsentTokens(
      List<Policy> policies,
      PolicyTokens tokens,
      Function<Policy, Optional<Value.Unknown>> unread) {
    this.policies = List.copyOf(policies);
    this.tokens = tokens;
    this.unread = unread;
  }

  List<UnsentToken> all() {
    List<UnsentToken> all = new ArrayList<>();
    for (Policy policy : policies) {
      for (PolicyWalk each : PolicyWalk.of(policy, PolicyRequests.AUTHENTICATION)) {
        Optional<PolicyElement.Attribute> variable = each.element().attribute(OUTPUT);
        if (variable.isPresent() && tokens.uses(policy, each.element()).isEmpty()) {
          all.add(unsent(policy, each.element(), variable.orElseThrow()));
        }
      }
    }
    return all;
  }

  private UnsentToken unsent(
      Policy policy, PolicyElement element, PolicyElement.Attribute variable) {
    Location at = element.document().at(variable);
    String name = variable.value().shown();
    return new UnsentToken(policy.resource(), name, isUnsent(policy, variable, at), at);
  }

  private Answer isUnsent(Policy policy, PolicyElement.Attribute variable, Location at) {
    if (isReadElsewhere(policy, variable.value().key())) {
      return Answer.open(
          Doubt.notStated(
              "what the policy does with the token in `" + variable.value().shown() + "`", at));
    }
    return unread.apply(policy).map(Answer::open).orElseGet(Answer::yes);
  }

  /// Whether any text of a policy for the same requests has the variable's name in it, besides
  /// where tokens are put into it.
  private boolean isReadElsewhere(Policy policy, String name) {
    return policies.stream()
        .filter(policy::meets)
        .anyMatch(it -> it.root().children().stream().anyMatch(each -> names(each, name)));
  }

  private static boolean names(PolicyElement element, String name) {
    boolean attribute =
        element.attributes().stream()
            .filter(it -> !it.name().equalsIgnoreCase(OUTPUT))
            .anyMatch(it -> it.value().key().contains(name));
    boolean content =
        element.children().isEmpty() && element.content().value().key().contains(name);
    return attribute
        || content
        || element.children().stream().anyMatch(child -> names(child, name));
  }
}
