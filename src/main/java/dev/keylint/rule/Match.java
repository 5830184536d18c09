package dev.keylint.rule;

import dev.keylint.text.Keyword;
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
  enum Kind implements Keyword {
    GRANT("each role assignment with its two ends"),
    CALL("each call of an AI or Search service"),
    KEY_FLOW("each way of a key from its service to where it is stored or shown"),
    WORKLOAD("each resource that can call, with its identities"),
    IDENTITY("each identity, with those it is attached to"),
    OUTPUT("each output of a deployment"),
    MODULE_CALL("each call of a module, whether or not the module is here"),
    SCRIPT("each script that is deployed or runs beside deployments");

    private final String says;

    Kind(String says) {
      this.says = says;
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
