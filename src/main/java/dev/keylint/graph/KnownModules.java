package dev.keylint.graph;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What Azure Verified Modules make that are not here, as far as their path and arguments tell.
///
/// By their specification each makes the resource that it is called after, takes its name as
/// `name`, and gives out its name, id and principals.
public final class KnownModules {
  private static final String IDENTITY = "microsoft.managedidentity/userassignedidentities";
  private static final String ACCOUNT = "microsoft.cognitiveservices/accounts";
  private static final String SEARCH = "microsoft.search/searchservices";

  private KnownModules() {}

  /// The estate in which what such modules give out is spelled out, with the identities, accounts
  /// and Search services that they make; the very same when it calls none.
  public static Estate in(Estate estate) {
    List<KnownModule> known = new ArrayList<>();
    for (Gap gap : estate.gaps()) {
      KnownModule.of(gap).ifPresent(known::add);
    }
    if (known.isEmpty()) {
      return estate;
    }
    ModuleOutputs outputs = new ModuleOutputs(known);
    List<Resource> resources = new ArrayList<>();
    estate.resources().forEach(it -> resources.add(outputs.in(it)));
    for (KnownModule module : known) {
      body(module)
          .map(body -> outputs.in(resource(module, body, estate.label())))
          .ifPresent(resources::add);
    }
    return estate.with(resources, estate.gaps().stream().map(it -> in(it, outputs)).toList());
  }

  private static Gap in(Gap gap, ModuleOutputs outputs) {
    List<ModuleArgument> arguments =
        gap.arguments().stream()
            .map(it ->
                new ModuleArgument(
                    it.name(), outputs.in(it.value()), it.secure(), it.declared(), it.at()))
            .toList();
    return new Gap(gap.what(), gap.units(), arguments, gap.at(), gap.deployment());
  }

  private static Resource resource(KnownModule module, Value.Obj body, String label) {
    DeploymentPath.Call call =
        new DeploymentPath.Call(
            module.deployment().called(), module.call().at(), false, Optional.empty(), true);
    return new Resource(
        ResourceType.of(module.type()),
        module.version(),
        module.id(),
        module.name(),
        module.scope(),
        module.deployment().condition(),
        body.at(body.origin().decidedBy(module.deployment().byVariables())),
        false,
        module.call().at(),
        DeploymentPath.of(label, Optional.empty()).into(call));
  }

  /// What is known of the resource: the rest of it is not.
  private static Optional<Value.Obj> body(KnownModule module) {
    return switch (module.type().toLowerCase(Locale.ROOT)) {
      case IDENTITY -> Optional.of(object(module, List.of()));
      case ACCOUNT ->
          Optional.of(
              object(
                  module,
                  members(
                      argument(module, "kind"),
                      identity(module),
                      properties(
                          module,
                          argument(module, "disableLocalAuth"),
                          argument(module, "customSubDomainName")))));
      case SEARCH ->
          Optional.of(
              object(
                  module,
                  members(
                      identity(module),
                      properties(
                          module,
                          argument(module, "disableLocalAuth"),
                          isOn(module) ? argument(module, "authOptions") : Optional.empty()))));
      default -> Optional.empty();
    };
  }

  /// Whether keys are certainly on: otherwise the module leaves the options of signing in out.
  private static boolean isOn(KnownModule module) {
    return module
        .argument("disableLocalAuth")
        .filter(it -> it.value() instanceof Value.Bool(boolean off, _) && !off)
        .isPresent();
  }

  private static Optional<Property> argument(KnownModule module, String name) {
    return module.argument(name).map(it -> new Property(name, it.at(), it.value()));
  }

  @SafeVarargs
  private static List<Property> members(Optional<Property>... all) {
    List<Property> members = new ArrayList<>();
    for (Optional<Property> each : all) {
      each.ifPresent(members::add);
    }
    return members;
  }

  @SafeVarargs
  private static Optional<Property> properties(KnownModule module, Optional<Property>... all) {
    return Optional.of(
        new Property("properties", module.call().at(), object(module, members(all))));
  }

  private static Value.Obj object(KnownModule module, List<Property> members) {
    return new Value.Obj(
        Properties.of(members, Optional.of(module.call().unknown())),
        Origin.at(module.call().at()));
  }

  /// The module attaches no identities but those it is told.
  private static Optional<Property> identity(KnownModule module) {
    Optional<ModuleArgument> given = module.argument("managedIdentities");
    if (given.isPresent()) {
      return ManagedIdentities.property(given.orElseThrow());
    }
    Origin origin = Origin.at(module.call().at());
    return Optional.of(new Property("identity", module.call().at(), new Value.Null(origin)));
  }
}
