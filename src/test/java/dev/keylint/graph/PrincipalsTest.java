package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who an id belongs to: a resource at hand, somebody of the directory, or nobody knows.
class PrincipalsTest {
  private static final String ESTATE =
      """
      [
      {"as": "own", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "own",
       "properties": {"principalId": "P-OWN", "clientId": "C-OWN"}},
      {"as": "far", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "far",
       "existing": true},
      {"as": "app", "type": "Microsoft.App/containerApps", "name": "app",
       "identity": {"principalId": "P-APP", "clientId": "C-APP", "userAssignedIdentities": {
         "/subscriptions/1/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/seen":
           {"principalId": "P-SEEN", "clientId": "C-SEEN"}}}},
      {"as": "aks", "type": "Microsoft.ContainerService/managedClusters", "name": "aks"},
      {"type": "Test.Probe/probes", "name": "probe", "who": WHO, "principalType": TYPE}
      ]
      """;

  private record Asked(Principals principals, Resource probe) {
    static Asked of(String who, String type) {
      Estate estate = Estates.template(ESTATE.replace("WHO", who).replace("TYPE", type));
      return new Asked(Principals.of(ResourceIndex.of(estate)), estate.resources().getLast());
    }

    Value who() {
      return Bodies.at(probe, "who").orElseThrow().value();
    }
  }

  private static String show(Identity identity) {
    return switch (identity) {
      case Identity.SystemAssigned(_, _, var name) -> "of resource " + show(name);
      case Identity.UserAssigned(_, var name) -> "identity " + show(name);
      case Identity.Principal(var kind, _, _) -> kind.word();
      case Identity.Unresolved(_, _, var because) -> show(because);
    };
  }

  private static String show(Value value) {
    return value instanceof Value.Unknown unknown
        ? "? " + unknown.reason().print().replaceAll("\\(.*", "")
        : GrantsTest.text(value);
  }

