package dev.keylint.rule;

import dev.keylint.text.Keyword;
import java.util.Optional;

/// Where on the way of a call a rule finds fault, and what the caller then sees.
///
/// @param answer what the caller sees, such as `403 Forbidden`; empty when the call works all the
///   same and the rule only warns of a risk there
public record Explains(Link link, Optional<String> answer) {

  /// Whether a call fails when the rule is broken: that is what an answer says, and nothing else.
  /// The tag `will-it-work` says more: it also has rules about what is not on the way of a call.
  public boolean failsCalls() {
    return answer.isPresent();
  }

  /// What has to hold for a call, one after the other.
  public enum Link implements Keyword {
    /// The caller has an identity at all.
    ATTACHED("identity attached"),
    /// The call is made as the identity that is meant.
    SELECTED("identity selected"),
    /// The URL is one of the service, and one that takes tokens.
    ENDPOINT("endpoint"),
    /// The service accepts tokens.
    TOKENS("service accepts tokens"),
    /// The service accepts keys; for calls that sign in with one, in place of the others.
    KEYS("service accepts keys"),
    /// The token is asked for that service.
    AUDIENCE("audience"),
    /// The identity holds the data action at that scope.
    ROLE("role grants the data action"),
    /// The network lets the call through.
    NETWORK("network path");

    private final String title;

    Link(String title) {
      this.title = title;
    }

    /// Whether it is about who calls, and not about the service or the way to it.
    public boolean isOfCaller() {
      return this == ATTACHED || this == SELECTED;
    }

    /// What people read.
    public String title() {
      return title;
    }
  }
}
