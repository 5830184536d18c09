package dev.keylint.resource;

import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way from a root to a template: the root, the parameter file it is deployed with, and each
/// module call.
public record DeploymentPath(String root, Optional<String> parameterFile, List<Call> calls) {
  public DeploymentPath {
    calls = List.copyOf(calls);
  }

  /// A call of a module or nested template: its symbol or name, with an index inside a loop, and
  /// its place.
  ///
  /// @param published whether what it calls comes from a registry or a template spec
  /// @param standsInFor the URL of the template that a file of the scan stands in for
  /// @param missing whether what it calls is not here, so that only its arguments say what it makes
  public record Call(
      String name, Location at, boolean published, Optional<String> standsInFor, boolean missing) {
    /// A call of what is here.
    public Call(String name, Location at, boolean published, Optional<String> standsInFor) {
      this(name, at, published, standsInFor, false);
    }
  }

  /// Whether it leads through a module that is not here: what it makes is known in part only.
  public boolean isThroughMissing() {
    return calls.stream().anyMatch(Call::missing);
  }

  /// Whether it leads through a module that comes from a registry or a template spec.
  public boolean isPublished() {
    return calls.stream().anyMatch(Call::published);
  }

  /// The outermost call of a template that stands in for one that is not here.
  public Optional<Call> standIn() {
    return calls.isEmpty()
        ? Optional.empty()
        : calls.stream().filter(call -> call.standsInFor().isPresent()).findFirst();
  }

  /// A path with nothing but a root.
  public static DeploymentPath of(String root, Optional<String> parameterFile) {
    return new DeploymentPath(root, parameterFile, List.of());
  }

  /// The path one call deeper.
  public DeploymentPath into(Call call) {
    List<Call> longer = new ArrayList<>(calls);
    longer.add(call);
    return new DeploymentPath(root, parameterFile, longer);
  }

  /// The places of the calls.
  public CallPath places() {
    return new CallPath(calls.stream().map(Call::at).toList());
  }

  /// The root with its parameter file: what a user calls the deployment.
  public String label() {
    return parameterFile.map(file -> root + " with " + file).orElse(root);
  }
}
