package dev.keylint.rule;

import java.util.List;

/// What a rule looks at, one at a time.
public sealed interface Match {

  /// Each resource of one of these types that the template or Azure declares, not the `existing`
  /// ones.
  record Resource(List<String> types) implements Match {
    public Resource {
      types = List.copyOf(types);
    }
  }

  /// Each subject of a kind that is no single resource.
  record Each(Kind kind) implements Match {}

  /// The kinds of subjects that are joined from resources, or stand beside them.
  enum Kind {
    GRANT("grant", "each role assignment with its two ends"),
    CALL("call", "each call of an AI or Search service"),
    KEY_FLOW("keyFlow", "each way of a key from its service to where it is stored or shown"),
    WORKLOAD("workload", "each resource that can call, with its identities"),
    IDENTITY("identity", "each identity, with those it is attached to"),
    OUTPUT("output", "each output of a deployment"),
    MODULE_CALL("moduleCall", "each call of a module, whether or not the module is here"),
    SCRIPT("script", "each script that is deployed or runs beside deployments");

    private final String word;
    private final String says;

    Kind(String word, String says) {
      this.word = word;
      this.says = says;
    }

    /// How a rule writes it, and the name that the subject has in expressions.
    public String word() {
      return word;
    }

    /// What one subject is, as a phrase.
    public String says() {
      return says;
    }
  }

  /// The name that the subject has in expressions.
  default String variable() {
    return switch (this) {
      case Resource _ -> "resource";
      case Each(Kind kind) -> kind.word();
    };
  }
}
