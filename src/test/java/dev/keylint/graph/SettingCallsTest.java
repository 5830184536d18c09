package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static String text(Value value) {
    return value instanceof Value.Str(var text, _) ? text : "?";
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
    assertThat(calls.getFirst().audience().orElseThrow().evidence().name()).isEqualTo("value");
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
}
