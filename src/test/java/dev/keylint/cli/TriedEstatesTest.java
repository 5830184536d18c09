package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of several resources is tried with each value of a parameter, too: whose role it
/// is, who signs in, where a call leads.
final class TriedEstatesTest {
  private static final Keylint RULES =
      Keylint.with(
          "caller-can-manage",
          "caller-can-assign-roles",
          "inert-role",
          "missing-client-id",
          "missing-inference-role",
          "wrong-token-audience");

  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: TYPE }
        properties: { siteConfig: { appSettings: [ SETTINGS ] } }
      }
      """;

  private static final String GRANT =
      """
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (CONDITION) {
        name: guid('grant')
        scope: account
        properties: {
          principalId: PRINCIPAL
          principalType: KIND
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)
        }
      }
      """;

  private static final String READER = "'acdd72a7-3385-48ef-bd42-f606fba81ae7'";
  private static final String CONTRIBUTOR = "'b24988ac-6180-42a0-ab88-20f7382dd24c'";
  private static final String OWNER = "'8e3af657-a8ff-443c-a75c-2fe8c4bcb635'";
  private static final String USER = "'5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'";
  private static final String SYSTEM = "'SystemAssigned'";

  private static final String ENDPOINT =
      "{ name: 'AZURE_OPENAI_ENDPOINT', value: 'https://acct.openai.azure.com' }";

  @TempDir private Path folder;

  private String scan(String head, String... parts) throws IOException {
    String account = OpenAi.account("'acct'", "true, customSubDomainName: 'acct'");
    Files.writeString(
        folder.resolve("main.bicep"), head + "\n" + account + String.join("\n", parts));
    return RULES.scan(folder).outWords();
  }

  private static String app(String type, String settings) {
    return APP.replace("TYPE", type).replace("SETTINGS", settings);
  }

  private static String grant(String role) {
    return grant(role, "'ServicePrincipal'", "app.identity.principalId", "true");
  }

  private static String grant(String role, String kind, String principal, String condition) {
    return GRANT
        .replace("ROLE", role)
        .replace("KIND", kind)
        .replace("PRINCIPAL", principal)
        .replace("CONDITION", condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "@allowed([C, O]) param p string; p",
        "param p bool; p ? C : O",
        "@allowed(['c', 'o']) param p string; { c: C, o: O }[p]",
      })
  void aRoleThatIsTooStrongWhicheverItIsFails(String parameter, String role) throws IOException {
    String words = scan(roles(parameter), app(SYSTEM, ""), grant(roles(role)));
    assertThat(words).contains("error[caller-can-manage]").doesNotContain("inert-role");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "@allowed([C, R]) param p string; p; 'b24988ac-6180-42a0-ab88-20f7382dd24c'",
        "param p bool; p ? R : C; false",
        "@allowed(['c', 'r']) param p string; { c: C, r: R }[p]; 'c'",
      })
  void theRolesThatAreTooStrongAreNamed(String parameter, String role, String failing)
      throws IOException {
    String words = scan(roles(parameter), app(SYSTEM, ""), grant(roles(role)));
    assertThat(words)
        .doesNotContain("error[")
        .contains("caller-can-manage")
        .contains("it fails for " + failing + " ");
  }

  @Test
  void ofARoleThatIsRightWhicheverItIsNothingIsSaid() throws IOException {
    String words = scan("param p bool", app(SYSTEM, ENDPOINT), grant(roles("p ? U : toUpper(U)")));
    assertThat(words).contains("no findings").doesNotContain("undecided");
  }

  private static String roles(String text) {
    return text.replaceAll("\\bC\\b", CONTRIBUTOR)
        .replaceAll("\\bO\\b", OWNER)
        .replaceAll("\\bR\\b", READER)
        .replaceAll("\\bU\\b", USER)
        .replace("]) ", "])\n");
  }

  @Test
  void theKindOfIdentityIsTriedOut() throws IOException {
    String words = scan("param withId bool", app("withId ? 'SystemAssigned' : 'None'", ENDPOINT));
    assertThat(words)
        .doesNotContain("error[")
        .doesNotContain("missing-client-id")
        .contains("undecided[missing-inference-role]")
        .contains("it fails for true ");
  }

  @Test
  void theKindOfPrincipalIsTriedOut() throws IOException {
    String grant = grant(CONTRIBUTOR, "kind", "'11111111-2222-3333-4444-555555555555'", "true");
    assertThat(scan("@allowed(['User', 'ServicePrincipal'])\nparam kind string", grant))
        .doesNotContain("error[")
        .contains("undecided[caller-can-manage]")
        .contains("it fails for 'ServicePrincipal' ");
  }

  @Test
  void whetherARoleIsAssignedIsTriedOut() throws IOException {
    String user = grant(USER, "'ServicePrincipal'", "app.identity.principalId", "on");
    assertThat(scan("param on bool", app(SYSTEM, ENDPOINT), user))
        .doesNotContain("error[")
        .contains("undecided[missing-inference-role]")
        .contains("it fails for false ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "own ? account.properties.endpoint : 'https://api.example.com/v1'; it fails for true ",
        "own ? 'https://api.example.com' : 'https://${account.name}.openai.azure.com'; it fails for"
            + " false ",
        "own ? 'https://a.example.com' : 'https://b.example.com'; no findings",
        "own ? account.properties.endpoint : 'https://acct.openai.azure.com';"
            + " error[missing-inference-role]",
      })
  void whereACallLeadsIsTriedOut(String endpoint, String said) throws IOException {
    String setting = "{ name: 'AZURE_OPENAI_ENDPOINT', value: " + endpoint + " }";
    String words = scan("param own bool", app(SYSTEM, setting));
    assertThat(words).contains(said);
    assertThat(words.contains("error[")).isEqualTo(said.contains("error["));
  }

  /// The role is there for the account that it may be.
  @Test
  void aCallThatMayGoToAnAccountWithARoleIsNoFault() throws IOException {
    String setting =
        "{ name: 'AZURE_OPENAI_ENDPOINT', value: own ? account.properties.endpoint :"
            + " 'https://api.example.com' }";
    assertThat(scan("param own bool", app(SYSTEM, setting), grant(USER)))
        .contains("no findings")
        .doesNotContain("undecided");
  }

  /// The backend of a policy may be one that is ours, by whatever names it.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "${env == 'dev' ? 'be-dev' : 'be-prod'}",
        "BE-${toUpper(env)}",
      })
  void theBackendOfAPolicyIsTriedOut(String backend) throws IOException {
    String words =
        scan(
            "@allowed(['dev', 'prod'])\nparam env string",
            """
            resource gw 'Microsoft.ApiManagement/service@2024-05-01' = {
              name: 'gw'
              identity: { type: 'SystemAssigned' }
            }
            resource dev 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
              parent: gw
              name: 'be-dev'
              properties: { url: '${account.properties.endpoint}openai' }
            }
            resource prod 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
              parent: gw
              name: 'be-prod'
              properties: { url: 'https://api.example.com/' }
            }
            resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
              parent: gw
              name: 'policy'
              properties: {
                value: '<policies><inbound><set-backend-service backend-id="BACKEND" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></inbound></policies>'
              }
            }
            """
                .replace("BACKEND", backend));
    assertThat(words)
        .doesNotContain("error[")
        .doesNotContain("wrong-token-audience")
        .contains("undecided[missing-inference-role]")
        .contains("it fails for 'dev' ");
  }

  /// Of one deployment only so many estates are made: the rest stays open, always the same.
  @Test
  void whatIsTooMuchToTryStaysOpen() throws IOException {
    StringBuilder template = new StringBuilder();
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      head.append("@allowed([");
      for (int j = 0; j < 30; j++) {
        head.append("'").append(j).append("'\n");
      }
      head.append("])\nparam p").append(i).append(" string\n");
      template.append(
          grant("p" + i + " == 'x' ? " + READER + " : " + OWNER)
              .replace("resource grant ", "resource grant" + i + " ")
              .replace("guid('grant')", "guid('grant" + i + "')"));
    }
    String words = scan(head.toString(), app(SYSTEM, ""), template.toString());
    assertThat(words.split("error\\[caller-can-manage\\]", -1)).hasSize(3);
    assertThat(words).contains("undecided[caller-can-");
  }
}
