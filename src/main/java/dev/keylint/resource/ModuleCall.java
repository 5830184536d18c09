package dev.keylint.resource;

import dev.keylint.text.Location;
import java.util.List;

/// The call of a module, or of a nested deployment, which may or may not be here.
///
/// @param reference what is called, as it is written, or the path of a file; empty for a template
///   that stands in the call
/// @param name what the caller calls it
/// @param here whether what it calls was read
/// @param outputs those that hold a key; no others are kept
/// @param deployment the way to the caller
public record ModuleCall(
    String reference,
    String name,
    boolean here,
    List<ModuleArgument> arguments,
    List<DeployedOutput> outputs,
    DeploymentPath deployment,
    Location at) {
  public ModuleCall {
    arguments = List.copyOf(arguments);
    outputs = List.copyOf(outputs);
  }
}
