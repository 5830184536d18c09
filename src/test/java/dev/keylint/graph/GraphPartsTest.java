package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What belongs to what in a graph.
class GraphPartsTest {
  private static final String ESTATE =
      """
      [
      {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs",
       "identity": {"type": "SystemAssigned"}, "properties": {}},
      {"type": "Microsoft.Search/searchServices/sharedPrivateLinkResources", "name": "docs/link"},
      {"as": "ai", "type": "Microsoft.CognitiveServices/accounts", "name": "ai", "kind": "AIServices",
       "properties": {"customSubDomainName": "ai"}},
      {"as": "p", "type": "Microsoft.CognitiveServices/accounts/projects", "name": "ai/p"},
      {"type": "Microsoft.CognitiveServices/accounts/deployments", "name": "ai/gpt"},
      {"as": "own", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "own",
       "properties": {"principalId": "P-OWN", "clientId": "C-OWN"}},
      {"as": "idle", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "idle"},
      {"as": "far", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "far",
       "existing": true},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
       "name": "idle/ci", "properties": {"issuer": "https://token.actions.githubusercontent.com"}},
      {"as": "app", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned, UserAssigned", "userAssignedIdentities":
         {"$createObject": ["${own.id}", {}, "${far.id}", {}]}},
       "properties": {"siteConfig": {"appSettings": [
         {"name": "AZURE_SEARCH_ENDPOINT", "value": "https://docs.search.windows.net"},
         {"name": "AZURE_CLIENT_ID", "value": "C-OWN"}]}}},
      {"as": "vm", "type": "Microsoft.Compute/virtualMachines", "name": "vm", "identity": "${param.i}"},
      {"as": "old", "type": "Microsoft.Web/sites", "name": "old", "existing": true},
      {"as": "script", "type": "Microsoft.Resources/deploymentScripts", "name": "script",
       "properties": {"scriptContent": "echo"}},
      {"type": "Microsoft.Authorization/roleAssignments", "name": "g", "scope": "${docs.id}",
       "properties": {"principalId": "P-OWN",
         "roleDefinitionId": "1407120a-92aa-4202-b7e9-c0e197c71c8f"}}
      ]
      """;

  private static final String READ = "Microsoft.Search/searchServices/indexes/documents/read";
  private static final String QUERY = "Microsoft.Search/searchServices/read";
  private final AccessGraph graph = Estates.graph(ESTATE);

