package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values that are made of arguments: `keylint fix` changes the argument.
final class FixArgumentsTest {
  private static final Keylint KEYLINT = Keylint.with("caller-can-manage");
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
  private static final String USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";

  private static final String MODULE =
      """
      param principalId string
      param roleId string
      param account string

      var definition = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)

      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
        name: account
      }

      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(ai.id, principalId, roleId)
        scope: ai
        properties: {
          principalId: principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: definition
        }
      }
      """;

  private static final String MAIN =
      Fixes.ENDS
          + """
          module manage 'MODULE' = {
            params: {
              account: ai.name
              principalId: app.identity.principalId
              roleId: ROLE // much too much
            }
          }
          """;

  @TempDir private Path folder;

  @BeforeEach
  void module() throws IOException {
    write("role.bicep", MODULE);
  }

  private Fixes fixes() {
    return Fixes.in(KEYLINT, folder, "--unsafe");
  }

  private Path write(String name, String text) throws IOException {
    return fixes().write(name, text);
  }

  private static String main(String module, String role) {
    return MAIN.replace("MODULE", module).replace("ROLE", role);
  }

  private Scanned fix() {
    return fixes().run();
  }

  @Test
  void aRoleThatAModuleIsGiven() throws IOException {
    Path main = write("main.bicep", main("role.bicep", "'" + CONTRIBUTOR + "'"));
    Scanned run = fix();
    assertThat(run.out())
        .startsWith("fixed caller-can-manage, found at ")
        .contains("set `roleDefinitionId` of the assignment of role 'Contributor' for app on ai")
        .contains("to `" + USER + "` (Cognitive Services OpenAI User)")
        .endsWith("none remain\n");
    assertThat(main).hasContent(main("role.bicep", "'" + USER + "'"));
    assertThat(folder.resolve("role.bicep")).hasContent(MODULE);
  }

  @Test
  void throughAModuleBetweenThem() throws IOException {
    write(
        "between.bicep",
        """
        param principalId string
        param roleId string
        param account string
        module inner 'role.bicep' = {
          params: { account: account, principalId: principalId, roleId: roleId }
        }
        """);
    Path main = write("main.bicep", main("between.bicep", "'" + CONTRIBUTOR + "'"));
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(main("between.bicep", "'" + USER + "'"));
  }

  @Test
  void byAVariableOfTheCaller() throws IOException {
    String text = "var manager = '" + CONTRIBUTOR + "'\n" + main("role.bicep", "manager");
    Path main = write("main.bicep", text);
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(text.replace(CONTRIBUTOR, USER));
  }

  @Test
  void notWhatIsComputedThere() throws IOException {
    String half = CONTRIBUTOR.substring(0, 18);
    String text =
        "param half string = '"
            + half
            + "'\n"
            + main("role.bicep", "'${half}" + CONTRIBUTOR.substring(18) + "'");
    Path main = write("main.bicep", text);
    assertThat(fix().out()).startsWith("not fixed caller-can-manage");
    assertThat(main).hasContent(text);
  }

  @Test
  void modulesThatMakeEachArgumentOfAllAreLookedThroughOnce() throws IOException {
    int modules = 6;
    int parameters = 12;
    StringBuilder declared = new StringBuilder("param account string\nparam principalId string\n");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parameters; i++) {
      declared.append("param p").append(i).append(" string\n");
      all.append("${p").append(i).append('}');
    }
    for (int m = 0; m < modules; m++) {
      StringBuilder given = new StringBuilder();
      for (int i = 0; i < parameters; i++) {
        String value = i == parameters - 1 ? "'" + all + "'" : "take('" + all + "', 0)";
        given.append("    p").append(i).append(": ").append(value).append('\n');
      }
      boolean last = m == modules - 1;
      write(
          "m" + m + ".bicep",
          declared
              + "module inner '"
              + (last ? "role" : "m" + (m + 1))
              + ".bicep' = {\n  params: {\n    account: account\n    principalId: principalId\n"
              + (last ? "    roleId: '" + all + "'\n" : given)
              + "  }\n}\n");
    }
    StringBuilder empty = new StringBuilder();
    for (int i = 0; i < parameters - 1; i++) {
      empty.append("    p").append(i).append(": ''\n");
    }
    String text =
        main("m0.bicep", "concat('b24988ac-6180', '-42a0-ab88-20f7382dd24c')")
            .replace("    roleId: ", empty + "    p" + (parameters - 1) + ": ");
    Path main = write("main.bicep", text);
    assertThat(fix().out()).contains("not fixed caller-can-manage");
    assertThat(main).hasContent(text);
  }
}
