package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Gap;
import dev.keylint.text.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether workloads call from a virtual network, as each kind of resource says it.
class CallerNetworksTest {
  private static final String ESTATE =
      """
      [
      {"as": "joined", "type": "Microsoft.App/managedEnvironments", "name": "joined",
       "properties": {"vnetConfiguration": {"infrastructureSubnetId": "${param.subnet}/s"}}},
      {"as": "apart", "type": "Microsoft.App/managedEnvironments", "name": "apart",
       "properties": {"vnetConfiguration": {"infrastructureSubnetId": null}}},
      {"as": "old", "type": "Microsoft.App/managedEnvironments", "name": "old", "existing": true},
      {"as": "plan", "type": "Microsoft.Web/serverfarms", "name": "plan", "properties": {}},
      {"as": "ase", "type": "Microsoft.Web/serverfarms", "name": "ase",
       "properties": {"hostingEnvironmentProfile": {"id": "x"}}},
      {"type": "TYPE", "name": "NAME", PROPERTIES}
      MORE
      ]
      """;

  private static String estate(String type, String properties, String more) {
    return ESTATE
        .replace("TYPE", type)
        .replace("NAME", type.endsWith("/slots") ? "caller/blue" : "caller")
        .replace("PROPERTIES", properties)
        .replace("MORE", more.isEmpty() ? "" : ", " + more);
  }

  private static String show(AccessGraph graph) {
    Workload caller = graph.workloads().getFirst();
    return Estates.show(graph.network().callsFromNetwork(caller));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Microsoft.Web/sites | {}                                                | no",
        "Microsoft.Web/sites | {\"virtualNetworkSubnetId\": \"\"}                | no",
        "Microsoft.Web/sites | {\"virtualNetworkSubnetId\": null}                | no",
        "Microsoft.Web/sites | {\"virtualNetworkSubnetId\": \"/a/b\"}            | yes",
        "Microsoft.Web/sites | {\"virtualNetworkSubnetId\": \"${param.x}\"}      | open",
        "Microsoft.Web/sites | {\"virtualNetworkSubnetId\": \"${param.x}/s\"}    | yes",
        "Microsoft.Web/sites | {\"serverFarmId\": \"${plan.id}\"}                | no",
        "Microsoft.Web/sites | {\"serverFarmId\": \"${ase.id}\"}                 | yes",
        "Microsoft.Web/sites | {\"serverFarmId\": \"${param.x}\"}                | open",
        "Microsoft.Web/sites | {\"managedEnvironmentId\": \"${joined.id}\"}      | yes",
        "Microsoft.Web/sites | {\"managedEnvironmentId\": \"${apart.id}\"}       | no",
        "Microsoft.Web/sites/slots | {\"hostingEnvironmentProfile\": {\"id\": \"x\"}} | yes",
        "Microsoft.Web/staticSites | {}                                          | no",
        "Microsoft.App/containerApps | {\"managedEnvironmentId\": \"${joined.id}\"} | yes",
        "Microsoft.App/containerApps | {\"environmentId\": \"${apart.id}\"}      | no",
        "Microsoft.App/containerApps | {\"environmentId\": \"${old.id}\"}        | open",
        "Microsoft.App/containerApps | {}                                        | open",
        "Microsoft.App/jobs | {\"environmentId\": \"${joined.id}\"}              | yes",
        "Microsoft.ContainerInstance/containerGroups | {}                        | no",
        "Microsoft.ContainerInstance/containerGroups | {\"subnetIds\": [{\"id\": \"x\"}]} | yes",
        "Microsoft.ContainerInstance/containerGroups | {\"networkProfile\": {\"id\": \"x\"}} | yes",
        "Microsoft.Resources/deploymentScripts | {\"containerSettings\": {\"subnetIds\": []}} | no",
        "Microsoft.Resources/deploymentScripts | {\"containerSettings\": {\"subnetIds\": [{}]}} |"
            + " yes",
        "Microsoft.Logic/workflows | {}                                          | no",
        "Microsoft.Logic/workflows | {\"integrationServiceEnvironment\": {\"id\": \"x\"}} | yes",
        "Microsoft.ApiManagement/service | {}                                    | no",
        "Microsoft.ApiManagement/service | {\"virtualNetworkType\": \"None\"}    | no",
        "Microsoft.ApiManagement/service | {\"virtualNetworkType\": \"External\"} | yes",
        "Microsoft.ApiManagement/service | {\"virtualNetworkConfiguration\": {}} | yes",
        "Microsoft.Compute/virtualMachines | {}                                  | yes",
        "Microsoft.ContainerService/managedClusters | {}                         | yes",
        "Microsoft.DataFactory/factories | {}                                    | open",
        "Microsoft.MachineLearningServices/workspaces | {}                       | open",
        "Microsoft.Search/searchServices | {}                                    | open",
        "Microsoft.Automation/automationAccounts | {}                            | open",
      })
  void eachKindSaysItInItsOwnWay(String type, String properties, String answer) {
    assertThat(show(Estates.graph(estate(type, "\"properties\": " + properties, ""))))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"Microsoft.Web/sites/networkConfig\", \"name\": \"caller/virtualNetwork\"} |"
            + " yes",
        "{\"type\": \"Microsoft.Web/sites/networkConfig\", \"name\": \"other/virtualNetwork\"}  |"
            + " no",
        "{\"type\": \"Microsoft.Web/sites/networkConfig\", \"name\": \"caller/virtualNetwork\","
            + " \"condition\": \"${param.on}\"} | open",
        "{\"type\": \"Microsoft.Web/sites/virtualNetworkConnections\", \"name\": \"caller/net\"} |"
            + " yes",
      })
  void aPartOfASiteMaySayIt(String part, String answer) {
    assertThat(show(Estates.graph(estate("Microsoft.Web/sites", "\"properties\": {}", part))))
        .isEqualTo(answer);
  }

  @Test
  void aGatewayMayStandElsewhere() {
    String gateway =
        "{\"type\": \"Microsoft.ApiManagement/service/gateways\", \"name\": \"caller/own\"}";
    String type = "Microsoft.ApiManagement/service";
    assertThat(show(Estates.graph(estate(type, "\"properties\": {}", gateway)))).isEqualTo("open");
  }

  @Test
  void whatIsNotDeclaredHereMaySayMore() {
    String site = estate("Microsoft.Web/sites", "\"properties\": {}", "");
    String there = estate("Microsoft.Web/sites", "\"existing\": true", "");
    assertThat(show(Estates.graph(there))).isEqualTo("open");
    assertThat(show(Estates.joined(Estates.live(site)))).isEqualTo("open");
    String arc = estate("Microsoft.Web/sites", "\"extendedLocation\": {\"name\": \"x\"}", "");
    assertThat(show(Estates.graph(arc))).isEqualTo("open");
  }

  @Test
  void aModuleThatIsNotHereMayJoinTheSite() {
    String site = estate("Microsoft.Web/sites", "\"properties\": {}", "");
    assertThat(show(withModule(site, "module net.bicep"))).isEqualTo("open");
    assertThat(show(withModule(site, "module br/public:avm/res/insights/component:0.4.0")))
        .isEqualTo("no");
  }

  private static AccessGraph withModule(String estate, String module) {
    Gap gap = new Gap(module, List.of(), List.of(), new Location.WholeFile("main.bicep"));
    return Estates.joined(Estates.estate(estate, false, List.of(gap)));
  }
}
