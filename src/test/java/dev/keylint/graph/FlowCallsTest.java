package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.call.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCallsTest {
  private static String show(Call call) {
    return String.join(
        " ",
        text(call.host().value()),
        text(call.path().value()),
        text(call.credential().value()),
        call.audience().map(it -> text(it.value())).orElse("-"));
  }

  private static List<Call> workflow(String definition) {
    return Estates.graph(
            """
            [{"type": "Microsoft.Logic/workflows", "name": "flow",
              "identity": {"type": "SystemAssigned"},
              "properties": {"parameters": {"host": {"value": "a.openai.azure.com"}},
                             "definition": DEFINITION}}]
            """
                .replace("DEFINITION", definition))
        .calls();
  }

  private static String http(String uri, String audience) {
    return """
    {"type": "Http", "inputs": {"method": "POST", "uri": "URI",
      "authentication": {"type": "ManagedServiceIdentity", "audience": "AUDIENCE"}}}
    """
        .replace("URI", uri)
        .replace("AUDIENCE", audience);
  }

  @Test
  void actionsAreFoundHoweverDeep() {
    String http = http("https://a.openai.azure.com/openai/x", "https://search.azure.com");
    String definition =
        """
        {"triggers": {"t": HTTP},
         "actions": {"scope": {"type": "Scope", "actions": {"if": {"type": "If",
           "actions": {"a": HTTP},
           "else": {"actions": {"switch": {"type": "Switch",
             "cases": {"c": {"case": 1, "actions": {"b": HTTP}}},
             "default": {"actions": {"each": {"type": "Foreach", "actions": {"d": HTTP}}}}}}}}}}}}
        """
            .replace("HTTP", http);
    assertThat(workflow(definition))
        .hasSize(4)
        .extracting(FlowCallsTest::show)
        .containsOnly("a.openai.azure.com /openai/x managed-identity https://search.azure.com");
  }

  @Test
  void expressionsOfTheFlowAreHolesUnlessTheyNameAKnownParameter() {
    String actions =
        "{\"parameters\": {\"aud\": {\"defaultValue\": \"https://search.azure.com/\"}},"
            + " \"actions\": {\"a\": "
            + http("https://@{parameters('host')}/x", "@parameters('aud')")
            + ", \"b\": "
            + http("@concat('https://b.search.windows.net/', variables('x'))", "@{variables('y')}")
            + ", \"c\": "
            + http("@variables('u')", "https://x")
            + ", \"d\": "
            + http("https://graph.microsoft.com", "https://graph.microsoft.com")
            + "}}";
    assertThat(workflow(actions))
        .extracting(FlowCallsTest::show)
        .containsExactly(
            "a.openai.azure.com /x managed-identity https://search.azure.com",
            "b.search.windows.net ? managed-identity ?",
            "? ? managed-identity https://x");
  }

  @Test
  void aRequestWithAKeyIsACallByKey() {
    String definition =
        """
        {"actions": {"a": {"inputs": {"uri": "https://a.openai.azure.com/",
          "headers": {"api-key": "x"}}}, "b": {"inputs": {"uri": "https://example.org"}}}}
        """;
    assertThat(workflow(definition))
        .extracting(FlowCallsTest::show)
        .containsExactly("a.openai.azure.com / key -");
  }

  @Test
  void activitiesOfPipelinesAreFoundHoweverDeep() {
    String web =
        """
        {"type": "WebActivity", "typeProperties": {
          "url": {"value": "https://s.search.windows.net/indexes", "type": "Expression"},
          "authentication": {"type": "MSI", "resource": "https://cognitiveservices.azure.com"}}}
        """;
    List<Call> calls =
        Estates.graph(
                """
                [{"type": "Microsoft.DataFactory/factories", "name": "adf",
                  "identity": {"type": "SystemAssigned"}},
                 {"type": "Microsoft.DataFactory/factories/pipelines", "name": "adf/p",
                  "properties": {"activities": [WEB,
                    {"type": "ForEach", "typeProperties": {"activities": [
                      {"type": "IfCondition", "typeProperties": {"ifTrueActivities": [WEB],
                        "ifFalseActivities": [{"type": "Switch", "typeProperties": {
                          "cases": [{"value": "x", "activities": [WEB]}],
                          "defaultActivities": [WEB]}}]}}]}}]}}]
                """
                    .replace("WEB", web))
            .calls();
    assertThat(calls)
        .hasSize(4)
        .extracting(FlowCallsTest::show)
        .containsOnly(
            "s.search.windows.net /indexes managed-identity https://cognitiveservices.azure.com");
    assertThat(calls.getFirst().workload().orElseThrow().resource().type().name())
        .isEqualTo("Microsoft.DataFactory/factories");
  }

  @Test
  void linkedServicesSayTheirAudienceInAnotherPlace() {
    assertThat(
            Estates.graph(
                    """
                    [{"type": "Microsoft.DataFactory/factories/linkedservices", "name": "adf/rest",
                      "properties": {"type": "RestService", "typeProperties": {
                        "url": "https://a.openai.azure.com/",
                        "authenticationType": "ManagedServiceIdentity",
                        "aadResourceId": "https://management.azure.com/"}}},
                     {"type": "Microsoft.DataFactory/factories/linkedservices", "name": "adf/search",
                      "properties": {"type": "AzureSearch", "typeProperties": {
                        "url": "https://s.search.windows.net", "key": {"type": "SecureString"}}}},
                     {"type": "Microsoft.DataFactory/factories/linkedservices", "name": "adf/sql",
                      "properties": {"type": "AzureSql", "typeProperties": {"url": "https://x.database.windows.net"}}}]
                    """)
                .calls())
        .extracting(FlowCallsTest::show)
        .containsExactly(
            "a.openai.azure.com / managed-identity https://management.azure.com",
            "s.search.windows.net / key -");
  }

  @Test
  void connectionsCallForTheirParent() {
    List<Call> calls =
        Estates.graph(
                """
                [{"type": "Microsoft.CognitiveServices/accounts", "name": "a", "kind": "AIServices",
                  "properties": {"customSubDomainName": "a"}},
                 {"as": "project", "type": "Microsoft.CognitiveServices/accounts/projects", "name": "a/p",
                  "identity": {"type": "SystemAssigned"}},
                 {"as": "search", "type": "Microsoft.Search/searchServices", "name": "docs"},
                 {"type": "Microsoft.CognitiveServices/accounts/projects/connections", "name": "a/p/one",
                  "properties": {"category": "CognitiveSearch", "authType": "AAD",
                    "target": "https://docs.search.windows.net/"}},
                 {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "a/two",
                  "properties": {"category": "CognitiveSearch", "authType": "ApiKey",
                    "target": "${search.id}", "metadata": {"ResourceId": "${search.id}"}}},
                 {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "a/three",
                  "properties": {"category": "RemoteTool", "authType": "ProjectManagedIdentity",
                    "target": "https://b.openai.azure.com", "audience": "https://ai.azure.com/.default"}},
                 {"type": "Microsoft.CognitiveServices/accounts/connections", "name": "a/four",
                  "properties": {"category": "AzureBlob", "authType": "AAD",
                    "target": "https://b.blob.core.windows.net"}}]
                """)
            .calls();
    assertThat(calls)
        .extracting(FlowCallsTest::show)
        .containsExactly(
            "docs.search.windows.net / managed-identity -",
            "docs.search.windows.net / key -",
            "b.openai.azure.com / managed-identity https://ai.azure.com");
    assertThat(calls.getFirst().target().orElseThrow().kind()).isEqualTo(TargetKind.SEARCH);
    assertThat(calls.get(1).target()).isPresent();
    assertThat(calls.getFirst().workload().orElseThrow().resource().type().key())
        .isEqualTo(Targets.PROJECT);
  }

  @Test
  void activitiesWithoutARequestAreNone() {
    String web =
        "{\"typeProperties\": {\"url\": \"https://s.search.windows.net/indexes\","
            + " \"authentication\": {\"type\": \"MSI\", \"resource\":"
            + " \"https://search.azure.com\"}}}";
    assertThat(
            Estates.graph(
                    """
                    [{"type": "Microsoft.DataFactory/factories/pipelines", "name": "adf/p",
                      "properties": {"activities": [{"type": "Wait"}, {"typeProperties": {}}, WEB]}},
                     {"type": "Microsoft.DataFactory/factories/linkedservices", "name": "adf/a",
                      "properties": {"type": "RestService"}},
                     {"type": "Microsoft.DataFactory/factories/linkedservices", "name": "adf/b",
                      "properties": {"typeProperties": {"authenticationType": "MSI"}}}]
                    """
                        .replace("WEB", web))
                .calls())
        .extracting(FlowCallsTest::show)
        .containsExactly("s.search.windows.net /indexes managed-identity https://search.azure.com");
  }
}
