package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The services that a firewall counts among those of Azure, and whether they come from outside.
class TrustedCallersTest {
  private static final String DOCS =
      """
      [{"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs", "properties": {}},
      """;

  private static List<String> callers(String json) {
    AccessGraph graph = Estates.graph(json);
    Resource first = graph.estate().resources().getFirst();
    return graph.network().trustedCallers(first).stream()
        .map(it -> GrantsTest.text(it.name()) + " " + Estates.show(it.overPublicAddress()))
        .toList();
  }

  private static List<String> account(String more, String properties, String authType) {
    return callers(
        DOCS
            + """
            {"type": "Microsoft.CognitiveServices/accounts", "name": "ai", MORE
             "identity": {"type": "SystemAssigned"}, "properties": PROPERTIES},
            {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "ai/c",
             "properties": {"target": "https://docs.search.windows.net", "authType": "AUTH"}}]
            """
                .replace("MORE", more)
                .replace("PROPERTIES", properties)
                .replace("AUTH", authType));
  }

  @ParameterizedTest
  @CsvSource({
    "ProjectManagedIdentity, ai yes",
    "ApiKey,                 ai no",
    "AAD,                    ai yes",
    "OAuth2,                 ai open",
  })
  void onlyWhoSignsInAsItselfIsTrusted(String authType, String shown) {
    assertThat(account("", "{}", authType)).containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"networkInjections\": [{\"scenario\": \"agent\"}]}          | ai open",
        "{\"networkInjections\": []}                                   | ai yes",
        "{\"managedNetwork\": {\"isolationMode\": \"Disabled\"}}       | ai yes",
        "{\"managedNetwork\": {\"isolationMode\": \"AllowInternetOutbound\"}} | ai open",
        "{\"managedNetwork\": {\"isolationMode\": \"AllowOnlyApprovedOutbound\", \"outboundRules\":"
            + " {\"r\": {\"destination\": {\"serviceResourceId\": \"${docs.id}\"}}}}} | ai no",
        "{\"managedNetwork\": {\"isolationMode\": \"AllowOnlyApprovedOutbound\", \"outboundRules\":"
            + " {\"r\": {\"destination\": {\"serviceResourceId\": \"${rg.id}/x\"}}}}} | ai open",
      })
  void aNetworkOfItsOwnMayLeadThere(String properties, String shown) {
    assertThat(account("", properties, "ProjectManagedIdentity")).containsExactly(shown);
  }

  @Test
  void whatIsNotDeclaredHereMayHaveALink() {
    assertThat(account("\"existing\": true,", "{}", "ProjectManagedIdentity"))
        .containsExactly("ai open");
  }

  @Test
  void aProjectHasTheNetworkOfItsAccount() {
    String project =
        DOCS
            + """
            {"type": "Microsoft.CognitiveServices/accounts", "name": "ai", "properties": NETWORK},
            {"type": "Microsoft.CognitiveServices/accounts/projects", "name": "ai/p",
             "identity": {"type": "SystemAssigned"}, "properties": {}},
            {"type": "Microsoft.CognitiveServices/accounts/projects/connections", "name": "ai/p/c",
             "properties": {"target": "https://docs.search.windows.net",
               "authType": "ProjectManagedIdentity"}}]
            """;
    assertThat(callers(project.replace("NETWORK", "{}"))).containsExactly("ai/p yes");
    assertThat(callers(project.replace("NETWORK", "{\"networkInjections\": [{}]}")))
        .containsExactly("ai/p open");
  }

  @Test
  void aWorkspaceIsTrustedByAccountsOnly() {
    String workspace =
        """
        {"type": "Microsoft.MachineLearningServices/workspaces", "name": "ml",
         "identity": {"type": "SystemAssigned"}, "properties": {}},
        {"type": "Microsoft.MachineLearningServices/workspaces/connections", "name": "ml/c",
         "properties": {"target": "URL", "authType": "ManagedIdentity"}}]
        """;
    String oai =
        """
        [{"type": "Microsoft.CognitiveServices/accounts", "name": "oai", "kind": "OpenAI",
          "properties": {"customSubDomainName": "oai"}},
        """;
    assertThat(callers(oai + workspace.replace("URL", "https://oai.openai.azure.com")))
        .containsExactly("ml yes");
    assertThat(callers(DOCS + workspace.replace("URL", "https://docs.search.windows.net")))
        .isEmpty();
  }

  @Test
  void anAccountIsNoStrangerToItself() {
    assertThat(
            callers(
                """
                [{"type": "Microsoft.CognitiveServices/accounts", "name": "ai", "kind": "AIServices",
                  "identity": {"type": "SystemAssigned"}, "properties": {"customSubDomainName": "ai"}},
                 {"type": "Microsoft.CognitiveServices/accounts/projects", "name": "ai/p",
                  "identity": {"type": "SystemAssigned"}, "properties": {}},
                 {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "ai/c",
                  "properties": {"target": "https://ai.openai.azure.com", "authType": "AAD"}},
                 {"type": "Microsoft.CognitiveServices/accounts/projects/connections",
                  "name": "ai/p/c",
                  "properties": {"target": "https://ai.openai.azure.com", "authType": "AAD"}}]
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"privateLinkResourceId\": \"${oai.id}\"}  | docs no",
        "{\"privateLinkResourceId\": \"${rg.id}/x\"} | docs yes",
        "{\"privateLinkResourceId\": \"${param.l}\"} | docs open",
        "{}                                          | docs yes",
      })
  void aSearchServiceMayHaveASharedPrivateLink(String link, String shown) {
    assertThat(
            callers(
                """
                [{"as": "oai", "type": "Microsoft.CognitiveServices/accounts", "name": "oai",
                  "kind": "OpenAI", "properties": {"customSubDomainName": "oai"}},
                 {"type": "Microsoft.Search/searchServices", "name": "docs",
                  "identity": {"type": "SystemAssigned"}, "properties": {}},
                 {"type": "Microsoft.Search/searchServices/sharedPrivateLinkResources",
                  "name": "docs/l", "properties": LINK},
                 {"type": "Microsoft.Resources/deploymentScripts", "name": "s", "properties": {
                  "scriptContent": "{'azureOpenAIParameters': {'resourceUri': 'https://oai.openai.azure.com'}}"}}]
                """
                    .replace("LINK", link)))
        .containsExactly(shown);
  }
}
