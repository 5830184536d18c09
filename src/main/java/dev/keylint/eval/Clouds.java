package dev.keylint.eval;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What `environment()` gives in the clouds that we know:
/// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment
final class Clouds {
  private static final List<Cloud> ALL =
      List.of(
          new Cloud(
              "AzureCloud",
              "https://management.azure.com/",
              "https://management.core.windows.net/",
              "https://login.microsoftonline.com/",
              "https://portal.azure.com",
              "https://graph.windows.net/",
              "core.windows.net",
              ".vault.azure.net",
              ".database.windows.net",
              ".azurecr.io"),
          new Cloud(
              "AzureUSGovernment",
              "https://management.usgovcloudapi.net",
              "https://management.core.usgovcloudapi.net",
              "https://login.microsoftonline.us/",
              "https://portal.azure.us",
              "https://graph.windows.net/",
              "core.usgovcloudapi.net",
              ".vault.usgovcloudapi.net",
              ".database.usgovcloudapi.net",
              ".azurecr.us"),
          new Cloud(
              "AzureChinaCloud",
              "https://management.chinacloudapi.cn",
              "https://management.core.chinacloudapi.cn",
              "https://login.chinacloudapi.cn/",
              "https://portal.azure.cn",
              "https://graph.chinacloudapi.cn/",
              "core.chinacloudapi.cn",
              ".vault.azure.cn",
              ".database.chinacloudapi.cn",
              ".azurecr.cn"));

  private Clouds() {}

  private record Cloud(
      String name,
      String resourceManager,
      String audience,
      String login,
      String portal,
      String graph,
      String storage,
      String keyVault,
      String sql,
      String registry) {}

  static Optional<Value> environment(String cloud, Location at) {
    return ALL.stream()
        .filter(known -> known.name.equalsIgnoreCase(cloud))
        .findFirst()
        .map(known -> object(known, at));
  }

  private static Value object(Cloud cloud, Location at) {
    Value audiences =
        Terms.array(
            List.of(Terms.text(cloud.audience, at), Terms.text(cloud.resourceManager, at)), at);
    return object(
        at,
        text("name", cloud.name, at),
        text("resourceManager", cloud.resourceManager, at),
        text("portal", cloud.portal, at),
        text("graph", cloud.graph, at),
        text("graphAudience", cloud.graph, at),
        new Property(
            "authentication",
            at,
            object(
                at,
                text("loginEndpoint", cloud.login, at),
                new Property("audiences", at, audiences),
                text("tenant", "common", at),
                text("identityProvider", "AAD", at))),
        new Property(
            "suffixes",
            at,
            object(
                at,
                text("acrLoginServer", cloud.registry, at),
                text("keyvaultDns", cloud.keyVault, at),
                text("sqlServerHostname", cloud.sql, at),
                text("storage", cloud.storage, at))));
  }

  private static Property text(String name, String value, Location at) {
    return new Property(name, at, Terms.text(value, at));
  }

  private static Value object(Location at, Property... members) {
    return new Value.Obj(Properties.of(List.of(members)), Origin.at(at));
  }
}
