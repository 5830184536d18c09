package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether somebody uses the principal of a role assignment.
class PrincipalUseTest {
  private static final String ESTATE =
      """
      [
      {"as": "used", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "used"},
      {"as": "ci", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "ci"},
      {"as": "aks", "type": "Microsoft.ContainerService/managedClusters", "name": "aks"},
      {"as": "idle", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "idle"},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
       "name": "ci/a", "properties": {"issuer": "https://token.actions.githubusercontent.com"}},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
       "name": "ci/b", "properties": {"issuer": "${aks.properties.oidcIssuerProfile.issuerURL}"}},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
       "name": "ci/c", "existing": true},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
       "name": "ci/d", "properties": {"issuer": "${param.issuer}"}},
      {"as": "app", "type": "Microsoft.Web/sites", "name": "app", "identity":
        {"type": "SystemAssigned, UserAssigned",
         "userAssignedIdentities": {"$createObject": ["${used.id}", {}]}}},
      {"type": "Microsoft.Authorization/roleAssignments", "name": "g", "properties": {
        "principalId": PRINCIPAL, "principalType": "TYPE",
        "roleDefinitionId": "1407120a-92aa-4202-b7e9-c0e197c71c8f"}}
      ]
      """;

  private static AccessGraph graph(String principal, String type) {
    return Estates.graph(ESTATE.replace("PRINCIPAL", principal).replace("TYPE", type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"${used.properties.principalId}\"      | ServicePrincipal | yes",
        "\"${ci.properties.principalId}\"        | ServicePrincipal | yes",
        "\"${idle.properties.principalId}\"      | ServicePrincipal | no",
        "\"${app.identity.principalId}\"         | ServicePrincipal | yes",
        "\"8d1f3c55\"                            | ServicePrincipal | open",
        "\"8d1f3c55\"                            | User             | open",
        "\"8d1f3c55\"                            | Group            | open",
        "\"8d1f3c55\"                            | Martian          | open",
        "\"\"                                    | User             | no",
        "{\"$access\": [{\"$deployer\": []}, \"objectId\"]} | User  | yes",
      })
  void aPrincipalIsUsedByWhoeverCarriesIt(String principal, String type, String used) {
    AccessGraph graph = graph(principal, type);
    assertThat(Estates.show(PrincipalUse.of(graph.grants().getFirst().principal(), graph)))
        .isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({"ci, 2", "idle, 0", "used, 0"})
  void theIssuerOfAClusterIsNoPipelines(String identity, int issuers) {
    AccessGraph graph = graph("\"x\"", "User");
    Identity named =
        graph.identities().stream()
            .filter(it -> it.name() instanceof Value.Str(var text, _) && text.equals(identity))
            .findFirst()
            .orElseThrow();
    assertThat(graph.issuersOf(named)).hasSize(issuers);
  }
}
