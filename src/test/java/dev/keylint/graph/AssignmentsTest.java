package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which resources give a role, and to whom.
final class AssignmentsTest {
  private static final String WRITE = "Microsoft.Search/searchServices/write";
  private static final String SEARCH =
      """
      {"as": "search", "type": "Microsoft.Search/searchServices", "name": "${param.n}"},
      """;
  private static final String SITE =
      """
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"}},
      """;

  private static Grant only(String... resources) {
    AccessGraph graph = Estates.graph("[" + String.join("", resources) + "]");
    assertThat(graph.grants()).hasSize(1);
    return graph.grants().getFirst();
  }

  private static String text(Value value) {
    return ((Value.Str) value).value();
  }

  private static String request(String type) {
    return """
    {"type": "Microsoft.Authorization/roleAssignmentScheduleRequests", "name": "r",
     "properties": {"principalId": "${site.identity.principalId}", "requestType": "TYPE",
       "roleDefinitionId": "b24988ac-6180-42a0-ab88-20f7382dd24c"}}
    """
        .replace("TYPE", type);
  }

  @Test
  void anActiveAssignmentOfPrivilegedIdentityManagementIsAGrant() {
    for (String type : List.of("AdminAssign", "SelfActivate", "AdminUpdate", "AdminExtend")) {
      Grant grant = only(SEARCH, SITE, request(type));
      assertThat(grant.principal()).as(type).isInstanceOf(Identity.SystemAssigned.class);
      assertThat(grant.allows(WRITE).isTrue()).as(type).isTrue();
    }
    assertThat(only(SEARCH, SITE, request("${param.kind}")).allows(WRITE))
        .isInstanceOf(Answer.Open.class);
  }

  @Test
  void theEndOfOneAndBeingEligibleAreNone() {
    for (String type : List.of("AdminRemove", "selfDeactivate")) {
      assertThat(Estates.graph("[" + SEARCH + SITE + request(type) + "]").grants())
          .as(type)
          .isEmpty();
    }
    String eligible =
        request("AdminAssign").replace("roleAssignmentSchedule", "roleEligibilitySchedule");
    assertThat(Estates.graph("[" + SEARCH + SITE + eligible + "]").grants()).isEmpty();
  }

  private static Identity principal(String id, String type) {
    return only(
            SEARCH,
            """
            {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
             "properties": {"principalId": "ID", "principalType": "TYPE",
               "roleDefinitionId": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"}}
            """
                .replace("ID", id)
                .replace("TYPE", type))
        .principal();
  }

  @Test
  void aPrincipalThatIsNoResourceHereIsNoWorkload() {
    for (String id : List.of("8d1f3c55-5b1c-4a3e-9f0a-0d5f8a1c2b3d", "${param.who}")) {
      Identity who = principal(id, "ServicePrincipal");
      assertThat(text(who.kind())).as(id).isEqualTo("servicePrincipal");
      assertThat(who.isWorkload().isFalse()).as(id).isTrue();
      assertThat(text(principal(id, "User").kind())).isEqualTo("user");
      assertThat(principal(id, "Group").isWorkload()).isInstanceOf(Answer.Open.class);
    }
  }
}