  private static String principal(String who, String type) {
    Asked asked = Asked.of(who, type);
    return show(asked.principals.byPrincipal(asked.who(), Bodies.at(asked.probe, "principalType")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"p-own\"                              | identity own",
        "{\"$readEnvironmentVariable\": [\"AZURE_PRINCIPAL_ID\", \"\"]} | deployer",
        "{\"$readEnvironmentVariable\": [\"AZURE_OTHER_ID\", \"\"]}     | ? Unsupported",
        "{\"$externalInputs\": [\"AZURE_PRINCIPAL_ID\"]} | deployer",
        "{\"$externalInputs\": [\"AZURE_OTHER_ID\"]} | ? Unsupported",
        "{\"$if\": [\"${param.x}\", {\"$readEnvironmentVariable\": [\"AZURE_PRINCIPAL_ID\"]},"
            + " \"\"]} | deployer",
        "{\"$if\": [\"${param.x}\", {\"$readEnvironmentVariable\": [\"AZURE_PRINCIPAL_ID\"]},"
            + " \"${param.y}\"]} | ? Unsupported",
        "\"P-SEEN\"                             | identity seen",
        "\"P-App\"                              | of resource app",
        "\"C-OWN\"                              | ? Withheld",
        "\"${own.properties.principalId}\"      | identity own",
        "\"${far.properties.PRINCIPALID}\"      | identity far",
        "\"${own.properties.clientId}\"         | ? RuntimeReference",
        "\"${app.identity.principalId}\"        | of resource app",
        "\"${app.identity.tenantId}\"           | ? RuntimeReference",
        "\"${app.principalId}\"                 | ? RuntimeReference",
        "\"${own.id}\"                          | nobody",
        "\"/subscriptions/1/resourceGroups/r/providers/Microsoft.Web/sites/s\" | nobody",
        "\"${aks.properties.identityProfile.kubeletidentity.objectId}\" | of resource aks",
        "\"${aks.properties.identityProfile.kubeletidentity.clientId}\" | ? RuntimeReference",
        "{\"$access\": [{\"$reference\": [\"/subscriptions/1/resourceGroups/r/providers/"
            + "Microsoft.ContainerService/managedClusters/gone\"]}, \"identityProfile\","
            + " \"kubeletidentity\", \"objectId\"]} | of resource gone",
        "{\"$access\": [{\"$reference\": [\"${app.id}\"]}, \"identity\","
            + " \"userAssignedIdentities\", \"${own.id}\", \"principalId\"]}"
            + "                                 | identity own",
        "{\"$access\": [{\"$reference\": [\"/subscriptions/1/resourceGroups/r/providers/"
            + "Microsoft.Web/sites/gone\"]}, \"identity\", \"principalId\"]}"
            + "                                 | of resource gone",
        "{\"$access\": [{\"$reference\": [\"${param.any}\"]}, \"identity\", \"principalId\"]}"
            + "                                 | ? Unsupported",
        "{\"$if\": [\"${param.x}\", \"${own.properties.principalId}\","
            + " \"${own.properties.principalId}\"]} | identity own",
        "{\"$if\": [\"${param.x}\", \"${own.properties.principalId}\","
            + " \"${app.identity.principalId}\"]} | ? Unsupported",
        "{\"$if\": [\"${param.x}\", \"${own.properties.principalId}\", {\"$access\":"
            + " [{\"$reference\": [\"${param.any}\"]}, \"principalId\"]}]} | ? Unsupported",
      })
  void resourcesAtHandHaveTheIdsThatTheirBodiesSay(String who, String identity) {
    assertThat(principal(who, "null")).isEqualTo(identity);
  }

  @ParameterizedTest
  @CsvSource({
    "User,                   user",
    "agentUser,              user",
    "GROUP,                  group",
    "ForeignGroup,           group",
    "Device,                 device",
    "ServicePrincipal,       servicePrincipal",
    "AgentServicePrincipal,  servicePrincipal",
    "Martian,                ? Withheld",
  })
  void othersAreOfTheTypeThatIsWritten(String type, String kind) {
    assertThat(principal("\"8d1f3c55\"", "\"" + type + "\"")).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"8d1f3c55\"    | null           | ? Withheld",
        "\"8d1f3c55\"    | 7              | ? Withheld",
        "\"${param.p}\"  | 7              | ? MissingParameter",
        "\"a${param.p}\" | null           | ? DeploymentContext",
        "\"8d1f3c55\"    | \"${param.t}\" | ? MissingParameter",
        "\"${param.p}\"  | null           | ? MissingParameter",
        "\"\"            | \"User\"       | nobody",
        "\"  \"          | null           | nobody",
      })
  void withoutATypeNobodyKnows(String who, String type, String identity) {
    assertThat(principal(who, type)).isEqualTo(identity);
  }

  /// An expression may lead to an identity that was not found; what the user will say does not.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"${param.p}\"                                 | servicePrincipal",
        "\"${secret.p}\"                                | servicePrincipal",
        "{\"$if\": [\"${param.x}\", \"${param.p}\", \"${secret.p}\"]} | servicePrincipal",
        "\"${app.properties.other}\"                    | ? RuntimeReference",
        "{\"$access\": [{\"$deployer\": []}, \"objectId\"]} | deployer",
        "{\"$access\": [{\"$somebody\": []}, \"objectId\"]} | ? Unsupported",
        "{\"$access\": [\"${param.p}\", \"objectId\"]}  | ? Unsupported",
      })
  void aServicePrincipalIsGivenOrUnknown(String who, String identity) {
    assertThat(principal(who, "\"ServicePrincipal\"")).isEqualTo(identity);
  }

  @ParameterizedTest
  @CsvSource({
    "c-own,                          identity own",
    "C-SEEN,                         identity seen",
    "C-APP,                          of resource app",
    "P-OWN,                          nobody",
    "${own.properties.clientId},     identity own",
    "${far.properties.clientId},     identity far",
    "${own.properties.principalId},  nobody",
    "${param.c},                     nobody",
  })
  void clientIdsAreFoundAlike(String client, String identity) {
    Asked asked = Asked.of("\"" + client + "\"", "null");
    assertThat(asked.principals.byClient(asked.who()).map(PrincipalsTest::show).orElse("nobody"))
        .isEqualTo(identity);
  }
}
