package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingCallsTest {
  private static final String SITE =
      """
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"},
       "properties": {"siteConfig": {"appSettings": [SETTINGS]}}}
      """;

  private static String setting(String name, String value) {
    return "{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}";
  }

  private static List<Call> site(String... settings) {
    return Estates.graph("[" + SITE.replace("SETTINGS", String.join(",", settings)) + "]").calls();
  }

  private static String show(Call call) {
    return String.join(
        " ",
        text(call.host().value()),
        text(call.path().value()),
        text(call.credential().value()),
        call.audience().map(it -> text(it.value())).orElse("-"),
        call.clientId().map(it -> text(it.value())).orElse("-"));
  }

  @Test
  void anAudienceIsPairedWithTheEndpointOfItsService() {
    List<Call> calls =
        site(
            setting("AZURE_OPENAI_ENDPOINT", "https://a.openai.azure.com/"),
            setting("AZURE_OPENAI_TOKEN_SCOPE", "https://management.azure.com/.default"),
            setting("AZURE_SEARCH_ENDPOINT", "https://s.search.windows.net"),
            setting("AZURE_SEARCH_AUDIENCE", "https://search.azure.com/"));
    assertThat(calls)
        .extracting(SettingCallsTest::show)
        .containsExactly(
            "a.openai.azure.com / managed-identity https://management.azure.com -",
            "s.search.windows.net / managed-identity https://search.azure.com -");
    assertThat(calls.getFirst().audience().orElseThrow().evidence().name())
        .isEqualTo("AZURE_OPENAI_TOKEN_SCOPE");
    assertThat(calls.getFirst().workload()).isPresent();
  }

  @Test
  void aKeyBesideTheEndpointIsTheCredential() {
    assertThat(
            site(
                setting("AZURE_OPENAI_ENDPOINT", "https://a.openai.azure.com/"),
                setting("AZURE_OPENAI_API_KEY", "${param.key}"),
                setting("AZURE_SEARCH_SERVICE", "docs"),
                setting("AZURE_CLIENT_ID", "c")))
        .extracting(SettingCallsTest::show)
        .containsExactly(
            "a.openai.azure.com / key - c", "docs.search.windows.net / managed-identity - c");
  }

  /// The call to a Search service, with this setting beside the endpoint.
  private static List<String> besideSearch(String name, String value) {
    String endpoint = setting("AZURE_SEARCH_ENDPOINT", "https://docs.search.windows.net");
    return site(setting(name, value), endpoint).stream().map(SettingCallsTest::show).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BING_SEARCH_KEY",
        "bingSearchV7SubscriptionKey",
        "TAVILY_SEARCH_API_KEY",
        "GOOGLE_SEARCH_API_KEY",
        "Google__CustomSearch__ApiKey",
        "BRAVE_SEARCH_API_KEY",
        "WEB_SEARCH_API_KEY",
        "ELASTICSEARCH_API_KEY",
        "OpenSearch__AdminKey",
        "DEEP_RESEARCH_API_KEY"
      })
  void theKeyOfAnotherSearchIsNoneOfThisOne(String name) {
    assertThat(besideSearch(name, "${param.key}"))
        .containsExactly("docs.search.windows.net / managed-identity - -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEARCH_KEY",
        "AZURE_AI_SEARCH_API_KEY",
        "AZURE_OPENAI_SEARCH_KEY",
        "CognitiveSearch__ApiKey",
        "DOCS_SEARCH_ADMIN_KEY",
        "SearchKey",
        "azureAISearchKey",
        "Search:Key"
      })
  void theKeyOfAzureSearchIsTheCredential(String name) {
    assertThat(besideSearch(name, "${param.key}"))
        .containsExactly("docs.search.windows.net / key - -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SearchIndexKey",
        "AZURE_SEARCH_DOCUMENT_KEY",
        "SearchCacheKey",
        "SEARCH_PUBLIC_KEY"
      })
  void theKeyOfAnIndexOrACacheIsNoCredential(String name) {
    assertThat(besideSearch(name, "id"))
        .containsExactly("docs.search.windows.net / managed-identity - -");
  }

  @ParameterizedTest
  @CsvSource({
    "ContentSafetyUrl, ContentSafetyKey, key",
    "OpenAiEndpoint,   OpenAiKey,        key",
    "AzureOpenAIUrl,   AzureOpenAIKey,   key",
    "ContentSafetyUrl, SpeechKey,        managed-identity",
  })
  void namesInHumpsAreAsGood(String endpoint, String key, String credential) {
    assertThat(
            site(
                setting(endpoint, "https://a.cognitiveservices.azure.com/"),
                setting(key, "${param.key}")))
        .extracting(it -> text(it.credential().value()))
        .containsExactly(credential);
  }

  @Test
  void theValueDecidesWhateverTheName() {
    assertThat(
            site(
                setting("BACKEND", "https://a.openai.azure.com/"),
                setting("AZURE_OPENAI_ENDPOINT", "https://gateway.azure-api.net/openai"),
                setting("SOMETHING", "${param.x}"),
                setting("USE_AZURE_AI_SEARCH_SERVICE", "yes"),
                setting("AZURE_SEARCH_SERVICE", "false"),
                setting("AZURE_OPENAI_API_VERSION", "2024-10-21")))
        .extracting(SettingCallsTest::show)
        .containsExactly("a.openai.azure.com / managed-identity - -");
  }

  @Test
  void anUnknownEndpointIsACallWhenItsNameSaysSo() {
    List<Call> calls = site(setting("AZURE_OPENAI_ENDPOINT", "${param.url}"));
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().host().value()).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void aScopeThatIsNoUrlIsNoAudience() {
    assertThat(
            site(
                setting("AZURE_OPENAI_ENDPOINT", "https://a.openai.azure.com/"),
                setting("AZURE_OPENAI_SCOPE", "user.read")))
        .extracting(SettingCallsTest::show)
        .containsExactly("a.openai.azure.com / managed-identity - -");
  }

  @Test
  void theSettingsChildBelongsToTheSite() {
    List<Call> calls =
        Estates.graph(
                """
                [
                {"type": "Microsoft.Web/sites", "name": "app",
                 "properties": {"siteConfig": {"appSettings": [
                   {"name": "AZURE_OPENAI_ENDPOINT", "value": "https://a.openai.azure.com"}]}}},
                {"type": "Microsoft.Web/sites/config", "name": "app/appsettings",
                 "properties": {"AZURE_OPENAI_AUDIENCE": "https://search.azure.com"}}
                ]
                """)
            .calls();
    assertThat(calls)
        .extracting(SettingCallsTest::show)
        .containsExactly("a.openai.azure.com / identity https://search.azure.com -");
    assertThat(calls.getFirst().workload().orElseThrow().resource().type().name())
        .isEqualTo("Microsoft.Web/sites");
  }

  @Test
  void containersHaveTheirOwnEnvironments() {
    assertThat(
            Estates.graph(
                    """
                    [
                    {"type": "Microsoft.App/containerApps", "name": "app",
                     "identity": {"type": "UserAssigned", "userAssignedIdentities": {"/subscriptions/1": {}}},
                     "properties": {"template": {"containers": [
                       {"env": [{"name": "AZURE_OPENAI_ENDPOINT", "value": "https://a.openai.azure.com"},
                                {"name": "AZURE_CLIENT_ID", "value": "one"}]},
                       {"env": [{"name": "AZURE_OPENAI_ENDPOINT", "value": "https://b.openai.azure.com"},
                                {"name": "AZURE_OPENAI_KEY", "secretRef": "key"}]}]}}},
                    {"type": "Microsoft.ContainerInstance/containerGroups", "name": "group",
                     "properties": {"containers": [{"properties": {"environmentVariables": [
                       {"name": "AZURE_SEARCH_ENDPOINT", "value": "https://s.search.windows.net"},
                       {"name": "AZURE_SEARCH_API_KEY", "secureValue": "x"}]}}]}},
                    {"type": "Microsoft.Resources/deploymentScripts", "name": "script",
                     "properties": {"environmentVariables": [
                       {"name": "PROJECT_ENDPOINT",
                        "value": "https://a.services.ai.azure.com/api/projects/p"},
                       {"name": "FOUNDRY_AUDIENCE", "value": "https://ai.azure.com/.default"}]}}
                    ]
                    """)
                .calls())
        .extracting(SettingCallsTest::show)
        .containsExactly(
            "a.openai.azure.com / managed-identity - one",
            "b.openai.azure.com / key - -",
            "s.search.windows.net / key - -",
            "a.services.ai.azure.com /api/projects/p identity https://ai.azure.com -");
  }

  @ParameterizedTest
  @CsvSource({
    "AZURE_OPENAI_SERVICE,           mine.openai.azure.com",
    "AZURE_OPENAI_SERVICE_NAME,      mine.openai.azure.com",
    "AZURE_OPENAI_RESOURCE_NAME,     mine.openai.azure.com",
    "AZURE_OPENAI_ACCOUNT_NAME,      mine.openai.azure.com",
    "AZURE_OPENAI_API_INSTANCE_NAME, mine.openai.azure.com",
    "AzureOpenAI__ResourceName,      mine.openai.azure.com",
    "AzureOpenAi:ServiceName,        mine.openai.azure.com",
    "AOAI_RESOURCE_NAME,             mine.openai.azure.com",
    "AZURE_SEARCH_SERVICE,           mine.search.windows.net",
    "AzureSearch__ServiceName,       mine.search.windows.net",
    "AZURE_AI_SEARCH_NAME,           mine.search.windows.net",
  })
  void aBareNameHasManySpellings(String name, String host) {
    assertThat(site(setting(name, "mine")))
        .extracting(call -> text(call.host().value()))
        .containsExactly(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENAI_SERVICE",
        "OPENAI_API",
        "AZURE_OPENAI_MODEL_NAME",
        "AZURE_OPENAI_DEPLOYMENT_NAME",
        "BING_SEARCH_NAME",
        "AZURE_SEARCH_INDEX_NAME",
        "AZURE_OPENAI_RESOURCE_GROUP",
      })
  void otherNamesAreNone(String name) {
    assertThat(site(setting(name, "mine"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Endpoint=https://a.openai.azure.com/;Deployment=x | a.openai.azure.com / managed-identity",
        "Endpoint=https://a.openai.azure.com/;Key=${param.k} | a.openai.azure.com / key",
        "Deployment=x;Endpoint=https://a.openai.azure.com/v1?y=z;ApiKey=k | a.openai.azure.com /v1"
            + " key",
        "{\\\"url\\\":\\\"https://a.openai.azure.com/\\\",\\\"n\\\":1} | a.openai.azure.com /"
            + " managed-identity",
        "{\\\"api_key\\\": \\\"k\\\", \\\"url\\\":\\\"https://a.openai.azure.com\\\"} |"
            + " a.openai.azure.com / key",
        "[x](https://s.search.windows.net/indexes) | s.search.windows.net /indexes"
            + " managed-identity",
        "wss://a.openai.azure.com/openai/realtime | a.openai.azure.com /openai/realtime"
            + " managed-identity",
      })
  void urlsInOtherTextsAreFound(String value, String shown) {
    assertThat(site(setting("ConnectionStrings__any", value)))
        .extracting(SettingCallsTest::show)
        .containsExactly(shown + " - -");
  }

  @Test
  void aListOfUrlsIsSeveralCalls() {
    assertThat(
            site(
                setting(
                    "X",
                    "https://a.openai.azure.com, https://s.search.windows.net/,https://b.org")))
        .extracting(call -> text(call.host().value()))
        .containsExactly("a.openai.azure.com", "s.search.windows.net");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Endpoint=${account.properties.endpoint};Deployment=x",
        "Endpoint=${account.properties.endpoint}",
      })
  void anEndpointInAConnectionStringMayBeAnAccountsOwn(String value) {
    String account =
        """
        {"as": "account", "type": "Microsoft.CognitiveServices/accounts", "name": "oa", "kind": "OpenAI",
         "properties": {"customSubDomainName": "oa"}},
        """;
    List<Call> calls =
        Estates.graph(
                "["
                    + account
                    + SITE.replace("SETTINGS", setting("ConnectionStrings__ai", value))
                    + "]")
            .calls();
    assertThat(calls)
        .extracting(SettingCallsTest::show)
        .containsExactly("oa.openai.azure.com / managed-identity - -");
    assertThat(calls.getFirst().target()).isPresent();
  }

  /// Of several parts one that is not known is no endpoint: it may be anything else.
  @ParameterizedTest
  @CsvSource({
    "AZURE_OPENAI_CONNECTION_STRING,      Endpoint=${param.e},                                 1",
    "AZURE_OPENAI_CONNECTION_STRING,      Endpoint=https://api.openai.com/v1;Model=${param.e}, 0",
    "AZURE_OPENAI_CONNECTION_STRING,      Deployment=x,                                        0",
    "AZURE_AI_PROJECT_CONNECTION_STRING,  east.api.azureml.ms;${param.s};rg;team,              0",
    "ConnectionStrings__AgentStorage,     AccountName=${param.n};EndpointSuffix=x,             0",
  })
  void anEndpointInAConnectionStringMayBeUnknown(String name, String value, int calls) {
    assertThat(site(setting(name, value))).hasSize(calls);
  }

  private static final String PROJECT = "https://a.services.ai.azure.com/api/projects/p";

  @ParameterizedTest
  @CsvSource({
    "AZURE_AI_TOKEN_SCOPE,   https://vault.azure.net/.default,            https://vault.azure.net",
    "INFERENCE_SCOPE,        https://cognitiveservices.azure.com,        "
        + " https://cognitiveservices.azure.com",
    "TOKEN_AUDIENCE,         https://cognitiveservices.azure.com/.default,"
        + " https://cognitiveservices.azure.com",
    "Llm__Scope,             https://ai.azure.com/.default,               https://ai.azure.com",
    "TOKEN_SCOPE,            https://vault.azure.net/.default,            -",
    "GRAPH_SCOPE,            https://graph.microsoft.com/.default,        -",
    "AI_STORAGE_AUDIENCE,    https://storage.azure.com,                   -",
    "AZURE_AI_SEARCH_SCOPE,  https://search.azure.com,                    -",
  })
  void anAudienceWithoutAFamilyIsThatOfTheOnlyEndpoint(String name, String value, String audience) {
    assertThat(site(setting("AZURE_AI_PROJECT_ENDPOINT", PROJECT), setting(name, value)))
        .extracting(call -> call.audience().map(it -> text(it.value())).orElse("-"))
        .containsExactly(audience);
  }

  @Test
  void ofSeveralEndpointsItIsNotKnownWhose() {
    String scope = setting("AZURE_AI_SCOPE", "https://cognitiveservices.azure.com");
    String project = setting("AZURE_AI_PROJECT_ENDPOINT", PROJECT);
    String openAi = setting("AZURE_OPENAI_ENDPOINT", "https://a.openai.azure.com");
    assertThat(site(project, openAi, scope))
        .extracting(call -> call.audience().map(it -> text(it.value())).orElse("-"))
        .containsExactly("?", "?");
    assertThat(site(project, openAi, scope, setting("AZURE_OPENAI_SCOPE", "https://ai.azure.com")))
        .extracting(call -> call.audience().map(it -> text(it.value())).orElse("-"))
        .containsExactly("https://cognitiveservices.azure.com", "https://ai.azure.com");
    assertThat(
            site(
                openAi,
                setting("OPENAI_API_BASE", "https://a.cognitiveservices.azure.com"),
                setting("AZURE_SEARCH_ENDPOINT", "https://s.search.windows.net"),
                scope))
        .extracting(call -> call.audience().map(it -> text(it.value())).orElse("-"))
        .containsExactly(
            "https://cognitiveservices.azure.com", "https://cognitiveservices.azure.com", "-");
  }

  @ParameterizedTest
  @CsvSource({
    "RESEARCH_OPENAI_API_KEY, RESEARCH_OPENAI_ENDPOINT, https://a.openai.azure.com",
    "DeepResearch__OpenAI__ApiKey, DeepResearch__OpenAI__Endpoint, https://a.openai.azure.com",
    "RESEARCH_AZURE_SEARCH_KEY, RESEARCH_AZURE_SEARCH_ENDPOINT, https://docs.search.windows.net"
  })
  void theKeyOfOneOfOursIsOneWhateverItIsFor(String key, String endpoint, String url) {
    assertThat(site(setting(key, "${param.key}"), setting(endpoint, url)))
        .extracting(SettingCallsTest::show)
        .containsExactly(url.substring(8) + " / key - -");
  }
}
