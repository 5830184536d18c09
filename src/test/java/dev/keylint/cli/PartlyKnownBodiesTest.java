package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies that are put together of objects of which some are not known: what comes last counts.
final class PartlyKnownBodiesTest {
  private static final String RULE = "openai-local-auth";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail | { ...extra, disableLocalAuth: false }",
        "pass | { ...extra, disableLocalAuth: true }",
        "open | { disableLocalAuth: false, ...extra }",
        "fail | { ...extra, disableLocalAuth: false, ...{ customSubDomainName: 'own' } }",
        "open | { ...extra, disableLocalAuth: false, ...other }",
        "fail | union(extra, { disableLocalAuth: false })",
        "pass | union({ disableLocalAuth: false }, extra, { disableLocalAuth: true })",
        "open | union({ disableLocalAuth: false }, extra)",
        "open | union(extra, { customSubDomainName: 'own' })",
        "fail | union(extra, { disableLocalAuth: false }, { customSubDomainName: 'own' })",
        "open | union(extra, { disableLocalAuth: false }, extra.on ? { disableLocalAuth: true } :"
            + " {})",
      })
  void areJudgedByWhatIsCertain(String kind, String properties) throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param extra object
        param other object
        resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
          name: 'own'
          location: 'westeurope'
          kind: 'OpenAI'
          sku: { name: 'S0' }
          properties: %s
        }
        """
            .formatted(properties));
    Scanned scan = Keylint.with(RULE).scan(folder);
    assertThat(scan.verdicts()).extracting(Scanned.Verdict::kind).containsExactly(kind);
  }

  /// `union` merges what stands within, a spread replaces it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open | union(extra, { disableLocalAuth: false, authOptions: { apiKeyOnly: {} } })",
        "fail | { ...extra, disableLocalAuth: false, authOptions: { apiKeyOnly: {} } }",
        "pass | union(extra, { authOptions: { aadOrApiKey: {} } })",
        "pass | union(extra, { authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } } })",
        "open | union({ authOptions: { aadOrApiKey: {} } }, extra)",
      })
  void areMergedAsAzureMergesThem(String kind, String properties) throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param extra object
        resource search 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'own'
          location: 'westeurope'
          properties: %s
        }
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          location: 'westeurope'
          identity: { type: 'SystemAssigned' }
          properties: { siteConfig: { appSettings: [
            { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://own.search.windows.net' }
          ] } }
        }
        """
            .formatted(properties));
    Scanned scan = Keylint.with("search-keys-only").scan(folder);
    assertThat(scan.verdicts()).extracting(Scanned.Verdict::kind).containsExactly(kind);
  }
}
