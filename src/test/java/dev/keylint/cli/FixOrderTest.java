package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of two fixes of which one makes the other needless, `keylint fix` makes the one.
final class FixOrderTest {
  private static final String CONTRIBUTOR = "7ca78c08-252a-4471-8644-bb5ff32d4ba0";

  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      """;

  private static final String TEXT =
      """
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: {
          authOptions: { aadOrApiKey: {} }
        }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(docs.id, app.id, '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
        scope: docs
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
          principalId: app.identity.principalId
        }
      }
      """;

  @TempDir private Path folder;

  private Fixes fixes(String text, String... rules) throws IOException {
    Fixes fixes = Fixes.in(Keylint.with(rules), folder, "--unsafe");
    fixes.write("main.bicep", text);
    return fixes;
  }

  @Test
  void nobodyNeedsAnotherRoleWhereKeysAreOff() throws IOException {
    Fixes fixes = fixes(APP + TEXT, "search-local-auth", "caller-can-list-keys");
    assertThat(fixes.run().out())
        .startsWith("fixed search-local-auth, found at ")
        .doesNotContain("caller-can-list-keys")
        .endsWith("fixed 1 finding in 1 file, and 1 more is gone with it; none remain\n");
    assertThat(folder.resolve("main.bicep"))
        .content()
        .contains(
            "disableLocalAuth: true", "'Microsoft.Authorization/roleDefinitions', '" + CONTRIBUTOR);
  }

  @Test
  void reportsOfferNoOtherRoleEither() throws IOException {
    Fixes fixes = fixes(APP + TEXT, "search-local-auth", "caller-can-list-keys");
    fixes.keylint().run(folder, "scan", "--output=sarif=all.sarif");
    assertThat(folder.resolve("all.sarif"))
        .content()
        .contains("disableLocalAuth: true")
        .doesNotContain("\"text\": \"1407120a");
  }

  /// It was there before: one defect had one finding.
  @Test
  void whatTheNeedlessOneSpokeForIsNotNew() throws IOException {
    Fixes fixes =
        fixes(APP + TEXT, "search-local-auth", "caller-can-list-keys", "search-contributor-on-app");
    assertThat(fixes.run().out())
        .contains("fixed search-local-auth", "fixed search-contributor-on-app")
        .doesNotContain("caller-can-list-keys")
        .endsWith("none remain\n");
  }

  @Test
  void whereKeysHaveToStayOnTheRoleIsExchanged() throws IOException {
    String text =
        "param keyless bool\n"
            + APP
            + TEXT.replace("authOptions: { aadOrApiKey: {} }", "disableLocalAuth: keyless");
    Fixes fixes = fixes(text, "search-local-auth", "caller-can-list-keys");
    fixes.write("main.bicepparam", "using 'main.bicep'\nparam keyless = bool(toLower('FALSE'))\n");
    assertThat(fixes.run().out())
        .contains("fixed caller-can-list-keys", "not fixed search-local-auth");
  }
}
