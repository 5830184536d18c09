package dev.keylint.rule;

import dev.keylint.text.Keyword;
import java.util.Optional;

/// Where on the way of a call a rule finds fault, and what the caller then sees.
///
/// @param answer what the service answers, such as `403 Forbidden`; empty when that can't be told
public record Explains(Link link, Optional<String> answer) {

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

    /// What people read.
    public String title() {
      return title;
    }
  }
}
