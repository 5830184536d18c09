package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who comes in to a service, and what is written down about it.
class NetworkTest {
  private static final String SEARCH = "Microsoft.Search/searchServices";
  private static final String ACCOUNT = "Microsoft.CognitiveServices/accounts";

  private static AccessGraph graph(String type, String properties, String more) {
    return Estates.graph(
        "[{\"as\": \"it\", \"type\": \"%T\", \"name\": \"it\", \"properties\": %P}%M]"
            .replace("%T", type)
            .replace("%P", properties)
            .replace("%M", more));
  }

  private static Resource first(AccessGraph graph) {
    return graph.estate().resources().getFirst();
  }

  private static String firewall(String type, String properties) {
    AccessGraph graph = graph(type, properties, "");
    return graph
        .network()
        .firewall(first(graph))
        .map(it ->
            String.join(
                " ",
                it.by().name(),
                it.isOff() ? "off" : "rules",
                Estates.show(it.addresses()),
                Estates.show(it.subnets())))
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "{}                                                              | -",
        "{\"publicNetworkAccess\": \"Enabled\"}                          | -",
        "{\"publicNetworkAccess\": \"DISABLED\"}                         | publicNetworkAccess off"
            + " no no",
        "{\"publicNetworkAccess\": \"${param.p}\"}                       | publicNetworkAccess off"
            + " open open",
        "{\"publicNetworkAccess\": \"SecuredByPerimeter\"}               | publicNetworkAccess off"
            + " open open",
        "{\"networkAcls\": {\"defaultAction\": \"Allow\"}}               | -",
        "{\"networkAcls\": {\"defaultAction\": \"deny\"}}                | defaultAction rules no"
            + " no",
        "{\"networkAcls\": {\"defaultAction\": \"${param.p}\"}}          | defaultAction rules open"
            + " open",
        "{\"networkAcls\": {\"defaultAction\": \"Deny\", \"ipRules\": [{}]}} | defaultAction rules"
            + " open open",
        "{\"networkAcls\": {\"defaultAction\": \"Deny\", \"ipRules\": []}} | defaultAction rules no"
            + " no",
        "{\"networkAcls\": {\"defaultAction\": \"Deny\", \"ipRules\": \"${param.r}\"}} |"
            + " defaultAction rules open open",
        "{\"networkAcls\": {\"defaultAction\": \"Deny\", \"virtualNetworkRules\": [{}]}} |"
            + " defaultAction rules no open",
        "{\"publicNetworkAccess\": \"${param.p}\", \"networkAcls\": {\"defaultAction\": \"Deny\"}}"
            + " | defaultAction rules no no",
        "{\"publicNetworkAccess\": \"${param.p}\", \"networkAcls\": {\"defaultAction\": \"Deny\","
            + " \"ipRules\": [{}]}} | publicNetworkAccess off open open",
        "{\"publicNetworkAccess\": \"Disabled\", \"networkAcls\": {\"defaultAction\": \"Deny\"}} |"
            + " publicNetworkAccess off no no",
      })
  void anAccountIsClosedByAccessOrByRules(String properties, String shown) {
    assertThat(firewall(ACCOUNT, properties)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"networkRuleSet\": {\"ipRules\": []}}                | -",
        "{\"networkRuleSet\": {\"ipRules\": [{}]}}              | ipRules rules open open",
        "{\"networkRuleSet\": {\"ipRules\": \"${param.r}\"}}    | ipRules rules open open",
        "{\"networkAcls\": {\"defaultAction\": \"Deny\"}}       | -",
        "{\"publicNetworkAccess\": \"disabled\"}                | publicNetworkAccess off no no",
      })
  void aSearchServiceIsClosedByItsFirstRule(String properties, String shown) {
    assertThat(firewall(SEARCH, properties)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Search  | {}                                                    | no   | whole",
        "Search  | {\"networkRuleSet\": {}}                              | no   | {}",
        "Search  | {\"networkRuleSet\": {\"bypass\": \"azureServices\"}} | yes  |"
            + " \"azureServices\"",
        "Search  | {\"networkRuleSet\": {\"bypass\": \"None\"}}          | no   | \"None\"",
        "Account | {}                                                    | open | whole",
        "Account | {\"publicNetworkAccess\": \"Disabled\"}               | open | \"Disabled\"",
        "Account | {\"networkAcls\": {\"bypass\": \"${param.b}\"}}       | open | \"${param.b}\"",
        "Account | {\"networkAcls\": {\"bypass\": null}}                 | open | {\"bypass\":"
            + " null}",
        "Account | {\"networkRuleSet\": {\"bypass\": \"AzureServices\"}} | open | whole",
      })
  void trustedServicesAreLetInByABypass(
      String service, String properties, String admits, String at) {
    AccessGraph graph = graph(service.equals("Search") ? SEARCH : ACCOUNT, properties, "");
    assertThat(Estates.show(graph.network().admitsTrustedServices(first(graph)))).isEqualTo(admits);
    Location.InFile where = (Location.InFile) graph.network().firewallAt(first(graph));
    String text = where.source().text().substring(where.span().start(), where.span().end());
    assertThat(at.equals("whole") ? text.startsWith("{\"as\"") : text.endsWith(at)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{\"enabled\": true}]}      | yes",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{\"enabled\": false}]}     | no",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{\"enabled\": false}, {\"enabled\":"
            + " true}]} | yes",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{\"enabled\": \"${param.e}\"}]} |"
            + " open",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{\"enabled\": \"true\"}]}  | no",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [{}]}                       | no",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": [\"${param.l}\"]}           | open",
        "\"scope\": \"${it.id}\", \"properties\": {\"logs\": \"${param.l}\"}             | open",
        "\"scope\": \"${it.id}\", \"properties\": {\"metrics\": [{\"enabled\": true}]}   | no",
        "\"scope\": \"${it.id}\", \"existing\": true                                     | open",
        "\"scope\": \"${it.id}\", \"condition\": \"${param.c}\", \"properties\": {\"logs\":"
            + " [{\"enabled\": true}]}                                                   | open",
        "\"scope\": \"${rg.id}\", \"properties\": {\"logs\": [{\"enabled\": true}]}      | no",
        "\"scope\": \"${it.id}/x/y\", \"properties\": {\"logs\": [{\"enabled\": true}]}  | no",
        "\"scope\": \"${param.s}\", \"properties\": {\"logs\": [{\"enabled\": true}]}    | open",
      })
  void aSettingSendsTheLogsOfItsScope(String body, String sends) {
    AccessGraph graph =
        graph(
            SEARCH,
            "{}",
            ", {\"type\": \"Microsoft.Insights/diagnosticSettings\", \"name\": \"d\", "
                + body
                + "}");
    assertThat(graph.network().diagnosticSettings())
        .singleElement()
        .extracting(it -> Estates.show(it.sendsLogsOf(ResourceId.of(first(graph).id()))))
        .isEqualTo(sends);
  }

  /// Only where it does more than watch.
  @ParameterizedTest
  @CsvSource({
    "Enforced,   ${it.id},   privateLinkResource",
    "${param.m}, ${it.id},   privateLinkResource",
    "Learning,   ${it.id},   -",
    "Enforced,   ${rg.id}/x, -",
  })
  void aPerimeterKeepsCallersOut(String mode, String id, String by) {
    String association =
        ", {\"type\": \"Microsoft.Network/networkSecurityPerimeters/resourceAssociations\","
            + " \"name\": \"p/it\", \"properties\": {\"accessMode\": \"%M\","
            + " \"privateLinkResource\": {\"id\": \"%I\"}}}";
    AccessGraph graph = graph(SEARCH, "{}", association.replace("%M", mode).replace("%I", id));
    assertThat(graph.network().firewall(first(graph)).map(it -> it.by().name()).orElse("-"))
        .isEqualTo(by);
  }

  @Test
  void ofWhatAzureHasTheDiagnosticSettingsAreNotRead() {
    AccessGraph graph = graph(SEARCH, "{}", "");
    assertThat(graph.network().unreadDiagnostics(first(graph))).isEmpty();
    String json = "[{\"type\": \"%T\", \"name\": \"it\"}]".replace("%T", SEARCH);
    AccessGraph live = AccessGraph.of(Estates.live(json));
    assertThat(live.network().unreadDiagnostics(first(live))).isPresent();
    String read = "{\"type\": \"Microsoft.Insights/diagnosticSettings\", \"name\": \"d\"}]";
    AccessGraph told = AccessGraph.of(Estates.live(json.replace("]", ", " + read)));
    assertThat(told.network().unreadDiagnostics(first(told))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"${it.id}, yes", "${rg.id}/x, no", "${param.id}, open"})
  void aPrivateEndpointLeadsToAService(String id, String leads) {
    String endpoint =
        ", {\"type\": \"Microsoft.Network/privateEndpoints\", \"name\": \"pe\", \"properties\":"
            + " {\"privateLinkServiceConnections\": [{\"properties\": {\"privateLinkServiceId\":"
            + " \"%I\"}}]}}";
    AccessGraph graph = graph(SEARCH, "{}", endpoint.replace("%I", id));
    assertThat(Estates.show(graph.network().hasPrivateEndpoint(first(graph)))).isEqualTo(leads);
    AccessGraph none = graph(SEARCH, "{}", "");
    assertThat(Estates.show(none.network().hasPrivateEndpoint(first(none)))).isEqualTo("no");
  }
}
