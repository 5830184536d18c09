package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody gets a right on the way of a fix for something else, nor one twice.
final class FixRightsTest {
  private static final String ACCOUNT =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'ai', disableLocalAuth: true }
      }
      """;

  private static final String USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
  private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

  private static final String CALLING = ACCOUNT + Fixes.CALLER;

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("main.bicep"), text);
  }

  @Test
  void aSafeFixLeadsToNoRole() throws IOException {
    Keylint keylint = Keylint.with("caller-without-identity", "missing-inference-role");
    Path main = write(ACCOUNT + Fixes.caller(""));
    Scanned safe = keylint.run(folder, "fix");
    assertThat(main).hasContent(ACCOUNT + Fixes.caller(""));
    assertThat(safe.out())
        .contains("not fixed caller-without-identity", "the next step", "gives a right")
        .contains("which --unsafe makes");
    assertThat(keylint.run(folder, "fix", "--unsafe").out()).contains("none remain");
    assertThat(main).content().contains("SystemAssigned", USER);
  }

  @Test
  void aRoleThatAReportAsksForIsGiven() throws IOException {
    Keylint keylint = Keylint.with("caller-without-identity", "missing-inference-role");
    Path main = write(ACCOUNT + Fixes.caller("identity: { type: 'SystemAssigned' }"));
    assertThat(keylint.run(folder, "fix").out()).contains("none remain");
    assertThat(main).content().contains(USER);
  }

  @Test
  void aRoleThatSomebodyHasIsNotGivenAgain() throws IOException {
    Keylint keylint = Keylint.with("caller-can-manage");
    Path main = write(CALLING + Fixes.role("strong", OWNER) + Fixes.role("enough", USER));
    String before = Files.readString(main);
    assertThat(keylint.run(folder, "fix", "--unsafe").out())
        .contains("not fixed caller-can-manage")
        .contains("RoleAssignmentExists");
    assertThat(main).hasContent(before);
  }

  @Test
  void twoRolesDoNotBecomeTheSame() throws IOException {
    Keylint keylint = Keylint.with("caller-can-manage");
    Path main = write(CALLING + Fixes.role("one", OWNER) + Fixes.role("two", CONTRIBUTOR));
    String out = keylint.run(folder, "fix", "--unsafe").out();
    assertThat(out).contains("RoleAssignmentExists").contains("1 finding remains");
    assertThat(Files.readString(main).split(USER, -1)).hasSize(2);
  }

  /// By one name Azure takes it twice; the second says nothing then.
  @Test
  void aRoleIsNotGivenAgainByTheSameName() throws IOException {
    Files.writeString(
        folder.resolve("role.bicep"),
        """
        param who string
        param role string
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
          name: 'ai'
        }
        resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid(ai.id, who, role)
          scope: ai
          properties: {
            roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
            principalId: who
            principalType: 'ServicePrincipal'
          }
        }
        """);
    String text = CALLING + given("enough", USER, "") + given("strong", OWNER, "");
    Path main = write(text);
    Keylint keylint = Keylint.with("caller-can-manage");
    int line = text.substring(0, text.indexOf("module enough")).split("\n", -1).length;
    assertThat(keylint.run(folder, "fix", "--unsafe").out())
        .contains("the assignment at main.bicep:" + line + ":1 already gives that role there")
        .doesNotContain("RoleAssignmentExists")
        .contains("1 finding remains");
    assertThat(main).hasContent(text);
    write(
        CALLING
            + given("enough", USER, "if (wanted) ")
            + given("strong", OWNER, "")
            + "param wanted bool\n");
    assertThat(keylint.run(folder, "fix", "--unsafe").out()).contains("none remain");
  }

  private static String given(String symbol, String role, String condition) {
    return """
    module SYMBOL 'role.bicep' = IF{
      params: { who: me.properties.principalId, role: 'ROLE' }
    }
    """
        .replace("SYMBOL", symbol)
        .replace("ROLE", role)
        .replace("IF", condition);
  }

  @Test
  void anotherOneMayHaveIt() throws IOException {
    Keylint keylint = Keylint.with("caller-can-manage");
    Path main =
        write(
            CALLING
                + Fixes.ME.replace("resource me", "resource you").replace("'me'", "'you'")
                + Fixes.role("strong", OWNER)
                + Fixes.role("enough", USER).replace("me.", "you."));
    assertThat(keylint.run(folder, "fix", "--unsafe").out()).contains("none remain");
    assertThat(main).content().doesNotContain(OWNER);
  }
}
