package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the site may read the documents of the service `docs`, by one assignment in an estate in
/// which it has no other.
class RightsTest {
  private static final String QUERY = "Microsoft.Search/searchServices/indexes/documents/read";
  private static final String ESTATE =
      """
      [
      {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
      {"as": "other", "type": "Microsoft.Search/searchServices", "name": "other"},
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"}},
      {"as": "id", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "id"},
      {"type": "Microsoft.Authorization/roleAssignments", "name": "g", "scope": "SCOPE"MORE,
       "properties": {"principalId": "PRINCIPAL", "principalType": "TYPE",
         "roleDefinitionId": "ROLE"}}
      ]
      """;

  private static String ask(String json) {
    AccessGraph graph = Estates.graph(json);
    Identity site =
        graph.workloads().stream()
            .filter(it -> it.resource().type().is("Microsoft.Web/sites"))
            .map(it -> new Identity.SystemAssigned(it.key(), it.name()))
            .findFirst()
            .orElseThrow();
    return show(graph.canData(site, QUERY, graph.targets().getFirst()));
  }

  private static String show(Answer answer) {
    return switch (answer) {
      case Answer.Known(var holds) -> holds ? "yes" : "no";
      case Answer.Open(var because) ->
          String.join(" ", because.stream().map(it -> it.reason().print()).toList());
    };
  }

  private static String assigned(String principal, String type, String role, String scope) {
    return ESTATE
        .replace("PRINCIPAL", principal)
        .replace("TYPE", type)
        .replace("ROLE", role)
        .replace("SCOPE", scope);
  }

  @ParameterizedTest
  @CsvSource({
    "${site.identity.principalId},   ServicePrincipal,  yes",
    "${id.properties.principalId},   ServicePrincipal,  no",
    "${param.p},                     User,              no",
    "${param.p},                     Device,            no",
    "${param.p},                     Group,             Withheld(members of a group)",
    "${param.p},                     ServicePrincipal,  Withheld(owner of a service principal)",
    "8d1f3c55-5b1c,                  ServicePrincipal,  no",
    "${param.p},                     ${param.t},        MissingParameter(t)",
  })
  void somebodyElsesRoleHelpsIfItMayBeOnesOwn(String principal, String type, String answer) {
    String reader = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
    assertThat(ask(assigned(principal, type, reader, "${rg.id}").replace("MORE", "")))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "${rg.id},       yes",
    "${docs.id},     yes",
    "${other.id},    no",
    "${site.id},     no",
    "${param.scope}, MissingParameter(scope)",
  })
  void aRoleHelpsAtAScopeThatHoldsTheTarget(String scope, String answer) {
    String reader = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
    String principal = "${site.identity.principalId}";
    assertThat(ask(assigned(principal, "ServicePrincipal", reader, scope).replace("MORE", "")))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "1407120a-92aa-4202-b7e9-c0e197c71c8f, yes",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, no",
    "${param.role},                        MissingParameter(role)",
  })
  void aRoleHelpsIfItHasTheAction(String role, String answer) {
    String principal = "${site.identity.principalId}";
    assertThat(ask(assigned(principal, "ServicePrincipal", role, "${rg.id}").replace("MORE", "")))
        .isEqualTo(answer);
  }

  @Test
  void anAssignmentMayNotBeDeployed() {
    String json =
        assigned(
            "${site.identity.principalId}",
            "ServicePrincipal",
            "1407120a-92aa-4202-b7e9-c0e197c71c8f",
            "${rg.id}");
    assertThat(ask(json.replace("MORE", ", \"condition\": \"${param.deploy}\"")))
        .isEqualTo("MissingParameter(deploy)");
  }

  /// What exists already may have grants that nobody sees here.
  @Test
  void whatExistsMayHaveGrantsOfItsOwn() {
    String json = assigned("${param.p}", "User", "${param.role}", "${rg.id}").replace("MORE", "");
    String docs = "\"name\": \"docs\"";
    String site = "\"name\": \"app\"";
    String existing = ", \"existing\": true";
    assertThat(ask(json)).isEqualTo("no");
    assertThat(ask(json.replace(docs, docs + existing)))
        .isEqualTo("Withheld(grants on an existing resource)");
    assertThat(ask(json.replace(site, site + existing)))
        .isEqualTo("Withheld(grants of an existing identity)");
    for (String known : List.of(docs, site)) {
      String given =
          assigned(
                  "${site.identity.principalId}",
                  "ServicePrincipal",
                  "1407120a-92aa-4202-b7e9-c0e197c71c8f",
                  "${rg.id}")
              .replace("MORE", "");
      assertThat(ask(given.replace(known, known + existing))).isEqualTo("yes");
    }
  }
}
