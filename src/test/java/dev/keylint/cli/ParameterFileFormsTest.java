package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a parameter file leaves out of its form, or says of another tool, does not take its values
/// away.
final class ParameterFileFormsTest {
  private static final Keylint RULE = Keylint.with("search-local-auth", "caller-can-manage");
  private static final String SCHEMA =
      "\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
          + "deploymentParameters.json#\", ";
  private static final String TEMPLATE =
      """
      param off bool = true
      param mode string = 'locked'
      param tag string = ''
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        tags: { tag: tag }
        properties: { disableLocalAuth: off && mode == 'locked' }
      }
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.parameters.json      | {'parameters': {'off': {'value': false}}}",
        "main.parameters.json      | {'off': {'value': false}}",
        "main.parameters.dev.json  | {'parameters': {'off': {'value': false}}}",
        "main.parameters-dev.json  | {'parameters': {'off': {'value': false}}}",
        "main.parameters.json      | {SCHEMA 'parameters': {'OFF': {'value': false}, 'tag':"
            + " {'value': '${ENV}'}}}",
      },
      quoteCharacter = '`')
  void theValuesCount(String name, String text) throws IOException {
    write("main.bicep", TEMPLATE);
    write(name, text.replace("SCHEMA ", SCHEMA).replace('\'', '"'));
    assertThat(RULE.scan(folder).exit()).as(name + " " + text).isEqualTo(1);
  }

  @Test
  void otherJsonOfThatNameIsNone() throws IOException {
    write("main.bicep", TEMPLATE);
    write("main.parameters.json", "{\"off\": false, \"parameters\": []}");
    Scanned run = RULE.scan(folder);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("read 1 file,");
  }

  @Test
  void azureYamlSaysWhoReadsAFile() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", TEMPLATE);
    write(
        "infra/main.parameters.json",
        "{"
            + SCHEMA
            + "\"parameters\": {\"mode\": {\"value\": \"${MODE=open}\"},"
            + " \"junk\": {\"value\": \"$${{X}}\"}}}");
    assertThat(RULE.scan(folder).exit()).isEqualTo(1);
  }

  @Test
  void azureYamlMayHaveAliases() throws IOException {
    write("azure.yaml", "x-place: &place other\ninfra:\n  path: *place\n  module: app\n");
    write("other/app.bicep", TEMPLATE);
    write("other/app.parameters.json", "{\"parameters\": {\"off\": {\"value\": false}}}");
    Scanned run = RULE.scan(folder);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).doesNotContain("alias", "exclude this file");
  }

  /// Azure refuses the second write, and the first grant stays.
  @Test
  void aGrantIsNotOverwritten() throws IOException {
    String grant =
        """
        resource SYMBOL 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid('one')
          scope: s
          properties: {
            roleDefinitionId: subscriptionResourceId(
              'Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
            principalId: PRINCIPAL
            principalType: 'TYPE'
          }
          dependsOn: [BEFORE]
        }
        """;
    write(
        "main.bicep",
        TEMPLATE
            + "resource u 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {\n"
            + "  name: 'u'\n}\n"
            + grant
                .replace("SYMBOL", "first")
                .replace("PRINCIPAL", "u.properties.principalId")
                .replace("TYPE", "ServicePrincipal")
                .replace("BEFORE", "")
            + grant
                .replace("SYMBOL", "second")
                .replace("PRINCIPAL", "'11111111-1111-1111-1111-111111111111'")
                .replace("TYPE", "User")
                .replace("BEFORE", "first"));
    assertThat(RULE.scan(folder).out()).contains("error[caller-can-manage]", "main.bicep:16:5");
  }
}
