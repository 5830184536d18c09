package dev.keylint.lower.bicep;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Resource types as Azure spells them.
///
/// The Bicep compiler writes types by Azure's own list, whatever their case in the file, and names
/// such as `guid(account.id, ..)` depend on it. That list is long; these are the types that are
/// widely used.
final class TypeSpelling {
  private static final Map<String, String> SPELLINGS =
      spellings(
          List.of(
              "Microsoft.ApiManagement/service",
              "Microsoft.App/containerApps",
              "Microsoft.App/jobs",
              "Microsoft.App/managedEnvironments",
              "Microsoft.Authorization/locks",
              "Microsoft.Authorization/roleAssignments",
              "Microsoft.Authorization/roleDefinitions",
              "Microsoft.Automation/automationAccounts",
              "Microsoft.Cache/redis",
              "Microsoft.CognitiveServices/accounts",
              "Microsoft.CognitiveServices/accounts/connections",
              "Microsoft.CognitiveServices/accounts/deployments",
              "Microsoft.CognitiveServices/accounts/projects",
              "Microsoft.CognitiveServices/accounts/projects/connections",
              "Microsoft.Compute/availabilitySets",
              "Microsoft.Compute/disks",
              "Microsoft.Compute/virtualMachineScaleSets",
              "Microsoft.Compute/virtualMachines",
              "Microsoft.Compute/virtualMachines/extensions",
              "Microsoft.ContainerInstance/containerGroups",
              "Microsoft.ContainerRegistry/registries",
              "Microsoft.ContainerService/managedClusters",
              "Microsoft.DataFactory/factories",
              "Microsoft.DesktopVirtualization/applicationGroups",
              "Microsoft.DesktopVirtualization/hostPools",
              "Microsoft.DesktopVirtualization/workspaces",
              "Microsoft.Devices/IotHubs",
              "Microsoft.DocumentDB/databaseAccounts",
              "Microsoft.EventGrid/topics",
              "Microsoft.EventHub/namespaces",
              "Microsoft.Insights/components",
              "microsoft.insights/components/linkedStorageAccounts",
              "Microsoft.Insights/diagnosticSettings",
              "microsoft.insights/diagnosticSettings@2017-05-01-preview",
              "Microsoft.KeyVault/vaults",
              "Microsoft.KeyVault/vaults/accessPolicies",
              "Microsoft.KeyVault/vaults/secrets",
              "Microsoft.Logic/workflows",
              "Microsoft.MachineLearningServices/workspaces",
              "Microsoft.MachineLearningServices/workspaces/connections",
              "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
              "Microsoft.ManagedIdentity/userAssignedIdentities",
              "Microsoft.Network/applicationGateways",
              "Microsoft.Network/bastionHosts",
              "Microsoft.Network/dnsZones",
              "Microsoft.Network/loadBalancers",
              "Microsoft.Network/natGateways",
              "Microsoft.Network/networkInterfaces",
              "Microsoft.Network/networkSecurityGroups",
              "Microsoft.Network/privateDnsZones",
              "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
              "Microsoft.Network/privateEndpoints",
              "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
              "Microsoft.Network/publicIPAddresses",
              "Microsoft.Network/routeTables",
              "Microsoft.Network/virtualNetworks",
              "Microsoft.Network/virtualNetworks/subnets",
              "Microsoft.OperationalInsights/workspaces",
              "Microsoft.Resources/deploymentScripts",
              "Microsoft.Resources/deployments",
              "Microsoft.Resources/resourceGroups",
              "Microsoft.Search/searchServices",
              "Microsoft.ServiceBus/namespaces",
              "Microsoft.ServiceBus/namespaces/AuthorizationRules",
              "Microsoft.ServiceBus/namespaces/queues",
              "Microsoft.ServiceBus/namespaces/topics",
              "Microsoft.ServiceBus/namespaces/topics/authorizationRules",
              "Microsoft.ServiceBus/namespaces/virtualnetworkrules",
              "Microsoft.Sql/servers",
              "Microsoft.Sql/servers/databases",
              "Microsoft.Storage/storageAccounts",
              "Microsoft.Storage/storageAccounts/blobServices",
              "Microsoft.Storage/storageAccounts/blobServices/containers",
              "Microsoft.Web/serverfarms",
              "Microsoft.Web/sites",
              "Microsoft.Web/sites/config",
              "Microsoft.Web/sites/slots",
              "Microsoft.Web/sites/slots/config"));

  private TypeSpelling() {}

  /// The type in Azure's spelling, which may depend on the version; one that is not listed stays as
  /// it is written.
  static String of(ResourceTypeName written) {
    String spelled =
        SPELLINGS.getOrDefault(
            written.type() + "@" + written.version(),
            SPELLINGS.getOrDefault(written.type(), written.type()));
    int at = spelled.indexOf('@');
    return at < 0 ? spelled : spelled.substring(0, at);
  }

  private static Map<String, String> spellings(List<String> types) {
    Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    types.forEach(type -> ignoringCase.put(type, type));
    return Collections.unmodifiableMap(ignoringCase);
  }
}
