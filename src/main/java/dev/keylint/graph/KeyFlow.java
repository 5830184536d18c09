package dev.keylint.graph;

import dev.keylint.graph.call.KeyPlace;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.Optional;

/// A key of a model or Search service that reaches a place where it is stored or shown.
///
/// @param value what arrives, a secret: the key, or what holds it
/// @param given whether it is what a secure parameter is given, and not known here
/// @param function the list function that gives the key, such as `listKeys`; not known for what a
///   module that is not here gives; empty for a text that stands where a key belongs
/// @param relevant whether it is the key of a service that we look at: open for an account of which
///   the kind is not known
/// @param target the service that it opens, when that is known
/// @param deployment the way to the template where it arrives
/// @param at where it arrives
public record KeyFlow(
    Value value,
    boolean given,
    Optional<Value> function,
    Answer relevant,
    Optional<Target> target,
    Sink sink,
    DeploymentPath deployment,
    Location at) {

  /// Whether nobody but those who may read secrets sees it, here, on its way and where it arrives.
  public Answer isKeptSecret() {
    return given ? sink.secure() : Answer.no();
  }

  /// Where a key arrives.
  ///
  /// @param name the setting, output, secret, connection or parameter
  /// @param resource the resource that stores it; empty for an output or an argument
  /// @param secure whether only those who may read secrets see it there
  /// @param declared the output, or the parameter when its module is here
  public record Sink(
      KeyPlace.Kind kind,
      Value name,
      Optional<Resource> resource,
      Answer secure,
      Optional<Location> declared) {
    /// A place of a resource.
    Sink(KeyPlace.Kind kind, Value name, Optional<Resource> resource, Answer secure) {
      this(kind, name, resource, secure, Optional.empty());
    }
  }
}
