package dev.keylint.graph;

import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call of an Azure Verified Module that is not here.
///
/// @param module the last part of its path, such as `search-service`
/// @param deployment the id of the deployment that it is
/// @param type the resource that the module is called after
/// @param version an api-version of that
record KnownModule(
    Gap call, String module, Gap.Deployment deployment, String type, String version) {
  private static final Pattern MODULE =
      Pattern.compile("avm/res/([a-z0-9-]+/[a-z0-9-]+)(?![\\w/-])");
  private static final String DEPLOYMENTS = "/providers/microsoft.resources/deployments/";

  /// The types of what may call, be called or be an identity, each with an api-version.
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("api-management/service", "Microsoft.ApiManagement/service@2024-05-01"),
          Map.entry("app/container-app", "Microsoft.App/containerApps@2025-01-01"),
          Map.entry("app/job", "Microsoft.App/jobs@2025-01-01"),
          Map.entry(
              "automation/automation-account",
              "Microsoft.Automation/automationAccounts@2024-10-23"),
          Map.entry(
              "cognitive-services/account", "Microsoft.CognitiveServices/accounts@2025-06-01"),
          Map.entry("compute/virtual-machine", "Microsoft.Compute/virtualMachines@2024-11-01"),
          Map.entry("data-factory/factory", "Microsoft.DataFactory/factories@2018-06-01"),
          Map.entry("logic/workflow", "Microsoft.Logic/workflows@2019-05-01"),
          Map.entry(
              "machine-learning-services/workspace",
              "Microsoft.MachineLearningServices/workspaces@2025-06-01"),
          Map.entry(
              "managed-identity/user-assigned-identity",
              "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30"),
          Map.entry("search/search-service", "Microsoft.Search/searchServices@2025-05-01"),
          Map.entry("storage/storage-account", "Microsoft.Storage/storageAccounts@2024-01-01"),
          Map.entry("web/site", "Microsoft.Web/sites@2024-04-01"));

  /// The module of which the call is missing; empty for others.
  static Optional<KnownModule> of(Gap gap) {
    Matcher path = MODULE.matcher(gap.what().toLowerCase(Locale.ROOT));
    if (!gap.isModule() || gap.deployment().isEmpty() || !path.find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(TYPES.get(path.group(1)))
        .map(type -> {
          int at = type.indexOf('@');
          return new KnownModule(
              gap,
              path.group(1).substring(path.group(1).indexOf('/') + 1),
              gap.deployment().orElseThrow(),
              type.substring(0, at),
              type.substring(at + 1));
        });
  }

  Optional<ModuleArgument> argument(String name) {
    return call.argument(name);
  }

  /// The name of the resource.
  Value name() {
    return argument("name").map(ModuleArgument::value).orElseGet(call::unknown);
  }

  /// What the module is deployed to.
  Value scope() {
    PartialText id = deploymentId();
    int end = id.chars().toLowerCase(Locale.ROOT).lastIndexOf(DEPLOYMENTS);
    return end < 0 ? call.unknown() : id.slice(0, end).value();
  }

  /// The id of the resource.
  Value id() {
    PartialText name = PartialText.of(name()).orElse(PartialText.hole(call.unknown()));
    PartialText scope = PartialText.of(scope()).orElse(PartialText.hole(call.unknown()));
    return new PartialTextBuilder()
        .add(scope)
        .add("/providers/" + type + "/")
        .add(name)
        .build(Origin.at(call.at()))
        .value();
  }

  private PartialText deploymentId() {
    return PartialText.of(deployment.id()).orElse(PartialText.hole(call.unknown()));
  }
}
