package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of roles that a module gets which is not here: it names its assignments after what they
/// give, so that `keylint fix` makes no two alike.
final class FixListsTest {
  private static final String CONTRIBUTOR = "'7ca78c08-252a-4471-8644-bb5ff32d4ba0'";
  private static final String READER = "'1407120a-92aa-4202-b7e9-c0e197c71c8f'";

  private static final String TEXT =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      resource job 'Microsoft.App/jobs@2025-01-01' = {
        name: 'job'
        identity: { type: 'SystemAssigned' }
      }
      module docs 'br/public:avm/res/search/search-service:0.11.0' = {
        name: 'docs'
        params: {
          name: 'docs'
          disableLocalAuth: true
          roleAssignments: [
            { roleDefinitionIdOrName: FIRST, principalId: WHO.identity.principalId }
            {
              roleDefinitionIdOrName: SECOND
              principalId: app.identity.principalId
            }
          ]
        }
      }
      """;

  @TempDir private Path folder;

  private static String text(String first, String who, String second) {
    return TEXT.replace("FIRST", first).replace("WHO", who).replace("SECOND", second);
  }

  private Scanned fix() {
    return Fixes.in(Keylint.with("search-contributor-on-app"), folder, "--unsafe", "main.bicep")
        .run();
  }

  private Path write(String text) throws IOException {
    return Fixes.in(Keylint.SAMPLE, folder).write("main.bicep", text);
  }

  @Test
  void whatAnotherItemGivesIsNotGivenTwice() throws IOException {
    String text = text(READER, "app", CONTRIBUTOR);
    Path main = write(text);
    assertThat(fix().out())
        .contains("not fixed search-contributor-on-app at main.bicep:17:9: then the module would")
        .contains("(main.bicep:15:7, main.bicep:16:7), and the deployment would fail: delete one");
    assertThat(main).hasContent(text);
  }

  @Test
  void itsNameIsTheSameAsItsId() throws IOException {
    String text = text("'Search Index Data Reader'", "app", CONTRIBUTOR);
    Path main = write(text);
    assertThat(fix().out()).contains("the deployment would fail: delete one");
    assertThat(main).hasContent(text);
  }

  @Test
  void whatAnotherPrincipalHasIsAnotherAssignment() throws IOException {
    Path main = write(text(READER, "job", CONTRIBUTOR));
    assertThat(fix().out()).startsWith("fixed search-contributor-on-app, found at main.bicep:17:9");
    assertThat(main).hasContent(text(READER, "job", READER));
  }

  @Test
  void whatWasTwiceThereBeforeKeepsNothingFromBeingFixed() throws IOException {
    String twice = text(READER, "job", CONTRIBUTOR);
    String item = "{ roleDefinitionIdOrName: " + READER + ", principalId: job";
    twice = twice.replace(item, item + ".identity.principalId }\n      " + item);
    Path main = write(twice);
    assertThat(fix().out()).startsWith("fixed search-contributor-on-app");
    assertThat(main).hasContent(twice.replace(CONTRIBUTOR, READER));
  }
}
