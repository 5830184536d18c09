package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests of Logic Apps and connections: where they go, and what they sign in with.
class FlowTextsTest {
  private static final String URI = "https://a.openai.azure.com/";

  private static List<Call> request(String inputs) {
    return Estates.graph(
            """
            [{"type": "Microsoft.Logic/workflows", "name": "flow",
              "properties": {
                "parameters": {"Host": {"value": "a.openai.azure.com"}, "list": {"value": []}},
                "definition": {"actions": {"a": {"type": "Http", "inputs": INPUTS}}}}}]
            """
                .replace("INPUTS", inputs))
        .calls();
  }

  private static List<String> targets(String uri) {
    return request(
            "{\"uri\": \""
                + uri
                + "\", \"authentication\": {\"type\": \"ManagedServiceIdentity\"}}")
        .stream()
        .map(it -> text(it.host().value()) + " " + text(it.path().value()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.openai.azure.com/x                           | a.openai.azure.com /x",
        "https://@{parameters('HOST')}/x                        | a.openai.azure.com /x",
        "https://@{ parameters('host') }/@{parameters('host')}  | a.openai.azure.com"
            + " /a.openai.azure.com",
        "@parameters('host')                                    | a.openai.azure.com /",
        "@concat('https://a.openai.azure.com/x/', '/y')         | a.openai.azure.com /x//y",
        "https://@{concat('a.openai.azure.com/', 'y')}          | a.openai.azure.com /y",
        "@concat('https://', parameters('host'), '/x')          | a.openai.azure.com /x",
        "@concat('https://a.openai.azure.com/', toLower('X,y')) | a.openai.azure.com ?",
        "@concat('https://a.openai.azure.com/', variables('x')) | a.openai.azure.com ?",
        "@concat('https://a.openai.azure.com/', 'it''s,')       | a.openai.azure.com /it's,",
        "@concat(concat('https://a.openai.', 'azure.com'),'/x') | a.openai.azure.com /x",
        "@appsetting('url')                                     | ? ?",
        "https://a.openai.azure.com/@{variables('x')}/y         | a.openai.azure.com ?",
        "https://@{parameters('list')}.openai.azure.com         | ? /",
        "@@a.openai.azure.com/@{x}                              | @a.openai.azure.com /@{x}",
        "@parameters('none')                                    | ? ?",
        "@variables('x')                                        | ? ?",
      })
  void expressionsAreHolesUnlessTheyAreKnown(String uri, String shown) {
    assertThat(targets(uri)).containsExactly(shown);
  }

  @Test
  void anotherHostIsNoCall() {
    assertThat(targets("https://example.org/@{parameters('host')}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"authentication\": {\"type\": \"MSI\"}                          | managed-identity",
        "\"authentication\": {\"type\": \"ManagedServiceIdentity\"}       | managed-identity",
        "\"authentication\": {\"type\": \"UserAssignedManagedIdentity\"}  | managed-identity",
        "\"authentication\": {\"type\": \"ActiveDirectoryOAuth\"}         | identity",
        "\"authentication\": {\"type\": \"ServicePrincipal\"}             | identity",
        "\"authentication\": {\"type\": \"AadServicePrincipal\"}          | identity",
        "\"authentication\": {\"type\": \"Basic\"}                        | ?",
        "\"authentication\": {\"type\": \"${param.t}\"}                   | ?",
        "\"headers\": {\"API-Key\": \"x\"}                                | key",
        "\"headers\": {\"ocp-apim-subscription-key\": \"x\"}              | key",
        "\"headers\": {\"accept\": \"x\"}                                 | ?",
        "\"method\": \"GET\"                                              | ?",
      })
  void aRequestSignsInAsItSays(String says, String credential) {
    assertThat(request("{\"uri\": \"" + URI + "\", " + says + "}"))
        .extracting(it -> text(it.credential().value()))
        .containsExactly(credential);
  }

  @Test
  void aRequestToAnUnknownPlaceIsACallOnlyIfItSignsIn() {
    assertThat(request("{\"uri\": \"${param.u}\"}")).isEmpty();
    assertThat(request("{\"uri\": \"${param.u}\", \"authentication\": {\"type\": \"MSI\"}}"))
        .hasSize(1);
  }

  private static List<Call> connection(String properties) {
    return Estates.graph(
            """
            [{"type": "Microsoft.CognitiveServices/accounts", "name": "a", "kind": "AIServices"},
             {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
             {"as": "blobs", "type": "Microsoft.Storage/storageAccounts", "name": "blobs"},
             {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "a/c",
              "properties": PROPERTIES}]
            """
                .replace("PROPERTIES", properties))
        .calls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"authType\": \"ApiKey\"                  | key",
        "\"authType\": \"accountKey\"              | key",
        "\"authType\": \"ProjectManagedIdentity\"  | managed-identity",
        "\"authType\": \"aad\"                     | identity",
        "\"authType\": \"OAuth2\"                  | ?",
        "\"authType\": \"${param.t}\"              | ?",
        "\"authType\": 7                           | ?",
        "\"category\": \"CognitiveSearch\"         | ?",
      })
  void aConnectionSignsInByItsAuthType(String says, String credential) {
    assertThat(connection("{\"target\": \"" + URI + "\", " + says + "}"))
        .extracting(it -> text(it.credential().value()))
        .containsExactly(credential);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"target\": \"https://docs.search.windows.net\"           | docs.search.windows.net docs",
        "\"target\": \"${docs.id}\"                                | docs.search.windows.net docs",
        "\"target\": \"https://x.search.windows.net\"              | x.search.windows.net -",
        "\"metadata\": {\"resourceId\": \"${docs.id}\"}            | docs.search.windows.net docs",
        "\"target\": \"https://x.search.windows.net\", \"metadata\": {\"ResourceId\":"
            + " \"${docs.id}\"}                                    | x.search.windows.net docs",
        "\"target\": \"https://gateway.example.org\", \"metadata\": {\"ResourceId\":"
            + " \"${docs.id}\"}                                    | gateway.example.org docs",
        "\"target\": \"${docs.properties.endpoint}\"               | docs.search.windows.net docs",
      })
  void aConnectionLeadsToItsUrlOrItsResource(String says, String shown) {
    assertThat(connection("{\"authType\": \"AAD\", " + says + "}"))
        .extracting(it ->
            text(it.host().value())
                + " "
                + it.target().map(target -> text(target.name())).orElse("-"))
        .containsExactly(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"target\": \"https://example.org\"",
        "\"target\": \"${blobs.id}\"",
        "\"metadata\": {\"ResourceId\": \"${blobs.id}\"}",
        "\"category\": \"CognitiveSearch\"",
      })
  void oneThatLeadsElsewhereIsNoCall(String says) {
    assertThat(connection("{\"authType\": \"AAD\", " + says + "}")).isEmpty();
  }
}