  private Resource resource(String name) {
    return graph.estate().resources().stream()
        .filter(it -> text(it.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Identity identity(String name) {
    return graph.identity(resource(name)).orElseThrow();
  }

  private static List<String> workloads(List<Workload> all) {
    return all.stream().map(it -> text(it.name())).toList();
  }

  private Workload workload(String name) {
    return graph.workloads().stream()
        .filter(it -> text(it.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void identitiesAreResourcesOfTheirOwnAndWorkloads() {
    assertThat(graph.identities())
        .extracting(it -> text(it.name()))
        .containsExactly("own", "idle", "far", "docs", "app", "vm", "old");
    assertThat(graph.identity(resource("idle/ci")).map(Identity::key))
        .isEqualTo(Optional.of(identity("idle").key()));
    assertThat(graph.identity(resource("app"))).isEmpty();
    assertThat(graph.named(new Value.Str("c-own", resource("own").name().origin())))
        .contains(identity("own"));
    assertThat(graph.named(resource("idle").id())).contains(identity("idle"));
    assertThat(graph.named(new Value.Str("other", resource("own").name().origin()))).isEmpty();
  }

  @Test
  void anIdentityIsKnownByManyIds() {
    assertThat(graph.idsOf(identity("own")))
        .containsExactlyInAnyOrder("p-own", "c-own", "own", identity("own").key());
    assertThat(graph.resource(identity("own"))).contains(resource("own"));
    assertThat(graph.resource(identity("far"))).isEmpty();
    assertThat(graph.resource(workload("app").ownIdentity())).contains(resource("app"));
  }

  @Test
  void identitiesAreCarriedAndHeld() {
    assertThat(workloads(graph.holders(identity("own")))).containsExactly("app");
    assertThat(workloads(graph.holders(identity("idle")))).isEmpty();
    assertThat(workloads(graph.workloadsOf(identity("own")))).containsExactly("app", "vm");
    assertThat(workloads(graph.workloadsOf(workload("docs").ownIdentity())))
        .containsExactly("docs", "vm");
    assertThat(workloads(graph.workloadsOf(workload("script").ownIdentity())))
        .containsExactly("vm");
  }

  @Test
  void whoHasAnIdentityForCertainCarriesItOnce() {
    String more = "{\"$union\": [{\"$createObject\": [\"${own.id}\", {}]}, \"${param.i}\"]}";
    AccessGraph open =
        Estates.graph(
            ESTATE.replace("{\"$createObject\": [\"${own.id}\", {}, \"${far.id}\", {}]}", more));
    Workload app =
        open.workloads().stream()
            .filter(it -> text(it.name()).equals("app"))
            .findFirst()
            .orElseThrow();
    assertThat(workloads(open.holders(app.userAssigned().getFirst()))).containsExactly("app");
    assertThat(workloads(open.workloadsOf(app.userAssigned().getFirst())))
        .containsExactly("app", "vm");
  }

  @Test
  void othersSignInByFederatedCredentials() {
    assertThat(graph.credentialsOf(identity("idle"))).containsExactly(resource("idle/ci"));
    assertThat(graph.credentialsOf(identity("own"))).isEmpty();
    assertThat(graph.issuersOf(identity("idle")))
        .extracting(Estates::text)
        .containsExactly("https://token.actions.githubusercontent.com");
    String there = ESTATE.replace("\"idle/ci\",", "\"idle/ci\", \"existing\": true,");
    assertThat(Estates.graph(there).credentialsOf(identity("idle"))).isEmpty();
  }

  /// A cluster says its own issuer; no other property of a resource is one.
  @ParameterizedTest
  @CsvSource({
    "${aks.properties.oidcIssuerProfile.issuerURL}, 0",
    "${aks.properties.issuer},                      1",
    "${param.issuer},                               1",
  })
  void theIssuerOfAClusterIsNoneOfAPipeline(String issuer, int issuers) {
    String json =
        ESTATE.replace(
            "{\"as\": \"idle\",",
            "{\"as\": \"aks\", \"type\": \"Microsoft.ContainerService/managedClusters\", \"name\":"
                + " \"aks\"}, {\"as\": \"idle\",");
    AccessGraph with =
        Estates.graph(json.replace("https://token.actions.githubusercontent.com", issuer));
    assertThat(with.issuersOf(identity("idle"))).hasSize(issuers);
  }

  @Test
  void callsAndSettingsBelongToTheirWorkload() {
    Call call = graph.calls().getFirst();
    assertThat(graph.callsOf(workload("app"))).containsExactly(call);
    assertThat(graph.callsOf(workload("vm"))).isEmpty();
    assertThat(graph.callsTo(resource("docs"))).containsExactly(call);
    assertThat(graph.callsTo(resource("ai"))).isEmpty();
    assertThat(graph.settingsOf(workload("app"))).hasSize(1);
    assertThat(graph.settingsOf(workload("vm"))).isEmpty();
    assertThat(call.nameOf(call.host())).isEqualTo("AZURE_SEARCH_ENDPOINT");
    assertThat(call.nameOf(call.clientId().orElseThrow())).isEqualTo("AZURE_CLIENT_ID");
    AccessGraph only = graph.with(call);
    assertThat(only.calls()).containsExactly(call);
    assertThat(only.callsOf(workload("app"))).containsExactly(call);
    assertThat(only.callsTo(resource("docs"))).containsExactly(call);
    assertThat(only.targets()).isEqualTo(graph.targets());
    assertThat(graph.otherRequests()).isEmpty();
    assertThat(graph.scripts()).hasSize(1);
    assertThat(graph.keyFlows()).isEmpty();
    assertThat(graph.policies().all()).isEmpty();
  }

  @Test
  void grantsBelongToTheirEnds() {
    Grant grant = graph.grants().getFirst();
    assertThat(graph.grantsOf(identity("own"))).containsExactly(grant);
    assertThat(graph.grantsOf(identity("idle"))).isEmpty();
    assertThat(graph.grantsOn(resource("docs"))).containsExactly(grant);
    assertThat(graph.grantsOn(resource("ai"))).isEmpty();
    assertThat(graph.grant(resource("g"))).contains(grant);
    assertThat(graph.grant(resource("app"))).isEmpty();
    assertThat(graph.unknownGrantsOf(identity("own"))).isEmpty();
    assertThat(graph.held(identity("own"), graph.targets().getFirst())).containsExactly(grant);
    assertThat(graph.held(identity("own"), graph.targets().get(1))).isEmpty();
    assertThat(Estates.show(graph.reaches(grant, graph.targets().getFirst()))).isEqualTo("yes");
    assertThat(Estates.show(graph.reaches(grant, graph.targets().get(1)))).isEqualTo("no");
    assertThat(Estates.show(graph.canData(identity("own"), READ, graph.targets().getFirst())))
        .isEqualTo("yes");
    assertThat(Estates.show(graph.can(identity("own"), QUERY, graph.targets().getFirst())))
        .isEqualTo("no");
    assertThat(graph.unseen()).isEmpty();
  }

  @Test
  void aProjectIsAPartOfItsAccount() {
    assertThat(graph.targets())
        .extracting(it -> text(it.name()))
        .containsExactly("docs", "ai", "ai/p");
    assertThat(graph.resources(graph.targets().get(2)))
        .containsExactly(resource("ai/p"), resource("ai"));
    assertThat(graph.resources(graph.targets().get(1))).containsExactly(resource("ai"));
    String deployments = "microsoft.cognitiveservices/accounts/deployments";
    assertThat(graph.parts(graph.targets().get(2), deployments))
        .containsExactly(resource("ai/gpt"));
    assertThat(graph.parts(graph.targets().get(1), deployments))
        .containsExactly(resource("ai/gpt"));
    assertThat(graph.parts(graph.targets().getFirst(), deployments)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Authorization/roleAssignments,                true,  false, false, false",
    "Microsoft.Authorization/roleAssignmentScheduleRequests, true,  false, false, false",
    "Microsoft.Web/sites,                                    false, true,  true,  false",
    "Microsoft.Web/serverfarms,                              false, false, false, false",
    "Microsoft.ApiManagement/service/policies,               false, true,  false, false",
    "Microsoft.Resources/deploymentScripts,                  false, true,  true,  false",
    "Microsoft.ManagedIdentity/userAssignedIdentities,       false, false, false, true",
  })
  void typesHaveTheirUses(String type, boolean grants, boolean calls, boolean runs, boolean is) {
    assertThat(GraphSources.mayGrant(type)).isEqualTo(grants);
    assertThat(GraphSources.mayCall(type)).isEqualTo(calls);
    assertThat(GraphSources.mayRun(type)).isEqualTo(runs);
    assertThat(GraphSources.mayIdentify(type)).isEqualTo(is);
    assertThat(GraphSources.mayScript(type)).isEqualTo(type.endsWith("deploymentScripts"));
  }

  @Test
  void ofSomeTypesOneMemberIsEvidence() {
    assertThat(GraphSources.evidence("Microsoft.Authorization/roleAssignments"))
        .containsExactly(
            List.of("principalId", "principalType"),
            List.of("principalId", "principalType", "roleDefinitionId"));
    assertThat(GraphSources.evidence("Microsoft.Web/sites")).isEmpty();
    assertThat(GraphSources.evidence("Microsoft.Web/serverfarms")).isEmpty();
    assertThat(GraphSources.evidence("Microsoft.ApiManagement/service/policies"))
        .containsExactly(List.of("value"));
  }
}
