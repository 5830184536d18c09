package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.role.Role;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
  static final String WRITE = "Microsoft.Search/searchServices/write";
  static final String SEARCH =
      """
      {"as": "search", "type": "Microsoft.Search/searchServices", "name": "${param.n}"},
      """;
  static final String SITE =
      """
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"}},
      """;

  static String assignment(String principal, String role, String more) {
    return "{\"type\": \"Microsoft.Authorization/roleAssignments\", \"name\": \"g\", "
        + more
        + "\"properties\": {\"principalId\": \""
        + principal
        + "\", \"roleDefinitionId\": \""
        + role
        + "\"}}";
  }

  static Grant only(String... resources) {
    AccessGraph graph = Estates.graph("[" + String.join("", resources) + "]");
    assertThat(graph.grants()).hasSize(1);
    return graph.grants().getFirst();
  }

  static String text(Value value) {
    return ((Value.Str) value).value();
  }

  static String request(String type) {
    return """
    {"type": "Microsoft.Authorization/roleAssignmentScheduleRequests", "name": "r",
     "properties": {"principalId": "${site.identity.principalId}", "requestType": "TYPE",
       "roleDefinitionId": "b24988ac-6180-42a0-ab88-20f7382dd24c"}}
    """
        .replace("TYPE", type);
  }

  static Identity principal(String id, String type) {
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

  static String liveSearch(String subscription) {
    return """
    {"type": "Microsoft.Search/searchServices", "name": "s",
     "id": "/subscriptions/SUB/resourceGroups/r/providers/Microsoft.Search/searchServices/s"},
    """
        .replace("SUB", subscription);
  }

  @Test
  void theIdentityOfASiteGetsItsRoleOnTheSearchBelow() {
    Grant grant =
        only(
            SEARCH,
            SITE,
            assignment(
                "${site.identity.principalId}",
                "${sub.id}/providers/Microsoft.Authorization/roleDefinitions/B24988AC-6180-42a0-ab88-20f7382dd24c",
                ""));
    assertThat(text(grant.role().name())).isEqualTo("Contributor");
    assertThat(text(grant.role().id())).isEqualTo("b24988ac-6180-42a0-ab88-20f7382dd24c");
    assertThat(grant.principal()).isInstanceOf(Identity.SystemAssigned.class);
    assertThat(text(grant.principal().name())).isEqualTo("app");
    assertThat(grant.principal().isWorkload().isTrue()).isTrue();
    assertThat(grant.targets()).hasSize(1);
    assertThat(grant.allows(WRITE).isTrue()).isTrue();
    assertThat(grant.role().hasDataActions().isFalse()).isTrue();
    assertThat(((Value.Arr) grant.targetNames()).items()).hasSize(1);
  }

  @Test
  void aRoleNobodyKnowsIsOpen() {
    Grant grant =
        only(SEARCH, assignment("${param.p}", "11111111-2222-3333-4444-555555555555", ""));
    assertThat(grant.role()).isInstanceOf(Role.Unresolved.class);
    assertThat(grant.allows(WRITE)).isInstanceOf(Answer.Open.class);
    assertThat(text(grant.role().name())).isEqualTo("11111111-2222-3333-4444-555555555555");
  }

  /// What a request may end it does not give; what the role lacks it never gives.
  @Test
  void aRequestOfUnknownKindMayGiveWhatItsRoleGives() {
    Grant grant = only(SEARCH, SITE, request("${param.p}"));
    assertThat(grant.allows(WRITE)).isInstanceOf(Answer.Open.class);
    assertThat(grant.given().allows(WRITE)).isInstanceOf(Answer.Open.class);
    assertThat(grant.allows("Microsoft.Authorization/roleAssignments/write").isFalse()).isTrue();
    assertThat(grant.allowsData("Microsoft.Search/searchServices/indexes/documents/read").isFalse())
        .isTrue();
    assertThat(grant.given().hasDataActions().isFalse()).isTrue();
    assertThat(grant.isInert().isFalse()).isTrue();
    assertThat(text(grant.given().kind())).isEqualTo("builtIn");
    assertThat(grant.given().isMalformed()).isFalse();
    assertThat(grant.given().near()).isEmpty();
    assertThat(grant.given().reaches("Microsoft.Search")).isInstanceOf(Answer.Open.class);
    assertThat(only(SEARCH, SITE, request("AdminAssign")).allows(WRITE).isTrue()).isTrue();
  }

  @Test
  void aCustomRoleOfTheTemplateIsComputed() {
    String role =
        """
        {"as": "role", "type": "Microsoft.Authorization/roleDefinitions",
         "name": {"$guid": ["${sub.id}", "x"]}, "scope": "${sub.id}",
         "properties": {"roleName": "Index keeper", "permissions": [
           {"actions": ["Microsoft.Search/*"], "notActions": ["*/write"]},
           {"actions": [], "dataActions": ["Microsoft.Search/*", "Microsoft.Storage/*"],
            "condition": "@Resource[x] StringEquals 'y'"}]}},
        """;
    Grant grant = only(SEARCH, role, assignment("${param.p}", "${role.id}", ""));
    assertThat(text(grant.role().name())).isEqualTo("Index keeper");
    assertThat(grant.allows(WRITE).isFalse()).isTrue();
    assertThat(grant.allows("Microsoft.Search/searchServices/listAdminKeys/action").isTrue())
        .isTrue();
    assertThat(grant.allowsData("Microsoft.Search/searchServices/indexes/documents/read").isTrue())
        .isTrue();
    assertThat(
            grant.allowsData(
                "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"))
        .isInstanceOf(Answer.Open.class);
  }

  /// Azure evaluates conditions for few actions; a condition of any form keeps no other back.
  @Test
  void aConditionRestrictsOnlyWhatConditionsCan() {
    Grant grant =
        only(
            SEARCH,
            """
            {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
             "properties": {"principalId": "${param.p}", "principalType": "ServicePrincipal",
               "roleDefinitionId": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
               "condition": "1==1", "conditionVersion": "2.0"}}
            """);
    assertThat(grant.allows(WRITE).isTrue()).isTrue();
    assertThat(grant.allows("Microsoft.Authorization/roleAssignments/delete"))
        .isInstanceOf(Answer.Open.class);
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

  /// As an azd variable that is not set leaves it.
  @Test
  void anEmptyIdIsNobody() {
    Identity who = principal("", "ServicePrincipal");
    assertThat(who.isNobody()).isTrue();
    assertThat(principal("p", "User").isNobody()).isFalse();
    assertThat(only(SEARCH, SITE, request("AdminAssign")).principal().isNobody()).isFalse();
    assertThat(text(who.kind())).isEqualTo("nobody");
    assertThat(who.isWorkload().isFalse()).isTrue();
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

  @Test
  void aConditionOnTheAssignmentLeavesOtherActionsAlone() {
    String condition =
        "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[x]"
            + " ForAnyOfAnyValues:GuidEquals{b24988ac-6180-42a0-ab88-20f7382dd24c}))";
    Grant grant =
        only(
            SEARCH,
            """
            {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
             "properties": {"principalId": "${param.p}", "principalType": "Group",
               "roleDefinitionId": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
               "condition": "CONDITION"}}
            """
                .replace("CONDITION", condition));
    assertThat(grant.allows(WRITE).isTrue()).isTrue();
    assertThat(grant.allows("Microsoft.Authorization/roleAssignments/write"))
        .isInstanceOf(Answer.Open.class);
    assertThat(text(grant.principal().kind())).isEqualTo("group");
    assertThat(grant.principal().isWorkload()).isInstanceOf(Answer.Open.class);
  }

  @Test
  void azureEvaluatesRoleDefinitionsAndSoDoWe() {
    Grant grant =
        only(
            SEARCH,
            """
            {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
             "properties": {"principalId": "${param.p}",
               "roleDefinitionId": {"$access": [{"$roleDefinitions": ["Azure AI User"]}, "id"]}}}
            """);
    assertThat(text(grant.role().id())).isEqualTo("53ca6127-db72-4b80-b1b0-d745d6d5456d");
  }

  @Test
  void liveGuidsAreExplainedByTheBodiesOfTheirOwners() {
    AccessGraph graph =
        AccessGraph.of(
            Estates.live(
                """
                [
                {"type": "Microsoft.Search/searchServices", "name": "s",
                 "id": "/subscriptions/1/resourceGroups/R/providers/Microsoft.Search/searchServices/s"},
                {"type": "Microsoft.App/containerApps", "name": "app",
                 "id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.App/containerapps/app",
                 "identity": {"type": "UserAssigned", "userAssignedIdentities": {
                   "/subscriptions/1/resourcegroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id":
                     {"principalId": "AAAAAAAA-0000-0000-0000-000000000001", "clientId": "c"}}}},
                {"type": "Microsoft.Authorization/roleAssignments", "name": "g", "scope": "/subscriptions/1",
                 "id": "/subscriptions/1/providers/Microsoft.Authorization/roleAssignments/g",
                 "properties": {"scope": "/subscriptions/1/resourceGroups/r",
                   "principalId": "aaaaaaaa-0000-0000-0000-000000000001",
                   "principalType": "ServicePrincipal",
                   "roleDefinitionId": "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/1407120a-92aa-4202-b7e9-c0e197c71c8f"}}
                ]
                """));
    Grant grant = graph.grants().getFirst();
    assertThat(grant.principal()).isInstanceOf(Identity.UserAssigned.class);
    assertThat(text(grant.principal().name())).isEqualTo("id");
    assertThat(grant.targets()).extracting(Target::kind).isEqualTo(List.of(TargetKind.SEARCH));
    assertThat(grant.allowsData("Microsoft.Search/searchServices/indexes/documents/read").isTrue())
        .isTrue();
  }

  @Test
  void aManagementGroupIsAboveTheOneSubscriptionThatWasRead() {
    String assignment =
        """
        {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
         "scope": "/providers/Microsoft.Management/managementGroups/mg",
         "properties": {"principalId": "p", "roleDefinitionId": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"}}
        """;
    Grant one =
        AccessGraph.of(Estates.live("[" + liveSearch("1") + assignment + "]")).grants().getFirst();
    assertThat(one.targets()).hasSize(1);
    Grant two =
        AccessGraph.of(Estates.live("[" + liveSearch("1") + liveSearch("2") + assignment + "]"))
            .grants()
            .getFirst();
    assertThat(two.targets()).isEmpty();
    assertThat(two.possibleTargets()).hasSize(2);
  }

  @Test
  void theSameAssignmentInTwoBranchesIsTwoGrants() {
    String reader = assignment("${param.p}", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "");
    String owner = assignment("${param.p}", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "");
    assertThat(Estates.graph("[" + SEARCH + reader + "," + owner + "]").grants())
        .extracting(grant -> text(grant.role().name()))
        .containsExactly("Reader", "Owner");
  }

  @Test
  void aModuleThatIsNotHereSaysItsGrantsByItsArguments() {
    Value.Arr given =
        (Value.Arr)
            Estates.template(
                    """
                    [{"type": "x/y", "name": "n", "roleAssignments": [
                      {"principalId": "${param.p}", "principalType": "ServicePrincipal",
                       "roleDefinitionIdOrName": "Contributor"},
                      {"principalId": "${param.p}", "roleDefinitionIdOrName": "no such role"}]}]
                    """)
                .resources()
                .getFirst()
                .body()
                .properties()
                .get("roleAssignments")
                .orElseThrow();
    Location at = new Location.WholeFile("main.bicep");
    ModuleArgument roles = new ModuleArgument("roleAssignments", given, at);
    ModuleArgument name = new ModuleArgument("name", new Value.Str("docs", Origin.at(at)), at);
    Gap search =
        new Gap(
            "module br/public:avm/res/search/search-service:0.11.1",
            List.of(),
            List.of(name, roles),
            at);
    Gap vault =
        new Gap("module br/public:avm/res/key-vault/vault:0.1.0", List.of(), List.of(roles), at);
    AccessGraph graph = AccessGraph.of(Estates.estate("[]", false, List.of(search, vault)));
    assertThat(graph.targets()).extracting(target -> text(target.name())).containsExactly("docs");
    assertThat(graph.grants()).hasSize(2);
    Grant first = graph.grants().getFirst();
    assertThat(text(first.principal().kind())).isEqualTo("servicePrincipal");
    assertThat(first.allows(WRITE).isTrue()).isTrue();
    assertThat(first.roleAt().name()).isEqualTo("roleDefinitionIdOrName");
    assertThat(graph.grants().getLast().allows(WRITE)).isInstanceOf(Answer.Open.class);
  }

  @Test
  void aProjectHasAnIdentityOfItsOwn() {
    AccessGraph graph =
        AccessGraph.of(
            Estates.live(
                """
                [
                {"type": "Microsoft.CognitiveServices/accounts", "kind": "AIServices", "name": "a",
                 "id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.CognitiveServices/accounts/a",
                 "identity": {"type": "SystemAssigned", "principalId": "p-account"}},
                {"type": "Microsoft.CognitiveServices/accounts/projects", "kind": "AIServices", "name": "a/p",
                 "id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.CognitiveServices/accounts/a/projects/p",
                 "identity": {"type": "SystemAssigned", "principalId": "p-project"}},
                {"type": "Microsoft.Authorization/roleDefinitions", "name": "b24988ac-6180-42a0-ab88-20f7382dd24c",
                 "id": "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
                 "properties": {"roleName": "Contributor, renamed", "permissions": [{"actions": ["*/read"]}]}},
                {"type": "Microsoft.Authorization/roleAssignments", "name": "g",
                 "scope": "/subscriptions/1/resourceGroups/R/providers/Microsoft.CognitiveServices/accounts/A/projects/P",
                 "id": "/subscriptions/1/providers/Microsoft.Authorization/roleAssignments/g",
                 "properties": {"principalId": "P-PROJECT", "principalType": "ServicePrincipal",
                   "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/B24988AC-6180-42a0-ab88-20f7382dd24c"}}
                ]
                """));
    Grant grant = graph.grants().getFirst();
    assertThat(text(grant.principal().name())).isEqualTo("a/p");
    assertThat(grant.targets()).extracting(Target::kind).containsExactly(TargetKind.PROJECT);
    assertThat(text(grant.role().name())).isEqualTo("Contributor, renamed");
    assertThat(grant.allows("Microsoft.CognitiveServices/accounts/write").isFalse()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'\"principalType\": null,',      true",
        "'\"principalType\": \"User\",',  false",
        "'\"principalType\": \"\",',      false",
        "'',                              false",
      })
  void aPrincipalTypeMayBeWrittenAsNull(String type, boolean isNull) {
    String given =
        assignment("${param.p}", "b24988ac-6180-42a0-ab88-20f7382dd24c", "")
            .replace("\"properties\": {", "\"properties\": {" + type);
    assertThat(only(given).hasNullPrincipalType()).isEqualTo(isNull);
  }
}
