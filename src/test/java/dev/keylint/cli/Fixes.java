package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder in which `keylint fix` is run.
///
/// @param options what stands behind `fix`
record Fixes(Keylint keylint, Path folder, List<String> options) {
  static Fixes in(Keylint keylint, Path folder, String... options) {
    return new Fixes(keylint, folder, List.of(options));
  }

  /// An application with an identity, and an account that it may call.
  static final String ENDS =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
      }
      """;

  /// The two, and a role of the one on the other.
  ///
  /// @param role the id of the role, and
  /// @param named what else its name is made of, as Bicep says them
  static String grant(String role, String named) {
    return ENDS
        + """
        resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid(ai.id, app.id, NAMED)
          scope: ai
          properties: {
            roleDefinitionId: ROLE
            principalId: app.identity.principalId
          }
        }
        """
            .replace("ROLE", role)
            .replace("NAMED", named);
  }

  static final String ME =
      """
      resource me 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
        name: 'me'
      }
      """;

  /// An application that calls `ai`.
  ///
  /// @param identity what it says of its identity, if anything
  static String caller(String identity) {
    return """
    resource app 'Microsoft.Web/sites@2024-04-01' = {
      name: 'app'
      IDENTITY
      properties: {
        siteConfig: {
          appSettings: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
          ]
        }
      }
    }
    """
        .replace("IDENTITY", identity);
  }

  /// The identity `me`, and an application that calls `ai` and carries it.
  static final String CALLER =
      ME + caller("identity: { type: 'UserAssigned', userAssignedIdentities: { '${me.id}': {} } }");

  /// A role of `me` on `ai`.
  static String role(String symbol, String role) {
    return """
    resource SYMBOL 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
      name: guid(ai.id, me.id, 'SYMBOL')
      scope: ai
      properties: {
        roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ROLE')
        principalId: me.properties.principalId
        principalType: 'ServicePrincipal'
      }
    }
    """
        .replace("SYMBOL", symbol)
        .replace("ROLE", role);
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Scanned run() {
    return keylint.run(
        folder, Stream.concat(Stream.of("fix"), options.stream()).toArray(String[]::new));
  }

  /// The file of a name becomes another one, and nothing is left to fix.
  void isFixed(String name, String before, String after) throws IOException {
    Path main = write(name, before);
    assertThat(run().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(after);
  }
}
