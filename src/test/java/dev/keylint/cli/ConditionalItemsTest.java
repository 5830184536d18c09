package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Grants from lists of which a part is there under a condition only, as landing zones hand them to
/// their modules.
final class ConditionalItemsTest {
  private static final String RULE = "caller-can-manage";
  private static final Keylint KEYLINT = Keylint.with(RULE);

  @TempDir private Path folder;

  @BeforeEach
  void aModuleThatGrants() throws IOException {
    write(
        "access.bicep",
        """
        param target string
        param entries array
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
          name: target
        }
        resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (entry, i) in entries: {
          name: guid(target, string(i))
          scope: account
          properties: {
            principalId: entry.who
            principalType: 'ServicePrincipal'
            roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
          }
        }]
        """);
  }

  /// A main file with these parameters and this list of entries; Contributor, then a data role.
  private void main(String parameters, String entries) throws IOException {
    write(
        "main.bicep",
        """
        %s
        resource hub 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'hub-east'
          location: 'westeurope'
          kind: 'OpenAI'
          properties: { disableLocalAuth: true }
        }
        resource robot 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
          name: 'id-robot'
          location: 'westeurope'
        }
        var contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'
        module access 'access.bicep' = {
          params: {
            target: hub.name
            entries: %s
          }
        }
        """
            .formatted(parameters, entries));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static final String ROBOT =
      "[ { who: robot.properties.principalId, role: contributor } ]";

  @Test
  void aCertainItemIsJudgedWhateverAnOptionalOneIs() throws IOException {
    String optional = "deployGuest ? [ { who: guest, role: contributor } ] : []";
    main("param deployGuest bool\nparam guest string", "concat(" + ROBOT + ", " + optional + ")");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).contains("access.bicep:12");
    assertThat(scan.out()).contains("id-robot");
    main("param deployGuest bool\nparam guest string", "union(" + ROBOT + ", " + optional + ")");
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).contains("access.bicep:12");
    main(
        "param deployGuest bool\nparam guest string",
        "[ { who: robot.properties.principalId, role: contributor }, ...(" + optional + ") ]");
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).contains("access.bicep:12");
  }

  @Test
  void anItemThatAVariableOfAzdBringsIsAbsentWithoutIt() throws IOException {
    main(
        "param operator object",
        "concat("
            + ROBOT
            + ", empty(operator.id) ? [] : [ { who: operator.id, role: contributor } ])");
    write(
        "main.parameters.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"operator": {"value": {"id": "${OPERATOR_ID}"}}}
        }
        """);
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).containsExactly("access.bicep:12");
    assertThat(scan.places(RULE, "open")).isEmpty();
    assertThat(scan.out() + scan.err()).doesNotContain("externalInput");
  }

  @Test
  void aListOfWhatIsNotEmptyHoldsAnIdThatOnlyAzureKnows() throws IOException {
    main(
        "",
        "empty(robot.properties.principalId) ? [] : [ { who: robot.properties.principalId, role:"
            + " contributor } ]");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).containsExactly("access.bicep:12");
    assertThat(scan.out()).contains("id-robot").doesNotContain("copyIndex");
  }
}
