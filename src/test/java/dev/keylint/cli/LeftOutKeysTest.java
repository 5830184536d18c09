package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A key that would reach a setting, a secret or a connection, if that were deployed.
final class LeftOutKeysTest {
  private static final Keylint RULES =
      Keylint.with("key-in-app-setting", "plain-key-setting", "list-keys-without-keys");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          if (on) | ai.listKeys().key1                   | key-in-app-setting warning If `on` were true: Setting 'AZURE_OPENAI_API_KEY' gets a key of ai
          if (on) | '0123456789abcdef0123456789abcdef'   | plain-key-setting warning If `on` were true: Setting 'AZURE_OPENAI_API_KEY' holds a key
          if (on) | ai.properties.endpoint               |
          if (on) | text                                 |
                  | ai.listKeys().key1                   | key-in-app-setting error Setting 'AZURE_OPENAI_API_KEY' gets a key of ai
          """)
  void aKeyForAnAppThatIsLeftOutIsAWarning(String gate, String value, String words)
      throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param on bool = false
        @secure()
        param text string
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          kind: 'OpenAI'
          properties: { customSubDomainName: 'ai' }
        }
        resource app 'Microsoft.Web/sites@2024-04-01' = GATE {
          name: 'app'
          properties: { siteConfig: { appSettings: [
            { name: 'AZURE_OPENAI_API_KEY', value: VALUE }
          ] } }
        }
        """
            .replace("GATE", gate == null ? "" : gate)
            .replace("VALUE", value));
    Scanned run = RULES.scan(folder);
    assertThat(run.verdicts().stream().filter(it -> it.kind().equals("fail")))
        .extracting(it -> it.rule() + " " + it.level() + " " + it.message())
        .hasSize(words == null ? 0 : 1)
        .allSatisfy(it -> assertThat(it.toString()).startsWith(words));
  }

  /// Who has keys off has none to list; whose keys they are the call says, or nobody does.
  @ParameterizedTest
  @CsvSource({
    "ai.listKeys().key1, true",
    "'listKeys(ai.id, ''2025-06-01'').key1', true",
    "'listKeys(resourceId(''Microsoft.CognitiveServices/accounts'', ''ai''), ''2025-06-01'').key1',"
        + " true",
    "'listKeys(id, ''2025-06-01'').key1', true",
    "stored.listKeys().keys[0].value, false",
  })
  void aSecretOfAVaultIsLookedForWhereAKeyMayBeOurs(String value, boolean found)
      throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param on bool = false
        param id string = resourceId('Microsoft.CognitiveServices/accounts', 'ai')
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          kind: 'OpenAI'
          properties: { customSubDomainName: 'ai', disableLocalAuth: true }
        }
        resource stored 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: 'stored' }
        resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (on) {
          name: 'vault/key'
          properties: { value: VALUE }
        }
        """
            .replace("VALUE", value));
    Scanned run = RULES.scan(folder);
    assertThat(run.verdicts().stream().filter(it -> it.kind().equals("fail")))
        .extracting(it -> it.rule() + " " + it.level())
        .isEqualTo(found ? List.of("list-keys-without-keys warning") : List.of());
  }
}
