package dev.keylint.graph.policy;

import dev.keylint.value.PartialText;
import java.util.ArrayList;
import java.util.List;

/// Follows tokens from the variables that hold them to the headers that carry them.
final class PolicyTokens {
  private static final String OUTPUT = "output-token-variable-name";

  private final RequestVariables variables;
  private final List<Header> headers = new ArrayList<>();

  /// The tokens that are kept in a variable.
  private final List<Token> tokens = new ArrayList<>();

  /// A token in a variable.
  private record Token(Policy policy, String variable, String audience) {}

  /// A header that is set to what an expression makes.
  private record Header(PolicyWalk place, CSharp reads) {
    boolean isRead(Token token) {
      return reads.variables().contains(token.variable) && place.policy().meets(token.policy);
    }
  }

  /// Where a token is sent from: the header, and whether it may be another token that is.
  record Use(PolicyWalk header, boolean certain) {}

  PolicyTokens(List<Policy> policies, RequestVariables variables, NamedValues named) {
    this.variables = variables;
    for (Policy policy : policies) {
      PolicyWalk.of(policy, "set-header").stream()
          .filter(each -> isAuthorization(each.element(), named, policy))
          .forEach(this::learn);
      PolicyWalk.of(policy, PolicyRequests.AUTHENTICATION).stream()
          .filter(each -> each.element().attribute(OUTPUT).isPresent())
          .map(each -> token(policy, each.element()))
          .forEach(tokens::add);
    }
  }

  /// Whether the token of an element is kept in a variable, and sent by nothing else.
  static boolean isKept(PolicyElement authentication) {
    return authentication.attribute(OUTPUT).isPresent();
  }

  private static Token token(Policy policy, PolicyElement authentication) {
    String variable = authentication.attribute(OUTPUT).orElseThrow().value().key();
    String audience = authentication.attribute("resource").map(it -> it.value().key()).orElse("");
    return new Token(policy, variable, audience);
  }

  private static boolean isAuthorization(PolicyElement header, NamedValues named, Policy policy) {
    return header
        .attribute("name")
        .map(it -> named.resolve(it.value(), policy.holder()).strip())
        .filter(name -> !name.isKnown() || name.key().equals("authorization"))
        .isPresent();
  }

  private void learn(PolicyWalk header) {
    for (PolicyElement value : header.element().below("value", "value")) {
      PartialText text = value.content().value();
      if (CSharp.isIn(text)) {
        CSharp reads = variables.closure(CSharp.of(text), header.policy());
        headers.add(new Header(header, reads));
      }
    }
  }

  /// The headers that carry the token of an element; where a name is made at run time, any token
  /// that no header reads by its name may be meant.
  List<Use> uses(Policy policy, PolicyElement authentication) {
    Token token = token(policy, authentication);
    List<Use> uses = new ArrayList<>();
    for (Header header : headers) {
      if (header.isRead(token)) {
        uses.add(new Use(header.place(), true));
      }
    }
    return uses.isEmpty() ? dynamicUses(token) : uses;
  }

  private List<Use> dynamicUses(Token token) {
    List<Header> dynamic =
        headers.stream()
            .filter(header -> header.reads().dynamic())
            .filter(header -> header.place().policy().meets(token.policy))
            .toList();
    boolean certain = !dynamic.isEmpty() && isOnly(token);
    return dynamic.stream().map(header -> new Use(header.place(), certain)).toList();
  }

  /// Whether all tokens that no header reads by their name are for the same audience.
  private boolean isOnly(Token token) {
    return tokens.stream()
        .filter(other -> other.policy().meets(token.policy()))
        .filter(other -> headers.stream().noneMatch(header -> header.isRead(other)))
        .allMatch(other -> other.audience().equals(token.audience()));
  }
}
