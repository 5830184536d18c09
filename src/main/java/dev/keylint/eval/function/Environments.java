package dev.keylint.eval.function;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What `environment()` returns in the public cloud, by Microsoft's documentation of the function.
public final class Environments {
  private Environments() {}

  /// The public cloud, as made at this place.
  public static Value.Obj publicCloud(Location at) {
    Value.Arr audiences =
        new Value.Arr(
            List.of(
                text("https://management.core.windows.net/", at),
                text("https://management.azure.com/", at)),
            Origin.at(at));
    List<Property> authentication =
        members(
            at,
            "loginEndpoint",
            "https://login.microsoftonline.com/",
            "tenant",
            "common",
            "identityProvider",
            "AAD");
    authentication.add(1, new Property("audiences", at, audiences));
    List<Property> all = endpoints(at);
    all.add(new Property("authentication", at, object(authentication, at)));
    all.add(new Property("suffixes", at, object(suffixes(at), at)));
    return object(all, at);
  }

  private static List<Property> endpoints(Location at) {
    return members(
        at,
        "name",
        "AzureCloud",
        "gallery",
        "https://gallery.azure.com/",
        "graph",
        "https://graph.windows.net/",
        "portal",
        "https://portal.azure.com",
        "graphAudience",
        "https://graph.windows.net/",
        "activeDirectoryDataLake",
        "https://datalake.azure.net/",
        "batch",
        "https://batch.core.windows.net/",
        "media",
        "https://rest.media.azure.net",
        "sqlManagement",
        "https://management.core.windows.net:8443/",
        "vmImageAliasDoc",
        "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/"
            + "quickstart-templates/aliases.json",
        "resourceManager",
        "https://management.azure.com/");
  }

  /// Some begin with a dot, some don't: Azure has it so.
  private static List<Property> suffixes(Location at) {
    return members(
        at,
        "acrLoginServer",
        ".azurecr.io",
        "azureDatalakeAnalyticsCatalogAndJob",
        "azuredatalakeanalytics.net",
        "azureDatalakeStoreFileSystem",
        "azuredatalakestore.net",
        "azureFrontDoorEndpointSuffix",
        "azurefd.net",
        "keyvaultDns",
        ".vault.azure.net",
        "sqlServerHostname",
        ".database.windows.net",
        "storage",
        "core.windows.net");
  }

  private static List<Property> members(Location at, String... namesAndTexts) {
    List<Property> members = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      members.add(new Property(namesAndTexts[i], at, text(namesAndTexts[i + 1], at)));
    }
    return members;
  }

  private static Value.Str text(String text, Location at) {
    return new Value.Str(text, Origin.at(at));
  }

  private static Value.Obj object(List<Property> members, Location at) {
    return new Value.Obj(Properties.of(members), Origin.at(at));
  }
}
