package dev.keylint.resource;

import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Something that could not be seen: what it is, and where it is referred to.
///
/// @param units for live state the resource types or queries that could not be read
/// @param arguments for a module that is not here the values it would have been given
/// @param deployment for a module the deployment that it would have been
public record Gap(
    String what,
    List<String> units,
    List<ModuleArgument> arguments,
    Location at,
    Optional<Deployment> deployment) {
  private static final String MODULE = "module ";

  /// A deployment of which it is not known what it makes.
  ///
  /// @param called its symbol, or its name where it has none
  /// @param condition what must hold for it to be made, as far as that is not known
  /// @param byVariables the environment variables by which it is made
  public record Deployment(
      Value id, String called, Optional<Value> condition, List<Origin.Step> byVariables) {
    public Deployment {
      byVariables = List.copyOf(byVariables);
    }
  }

  public Gap {
    units = List.copyOf(units);
    arguments = List.copyOf(arguments);
  }

  /// What is no deployment.
  public Gap(String what, List<String> units, List<ModuleArgument> arguments, Location at) {
    this(what, units, arguments, at, Optional.empty());
  }

  /// Whether it is a module that is not here.
  public boolean isModule() {
    return !(at instanceof Location.InAzure) && what.startsWith(MODULE);
  }

  /// The value that a module is given for a parameter, which ignores case; empty when it is null:
  /// then the module takes its default.
  public Optional<ModuleArgument> argument(String name) {
    return arguments.stream()
        .filter(it -> it.name().equalsIgnoreCase(name) && !(it.value() instanceof Value.Null))
        .findFirst();
  }

  /// A value that only what could not be seen would give.
  public Value.Unknown unknown() {
    if (at instanceof Location.InAzure) {
      return Doubt.withheld(what, at);
    }
    return what.startsWith(MODULE)
        ? Doubt.of(what, new Reason.MissingModule(what.substring(MODULE.length())), at)
        : Doubt.unsupported(what, at);
  }
}
