package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Audience;
import dev.keylint.graph.call.Cloud;
import dev.keylint.graph.call.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of the endpoints and audiences of calls besides their texts.
class CallEndpointsTest {
  private static final String ACCOUNTS =
      """
      {"as": "virginia", "type": "Microsoft.CognitiveServices/accounts", "name": "virginia", "kind": "OpenAI",
       "location": "USGov Virginia", "properties": {"customSubDomainName": "virginia"}},
      {"as": "p", "type": "Microsoft.CognitiveServices/accounts/projects", "name": "virginia/p"},
      {"as": "north", "type": "Microsoft.Search/searchServices", "name": "north", "location": "chinanorth3"},
      {"as": "sweden", "type": "Microsoft.Search/searchServices", "name": "sweden", "location": "swedencentral"},
      {"as": "nowhere", "type": "Microsoft.Search/searchServices", "name": "nowhere"},
      {"as": "unseen", "type": "Microsoft.CognitiveServices/accounts", "name": "unseen", "existing": true},
      {"type": "Microsoft.ApiManagement/service", "name": "gateway",
       "properties": {"hostnameConfigurations": [{"hostName": "AI.contoso.com"}]}},
      {"type": "Microsoft.App/containerApps", "name": "proxy", "properties": {"configuration":
       {"ingress": {"customDomains": [{"name": "proxy.contoso.com"}]}}}},
      {"type": "Microsoft.Web/sites/hostNameBindings", "name": "site/Web.contoso.com"},
      {"type": "Microsoft.Web/staticSites/customDomains", "name": "pages/pages.contoso.com"}
      """;

  private static AccessGraph flow(String url, String audience) {
    return Estates.graph(
        """
        [ACCOUNTS, {"type": "Microsoft.Logic/workflows", "name": "flow",
          "identity": {"type": "SystemAssigned"},
          "properties": {"definition": {"actions": {"a": {"inputs": {"uri": "URL",
            "authentication": {"type": "ManagedServiceIdentity"AUDIENCE}}}}}}}]
        """
            .replace("ACCOUNTS", ACCOUNTS)
            .replace("URL", url)
            .replace("AUDIENCE", audience.isEmpty() ? "" : ", \"audience\": \"" + audience + "\""));
  }

  private static List<Call> site(String... settings) {
    return Estates.graph(
            """
            [{"type": "Microsoft.Web/sites", "name": "app", "identity": {"type": "SystemAssigned"},
              "properties": {"siteConfig": {"appSettings": [SETTINGS]}}}]
            """
                .replace("SETTINGS", String.join(",", settings)))
        .calls();
  }

  private static String setting(String name, String value) {
    return "{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.openai.azure.com/x,                 openai, PUBLIC",
    "https://a.cognitiveservices.azure.us,         aiservices, GOVERNMENT",
    "https://a.search.azure.cn,                    search, CHINA",
    "https://a.services.ai.azure.com/api/projects/p, project, PUBLIC",
    "https://a.services.ai.azure.com/models,       models, PUBLIC",
    "https://a.services.ai.azure.com/api/${param.x}, ?, PUBLIC",
    "https://eastus.api.cognitive.microsoft.com,   regional, PUBLIC",
    "https://${param.x},                           ?, -",
  })
  void theHostTellsTheServiceAndTheCloud(String url, String service, String cloud) {
    Call call = flow(url, "https://ai.azure.com").calls().getFirst();
    assertThat(text(call.endpoint().serviceName())).isEqualTo(service);
    assertThat(call.endpoint().cloud().map(Cloud::name).orElse("-")).isEqualTo(cloud);
    assertThat(call.source()).isEqualTo(Source.ACTION);
  }

  @ParameterizedTest
  @CsvSource({
    "${virginia.properties.endpoint},   virginia.openai.azure.us, openai, GOVERNMENT",
    "${p.properties.endpoints.AI Foundry API},     virginia.services.ai.azure.us, project,"
        + " GOVERNMENT",
    "${north.properties.endpoint},      north.search.azure.cn, search, CHINA",
    "${sweden.properties.endpoint},     sweden.search.windows.net, search, PUBLIC",
    "${nowhere.properties.endpoint},    nowhere.search.windows.net, search, -",
    "${unseen.properties.endpoint},     ?, aiservices, -",
  })
  void theRegionTellsTheCloudOfWhatAzureMakesUp(
      String url, String host, String service, String cloud) {
    Call call = flow(url, "x").calls().getFirst();
    assertThat(text(call.host().value())).isEqualTo(host);
    assertThat(text(call.endpoint().serviceName())).isEqualTo(service);
    assertThat(call.endpoint().cloud().map(Cloud::name).orElse("-")).isEqualTo(cloud);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.org/v1,  other",
    "https://ai.CONTOSO.com/chat, ?",
    "https://proxy.contoso.com,   ?",
    "https://web.contoso.com,     ?",
    "https://pages.contoso.com,   ?",
    "http://10.1.2.3/chat,        ?",
    "http://gateway/chat,         ?",
  })
  void aTokenForAzureMayGoElsewhere(String url, String service) {
    AccessGraph graph = flow(url, "https://management.azure.com");
    assertThat(graph.calls()).isEmpty();
    assertThat(graph.otherRequests())
        .extracting(call -> text(call.endpoint().serviceName()))
        .containsExactly(service);
    assertThat(flow(url, "").otherRequests()).isEmpty();
  }

  @Test
  void aSettingsNameTellsWhetherAScopeIsWanted() {
    String endpoint = setting("AZURE_OPENAI_ENDPOINT", "https://a.openai.azure.com");
    String audience = "https://cognitiveservices.azure.com";
    assertThat(site(endpoint, setting("AzureOpenAI__TokenScope", audience)))
        .extracting(call -> Audience.form(call.source(), call.audience().orElseThrow()))
        .containsExactly(Optional.of("scope"));
    assertThat(site(endpoint, setting("AZURE_OPENAI_AUDIENCE", audience)))
        .extracting(call -> Audience.form(call.source(), call.audience().orElseThrow()))
        .containsExactly(Optional.empty());
    assertThat(site(endpoint))
        .extracting(call -> call.host().evidence().name())
        .containsExactly("AZURE_OPENAI_ENDPOINT");
  }

  @Test
  void aKeyBelongsToTheEndpointOfItsName() {
    String region = "https://eastus.api.cognitive.microsoft.com";
    assertThat(
            site(
                setting("SPEECH_ENDPOINT", region),
                setting("VISION_ENDPOINT", region + "/vision"),
                setting("AZURE_SPEECH_KEY", "k")))
        .extracting(call -> text(call.credential().value()))
        .containsExactly("key", "managed-identity");
  }

  @ParameterizedTest
  @CsvSource({
    "AZURE_SEARCH_SERVICE, docs,         https://docs.search.windows.net/",
    "AZURE_SEARCH_SERVICE, ${param.x},   https://",
    "AZURE_OPENAI_ENDPOINT, HTTP://A.openai.azure.com/x?y=z, http://a.openai.azure.com/x?y=z",
  })
  void aNameAloneStandsForAWholeEndpoint(String name, String value, String url) {
    Call call = site(setting(name, value)).getFirst();
    assertThat(call.endpoint().url().chars()).startsWith(url);
    assertThat(call.endpoint().hasQuery()).isEqualTo(url.contains("?"));
    assertThat(text(call.path().value())).startsWith("/");
  }
}
