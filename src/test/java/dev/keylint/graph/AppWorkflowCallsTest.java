package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Workflows of Logic Apps Standard, which sign in as their app and read its settings.
final class AppWorkflowCallsTest {
  private static final String APP =
      """
      {"type": "Microsoft.Web/sites", "name": "flows", "kind": "functionapp,workflowapp",
       "identity": {"type": "SystemAssigned"},
       "properties": {"siteConfig": {"appSettings": [
         {"name": "HOST", "value": "a.openai.azure.com"},
         {"name": "url", "value": "https://docs.search.windows.net"}]}}}
      """;

  private static final String AS_APP = "\"authentication\": {\"type\": \"ManagedServiceIdentity\"}";

  private static List<String> calls(String name, String actions, String more) {
    return Estates.graph(
            """
            [APP, {"type": "Microsoft.Web/sites/workflows", "name": "NAME",
              "properties": {"definition": {"actions": ACTIONS}MORE}}]
            """
                .replace("APP", APP)
                .replace("NAME", name)
                .replace("ACTIONS", actions)
                .replace("MORE", more))
        .calls()
        .stream()
        .filter(it -> it.resource().type().key().endsWith("/workflows"))
        .map(AppWorkflowCallsTest::show)
        .toList();
  }

  private static String show(Call call) {
    return String.join(
        " ",
        call.workload().map(it -> text(it.name())).orElse("-"),
        text(call.host().value()),
        text(call.path().value()),
        text(call.credential().value()),
        call.identity() instanceof EffectiveIdentity.Known ? "known" : "open");
  }

  private static String http(String uri, String more) {
    return "{\"a\": {\"type\": \"Http\", \"inputs\": {\"uri\": \"" + uri + "\", " + more + "}}}";
  }

  @Test
  void settingsOfTheAppArePutIn() {
    assertThat(calls("flows/one", http("https://@{appsetting('host')}/openai/x", AS_APP), ""))
        .containsExactly("flows a.openai.azure.com /openai/x managed-identity known");
    assertThat(calls("flows/one", http("@appsetting('none')", AS_APP), ""))
        .containsExactly("flows ? ? managed-identity known");
    assertThat(
            calls(
                "flows/one",
                http("@{parameters('docs')}/indexes", AS_APP),
                ", \"parameters\": {\"docs\": {\"value\": \"@appsetting('url')\"}}"))
        .containsExactly("flows docs.search.windows.net /indexes managed-identity known");
  }

  @Test
  void whatAnAppDoesByASettingAndByAWorkflowIsDoneOnce() {
    String workflow =
        """
        [APP, {"type": "Microsoft.Web/sites/workflows", "name": "flows/one",
          "properties": {"definition": {"actions": ACTIONS}}}]
        """;
    String same = http("@appsetting('url')", AS_APP);
    String other = http("https://other.search.windows.net", AS_APP);
    assertThat(
            Estates.graph(workflow.replace("APP", APP).replace("ACTIONS", same)).calls().stream()
                .filter(it -> text(it.host().value()).equals("docs.search.windows.net")))
        .extracting(Call::repeated)
        .containsExactly(false, true);
    assertThat(Estates.graph(workflow.replace("APP", APP).replace("ACTIONS", other)).calls())
        .extracting(Call::repeated)
        .containsExactly(false, false, false);
  }

  @Test
  void whatAnUnknownAppIsSetToIsNotKnown() {
    String http = http("https://a.openai.azure.com/openai/x", AS_APP);
    assertThat(calls("other/one", http, ""))
        .containsExactly("- a.openai.azure.com /openai/x managed-identity open");
    assertThat(calls("other/one", http("https://@{appsetting('host')}/x", AS_APP), ""))
        .allMatch(it -> it.startsWith("- ?"));
  }

  @Test
  void aParameterMayBeTheWholeAuthentication() {
    assertThat(
            calls(
                "flows/one",
                http("https://a.openai.azure.com/", "\"authentication\": \"@parameters('how')\""),
                ", \"parameters\": {\"how\": {\"value\": {\"type\": \"ManagedServiceIdentity\"}}}"))
        .containsExactly("flows a.openai.azure.com / managed-identity known");
  }

  private static List<String> provided(String connection) {
    return calls(
        "flows/one",
        """
        {"a": {"type": "ServiceProvider", "inputs": {
          "serviceProviderConfiguration": {"connectionName": "docs"}}}}
        """,
        ", \"connections\": {\"serviceProviderConnections\": {\"docs\": " + connection + "}}");
  }

  @Test
  void builtInConnectorsSignInAsTheAppOrByKey() {
    assertThat(
            provided(
                """
                {"parameterSetName": "ManagedServiceIdentity",
                 "parameterValues": {"searchServiceEndpoint": "@appsetting('url')",
                                     "authProvider": {"Type": "ManagedServiceIdentity"}}}
                """))
        .containsExactly("flows docs.search.windows.net / managed-identity known");
    assertThat(
            provided(
                """
                {"parameterSetName": "managedserviceidentity",
                 "parameterValues": {"searchServiceEndpoint": "@appsetting('url')"}}
                """))
        .containsExactly("flows docs.search.windows.net / managed-identity known");
    assertThat(
            provided(
                """
                {"parameterValues": {"searchServiceEndpoint": "@appsetting('url')",
                                     "searchServiceAdminKey": "@appsetting('key')"}}
                """))
        .containsExactly("flows docs.search.windows.net / key open");
    assertThat(provided("{\"parameterValues\": {}}")).isEmpty();
    assertThat(
            calls(
                "flows/one",
                "{\"a\": {\"inputs\": {\"serviceProviderConfiguration\":"
                    + " {\"connectionName\": \"none\"}}}}",
                ""))
        .isEmpty();
  }
}
