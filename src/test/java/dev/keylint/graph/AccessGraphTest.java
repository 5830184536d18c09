package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessGraphTest {
  private static final String QUERY = "Microsoft.Search/searchServices/indexes/documents/read";
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
  private static final String ESTATE =
      """
      [
      {"as": "search", "type": "Microsoft.Search/searchServices", "name": "s"},
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"}},
      {"as": "id", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "id"},
      {"type": "Microsoft.Authorization/roleAssignments", "name": "g", MORE
       "properties": {"principalId": "PRINCIPAL", TYPE "roleDefinitionId": "ROLE"}}
      ]
      """;

  private static String json(String principal, String type, String role, String more) {
    return ESTATE
        .replace("PRINCIPAL", principal)
        .replace("TYPE", type)
        .replace("ROLE", role)
        .replace("MORE", more);
  }

  private static String ask(AccessGraph graph) {
    Identity site =
        new Identity.SystemAssigned(
            graph.workloads().stream()
                .filter(each -> each.resource().type().is("Microsoft.Web/sites"))
                .findFirst()
                .orElseThrow()
                .id(),
            graph.workloads().getFirst().name());
    return Estates.show(graph.canData(site, QUERY, graph.targets().getFirst()));
  }

  @Test
  void aRoleOfItsOwnIsEnough() {
    assertThat(ask(Estates.graph(json("${site.identity.principalId}", "", READER, ""))))
        .isEqualTo("yes");
  }

  @Test
  void theControlPlaneDoesNotReadDocuments() {
    String owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    AccessGraph graph = Estates.graph(json("${site.identity.principalId}", "", owner, ""));
    assertThat(ask(graph)).isEqualTo("no");
    Identity site = graph.grants().getFirst().principal();
    assertThat(
            graph
                .can(site, "Microsoft.Search/searchServices/write", graph.targets().getFirst())
                .isTrue())
        .isTrue();
  }

  @Test
  void aRoleOfAnotherIdentityDoesNotHelp() {
    assertThat(ask(Estates.graph(json("${id.properties.principalId}", "", READER, ""))))
        .isEqualTo("no");
  }

  @Test
  void aGroupMayHaveItAsAMember() {
    String group = "\"principalType\": \"Group\",";
    assertThat(ask(Estates.graph(json("${param.p}", group, READER, "")))).isEqualTo("open");
    String user = "\"principalType\": \"User\",";
    assertThat(ask(Estates.graph(json("${param.p}", user, READER, "")))).isEqualTo("no");
  }

  @Test
  void anUnknownRoleOrPrincipalIsOpen() {
    String role = "11111111-2222-3333-4444-555555555555";
    assertThat(ask(Estates.graph(json("${site.identity.principalId}", "", role, ""))))
        .isEqualTo("open");
    assertThat(ask(Estates.graph(json("${param.p}", "", READER, "")))).isEqualTo("open");
  }

  @Test
  void anAssignmentUnderAnUnknownConditionIsOpen() {
    String condition = "\"condition\": \"${param.deploy}\",";
    assertThat(ask(Estates.graph(json("${site.identity.principalId}", "", READER, condition))))
        .isEqualTo("open");
  }

  @Test
  void whatIsMissingFromTheEstateMayGiveTheRight() {
    String json = json("${id.properties.principalId}", "", READER, "");
    Gap gap = new Gap("module x", List.of(), List.of(), new Location.WholeFile("main.bicep"));
    AccessGraph lacking = AccessGraph.of(Estates.estate(json, false, List.of(gap)));
    assertThat(ask(lacking)).isEqualTo("open");
    assertThat(lacking.unseen()).containsExactly(gap.unknown());
    String existing =
        json.replace(
            "searchServices\", \"name\": \"s\"",
            "searchServices\", \"name\": \"s\", \"existing\": true");
    assertThat(ask(Estates.graph(existing))).isEqualTo("open");
  }

  @Test
  void attachedIdentitiesAreListedAlsoWithSymbolicIds() {
    String attached = "{\"$createObject\": [\"${id.id}\", {}]}";
    for (String form :
        List.of(
            attached, "{\"$if\": [\"${param.x}\", {\"$union\": [{}, " + attached + "]}, null]}")) {
      AccessGraph graph = withIdentities(form);
      Workload workload = graph.workloads().getFirst();
      Resource identity = graph.estate().resources().getFirst();
      assertThat(workload.systemAssigned().isFalse()).isTrue();
      assertThat(workload.unknownIdentities()).isEmpty();
      assertThat(workload.userAssigned())
          .extracting(Identity::key)
          .containsExactly(ResourceId.of(identity.id()).key());
    }
  }

  @Test
  void thereMayBeMoreThanTheIdentitiesThatAreKnown() {
    AccessGraph graph =
        withIdentities("{\"$union\": [{\"/subscriptions/1/x\": {}}, \"${param.more}\"]}");
    assertThat(graph.workloads().getFirst().userAssigned()).hasSize(1);
    assertThat(graph.workloads().getFirst().unknownIdentities()).isPresent();
  }

  private static AccessGraph withIdentities(String json) {
    return Estates.graph(
        """
        [
        {"as": "id", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "${param.n}"},
        {"type": "Microsoft.App/containerApps", "name": "app",
         "identity": {"type": "UserAssigned", "userAssignedIdentities": JSON}}
        ]
        """
            .replace("JSON", json));
  }
}
