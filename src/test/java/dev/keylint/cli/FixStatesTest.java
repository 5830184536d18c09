package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are different before and after: `keylint fix` says the places of one state of them.
final class FixStatesTest {
  private static final Keylint KEYLINT = Keylint.with("openai-local-auth", "search-local-auth");

  private static final String TEXT =
      """
      param plain bool
      resource other 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'other'
        kind: 'OpenAI'
      }
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: plain }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: !plain }
      }
      """;

  @TempDir private Path folder;

  private Fixes fixes(String... options) throws IOException {
    Fixes fixes = Fixes.in(KEYLINT, folder, options);
    fixes.write("main.bicep", TEXT);
    fixes.write("main.bicepparam", "using 'main.bicep'\nparam plain = false\n");
    return fixes;
  }

  @Test
  void whatIsLeftStandsWhereItIsNow() throws IOException {
    assertThat(fixes("--unsafe").run().out())
        .contains("fixed openai-local-auth, found at main.bicep:2:1: ")
        .contains("not fixed openai-local-auth at main.bicep:12:17: ")
        .contains("it would bring `search-local-auth` at main.bicep:16:17\n");
  }

  @Test
  void alsoWhatWasRefusedBeforeAnythingWasMade() throws IOException {
    Fixes fixes =
        Fixes.in(Keylint.with("search-local-auth", "missing-custom-subdomain"), folder, "--unsafe");
    fixes.write(
        "main.bicep",
        """
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
        }
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: uniqueString(resourceGroup().id)
          kind: 'OpenAI'
          properties: { customSubDomainName: null }
        }
        """);
    assertThat(fixes.run().out())
        .contains("fixed search-local-auth, found at main.bicep:1:1")
        .contains("not fixed missing-custom-subdomain at main.bicep:10:17");
  }

  @Test
  void ofAPatchAllStandsWhereItIs() throws IOException {
    assertThat(fixes("--unsafe", "--diff").run().err())
        .contains("would fix openai-local-auth at main.bicep:2:1: ")
        .contains("not fixed openai-local-auth at main.bicep:9:17: ")
        .contains("it would bring `search-local-auth` at main.bicep:13:17\n");
  }
}
