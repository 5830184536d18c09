package dev.keylint.bench;

import java.util.ArrayList;
import java.util.List;

/// Made-up subscriptions in which apps call models and indexes: of the resources a tenth are
/// services, each with a private endpoint, a diagnostic setting and, if it is an account, a model;
/// a fifth are identities, of which a tenth trust a repository; the rest are apps. Each app has an
/// identity of its own and one that it shares, and two endpoints. Seven of ten roles are at a
/// service, nearly all others at a group of ten resources, and one of a hundred at a subscription.
final class LargeEstate {
  private static final String IDENTITIES = "Microsoft.ManagedIdentity/userAssignedIdentities";
  private static final List<String> ROLES =
      List.of(
          "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
          "1407120a-92aa-4202-b7e9-c0e197c71c8f",
          "acdd72a7-3385-48ef-bd42-f606fba81ae7",
          "b24988ac-6180-42a0-ab88-20f7382dd24c");

  private final int assignments;
  private final int services;
  private final int identities;
  private final int apps;
  private final int groups;
  private final int subscriptions;
  private final List<String> lines = new ArrayList<>();

  LargeEstate(int assignments) {
    int resources = assignments / 2;
    this.assignments = assignments;
    this.services = resources / 20;
    this.identities = resources / 5;
    this.apps = resources - 7 * services - identities - identities / 10;
    this.groups = resources / 10;
    this.subscriptions = Math.max(1, assignments / 2500);
  }

  /// As `keylint live --save` writes one.
  String snapshot() {
    lines.add("{'kind':'header','format':'keylint-snapshot/1'}");
    for (int i = 0; i < services; i++) {
      String keys = i % 3 == 0 ? "false" : "true";
      resource(
          account(i),
          "'kind':'OpenAI','properties':{'disableLocalAuth':%s,".formatted(keys)
              + "'customSubDomainName':'oai%d'}".formatted(i));
      resource(search(i), "'properties':{'disableLocalAuth':%s}".formatted(keys));
      resource(
          account(i) + "/deployments/chat",
          "'properties':{'model':{'format':'OpenAI','name':'gpt-4o'}}");
      for (String service : List.of(account(i), search(i))) {
        watch(service, i);
      }
    }
    for (int i = 0; i < identities; i++) {
      resource(
          identity(i),
          "'properties':{'principalId':'%s','clientId':'%s'}".formatted(guid(1, i), guid(2, i)));
      if (i % 10 == 0) {
        resource(
            identity(i) + "/federatedIdentityCredentials/main",
            "'properties':{'issuer':'https://token.actions.githubusercontent.com',"
                + "'subject':'repo:org/app%d:ref:refs/heads/main'}".formatted(i));
      }
    }
    for (int i = 0; i < apps; i++) {
      resource(id("Microsoft.App/containerApps", "app", i), app(i));
    }
    for (int i = 0; i < assignments; i++) {
      assign(i);
    }
    lines.add("{'kind':'footer'}");
    return String.join("\n", lines).replace('\'', '"');
  }

  /// A private way to a service, and where its logs go.
  private void watch(String service, int i) {
    String name = service.substring(service.lastIndexOf('/') + 1);
    resource(
        id("Microsoft.Network/privateEndpoints", name + "-pe", i),
        "'properties':{'privateLinkServiceConnections':[{'name':'c','properties':{"
            + "'privateLinkServiceId':'%s'}}]}".formatted(service));
    line(
        service + "/providers/Microsoft.Insights/diagnosticSettings/logs",
        "Microsoft.Insights/diagnosticSettings",
        "'properties':{'workspaceId':'w','logs':[{'categoryGroup':'audit','enabled':true}]}");
  }

  private String app(int i) {
    String identity = identity(i % identities);
    return """
    'identity':{'type':'SystemAssigned, UserAssigned','principalId':'%s',\
    'userAssignedIdentities':{'%s':{}}},'properties':{'template':{'containers':[{'name':'c','env':[\
    {'name':'AZURE_OPENAI_ENDPOINT','value':'https://oai%d.openai.azure.com/'},\
    {'name':'AZURE_SEARCH_ENDPOINT','value':'https://srch%d.search.windows.net'},\
    {'name':'AZURE_CLIENT_ID','value':'%s'}]}]}}\
    """
        .formatted(guid(3, i), identity, i % services, i % services, guid(2, i % identities));
  }

  private void assign(int i) {
    int kind = i % 10;
    String scope =
        kind < 4
            ? account(i % services)
            : kind < 7 ? search(i % services) : i % 100 < 99 ? group(i) : subscription(i);
    String role = ROLES.get(kind < 4 ? 0 : kind < 7 ? 1 : i % 50 == 9 ? 3 : 2);
    // Any order that is no regular one.
    int who = (int) (i * 2_654_435_761L >>> 8 & 0x7fff_ffff);
    String principal = i % 2 == 0 ? guid(1, who % identities) : guid(3, who % apps);
    String name = guid(4, i);
    line(
        scope + "/providers/Microsoft.Authorization/roleAssignments/" + name,
        "Microsoft.Authorization/roleAssignments",
        "'properties':{'roleDefinitionId':'/providers/Microsoft.Authorization/roleDefinitions/%s',"
                .formatted(role)
            + "'principalId':'%s','principalType':'ServicePrincipal','scope':'%s'}"
                .formatted(principal, scope));
  }

  private void resource(String id, String body) {
    String[] parts = id.split("/");
    line(id, parts[6] + "/" + parts[7] + (parts.length > 9 ? "/" + parts[9] : ""), body);
  }

  private void line(String id, String type, String body) {
    lines.add(
        "{'kind':'resource','apiVersion':'2025-06-01','body':{'id':'%s','name':'%s','type':'%s',%s}}"
            .formatted(id, id.substring(id.lastIndexOf('/') + 1), type, body));
  }

  private String account(int i) {
    return id("Microsoft.CognitiveServices/accounts", "oai", i);
  }

  private String search(int i) {
    return id("Microsoft.Search/searchServices", "srch", i);
  }

  private String identity(int i) {
    return id(IDENTITIES, "id", i);
  }

  private String id(String type, String prefix, int i) {
    return group(i) + "/providers/" + type + "/" + prefix + i;
  }

  private String group(int i) {
    return subscription(i % groups) + "/resourceGroups/rg" + i % groups;
  }

  private String subscription(int i) {
    return "/subscriptions/" + guid(0, i % subscriptions);
  }

  private static String guid(int kind, int i) {
    return "%08d-0000-0000-0000-%012d".formatted(kind, i);
  }
}
