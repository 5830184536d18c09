package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.Optional;

/// A key of a target that reaches a place where it is stored or shown.
///
/// @param key the key itself, which is never known, or the text that holds it
/// @param function the list function that gives it, such as `listKeys`
/// @param target the service that it opens, when it is one of the estate
/// @param at where it arrives
public record KeyFlow(
    Value key,
    String function,
    Optional<Target> target,
    Sink sink,
    DeploymentPath deployment,
    Location at) {

  /// Where a key arrives.
  ///
  /// @param resource the resource that stores it; empty for an output or an argument
  /// @param name the setting, output, secret, connection or parameter
  /// @param secure whether only those who may read secrets see it there
  public record Sink(Kind kind, Value name, Optional<Resource> resource, Answer secure) {}

  /// What kind of place.
  public enum Kind {
    SETTING("setting"),
    OUTPUT("output"),
    SECRET("secret"),
    CONNECTION("connection"),
    NAMED_VALUE("namedValue"),
    BACKEND("backend"),
    SCRIPT("script"),
    ARGUMENT("argument"),
    OTHER("other");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// How the rule language writes it.
    public String word() {
      return word;
    }
  }
}
