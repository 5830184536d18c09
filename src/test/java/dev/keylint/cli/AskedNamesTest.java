package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By which names `keylint access` can be asked, and how it puts what it does not know.
final class AskedNamesTest {
  private static final String TEMPLATE =
      "param tail string\n"
          + Foundry.account("hub", "allowProjectManagement: true")
          + """
          resource web 'Microsoft.Web/sites@2024-04-01' = {
            name: 'web-${tail}-${uniqueString(resourceGroup().id)}'
            properties: {
              siteConfig: {
                appSettings: [
                  { name: 'PROJECT_ENDPOINT', value: 'https://hub.services.ai.azure.com/api/projects/team' }
                  { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://afar.search.windows.net' }
                  { name: 'OTHER_SEARCH_ENDPOINT', value: 'https://afar.search.windows.net' }
                ]
              }
            }
          }
          resource worker 'Microsoft.Web/sites@2024-04-01' = {
            name: 'work-${uniqueString(resourceGroup().id, 'work')}'
            identity: { type: 'SystemAssigned' }
            properties: {
              siteConfig: {
                appSettings: [
                  { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://afar.search.windows.net' }
                ]
              }
            }
          }
          """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("main.bicep"), TEMPLATE);
  }

  private Scanned access(String... options) {
    return Scanned.access(folder, options);
  }

  private String explained(String from, String to) {
    return access("--explain", from, to).words();
  }

  @Test
  void aProjectIsNamedWithItsAccountToo() {
    assertThat(explained("web", "hub/team")).contains("→ team (project)");
    assertThat(explained("web", "team")).contains("→ team (project)");
    assertThat(explained("web", "other/team")).contains("no call from");
  }

  @Test
  void theBeginningOfANameThatIsKnownInPartIsEnough() {
    assertThat(access("--for", "WORK").out()).contains("work-…").doesNotContain("web-");
    assertThat(access("--for", "w").err()).contains("`w` may be several; so begin: `web-");
    assertThat(access("--for", "workshop").exit()).isEqualTo(2);
    assertThat(access("--for", "").exit()).isEqualTo(2);
  }

  @Test
  void callsThatDifferInTheirPlacesOnlyAreExplainedOnce() {
    assertThat(explained("web", "afar.search.windows.net"))
        .containsOnlyOnce("→ afar")
        .contains("main.bicep:17:", "also at main.bicep:18:");
  }

  @Test
  void whereNoIdentityIsAttachedNoneCanBeSelected() {
    assertThat(explained("web", "team"))
        .contains("✗ identity selected no identity is attached")
        .doesNotContain("none of the attached ones");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(explained("work", "afar.search.windows.net"))
        .contains("? service accepts tokens it can't be told whether tokens are accepted: the")
        .contains("whether one is made elsewhere can't be told")
        .contains("? network path it can't be told what its network lets in: the service is not")
        .doesNotContain("nothing speaks against it", "nothing closes it");
  }
}
