package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Outcome.Cause;
import dev.keylint.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A template is tried with each value of a parameter: a resource with those that deploy it, a role
/// or call in the whole estate, and a call that may lead elsewhere where it leads to us.
final class TrialChoicesTest {
  private static final String PARAMETERS =
      """
      param on bool
      param other bool
      @allowed(['a', 'b', 'c'])
      param e string
      @allowed([false])
      param never bool
      """;

  private static final String SEARCH =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = if (CONDITION) {
        name: 'srch'
        properties: { disableLocalAuth: OFF }
      }
      """;

  private static final String READER = "'acdd72a7-3385-48ef-bd42-f606fba81ae7'";

  @TempDir private Path folder;

  /// What a rule says, and for which values it fails.
  private String said(Rule rule, String bicep) {
    return new Judged(folder)
        .findings(rule, PARAMETERS + bicep).stream()
            .map(TrialChoicesTest::words)
            .collect(Collectors.joining("; "));
  }

  private static String words(Finding finding) {
    List<Cause> causes =
        finding.outcome() instanceof Outcome.Open(List<Cause> because) ? because : List.of();
    String failing =
        causes.stream()
            .flatMap(it -> it.help().stream())
            .filter(it -> it.contains("it fails for"))
            .map(it -> it.substring(it.indexOf(" for ")))
            .collect(Collectors.joining());
    return Judged.kind(finding) + failing;
  }

  private static Rule rule(String match, String expression) {
    return Judged.rule(
        "tried",
        "match: {%s}\nvalidations: [{expression: \"%s\", message: no}]\n"
            .formatted(match, expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on       | on        | pass
          on       | !on       | fail
          !on      | on        | fail
          e == 'a' | e == 'a'  | pass
          e == 'a' | e == 'b'  | fail
          e != 'c' | e == 'a'  | open for 'b'
          other    | on        | open for false
          never    | !never    | pass
          true     | on        | open for false
          """)
  void onlyValuesThatDeployAResourceCount(String condition, String off, String said) {
    Rule rule =
        rule("resource: Microsoft.Search/searchServices", "resource.properties.disableLocalAuth");
    String bicep = SEARCH.replace("CONDITION", condition).replace("OFF", off);
    assertThat(said(rule, bicep)).isEqualTo(said);
  }

  private static final String APP =
      """
      resource acct 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'acct'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'acct' }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_OPENAI_ENDPOINT', value: HOST }
        ] } }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (CONDITION) {
        name: guid('grant')
        scope: acct
        properties: {
          principalId: app.identity.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)
        }
      }
      """;

  private String estate(Rule rule, String host, String condition, String role) {
    String bicep = APP.replace("HOST", host).replace("CONDITION", condition).replace("ROLE", role);
    return said(rule, bicep);
  }

  /// It is no call to a model as long as it is not known where it leads.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          on ? OURS : OTHER                          | false                           | open for true
          on ? OTHER : OURS                          | false                           | open for false
          e == 'a' ? OURS : e == 'b' ? OTHER : OURS  | false                           | open for 'a', 'c'
          on ? OURS : 'https://x.search.windows.net' | false                           | fail
          on ? OURS : 'https://x.search.windows.net' | call.purpose == 'inference'     | open for false
          on ? OURS : OTHER                          | call.host.startsWith('acct')    | ""
          on ? OURS : OTHER                          | call.resource.properties.absent | open
          on ? OTHER : 'https://b.example.com'       | false                           | ""
          """)
  void aCallCountsWhereItMayLeadToUs(String host, String expression, String said) {
    String written =
        host.replace("OURS", "acct.properties.endpoint").replace("OTHER", "'https://example.com'");
    Rule rule = rule("call: {}, when: \"call.purpose in ['inference', 'search']\"", expression);
    assertThat(estate(rule, written, "true", READER)).isEqualTo(said);
  }

  private static final String USER_OR_READER =
      "on ? '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd' : " + READER;

  @Test
  void whoHoldsARoleIsTriedInTheWholeEstate() {
    String account = "resource: Microsoft.CognitiveServices/accounts";
    String holders = "access.dataRoles.size()";
    List<Rule> rules =
        List.of(
            rule(account, holders + " == 0"),
            rule(account + ", when: " + holders + " > 0", "false"),
            Judged.rule(
                "counting",
                """
                match: {%s}
                variables: [{name: holders, expression: %s}]
                validations: [{expression: variables.holders == 0, message: no}]
                """
                    .formatted(account, holders)));
    for (Rule rule : rules) {
      assertThat(estate(rule, "'x'", "true", USER_OR_READER)).isEqualTo("open for true");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          true   | on     | open for true
          on     | on     | fail
          !on    | on     | pass
          never  | never  | ""
          !never | !never | fail
          """)
  void aRoleIsTriedWhereItIsAssigned(String condition, String isUser, String said) {
    Rule rule = rule("grant: {}", "!grant.role.hasDataActions");
    assertThat(estate(rule, "'x'", condition, USER_OR_READER.replace("on", isUser)))
        .isEqualTo(said);
  }

  /// An id that leads to no role while it is one of two is no name of one.
  @ParameterizedTest
  @CsvSource({"true, open for true", "on, fail", "!on, pass"})
  void theNameOfARoleIsTriedAsTheRoleIs(String condition, String said) {
    assertThat(
            estate(
                rule("grant: {}", "grant.role.name == 'Reader'"), "'x'", condition, USER_OR_READER))
        .isEqualTo(said);
  }

  @Test
  void aRoleWithoutANameGoesByItsId() {
    String bicep =
        APP.replace("HOST", "'x'").replace("CONDITION", "true").replace("ROLE", "roleId")
            + "param roleId string\n";
    Rule rule = Judged.saying("grant: {}", "Role '{grant.role.name}'.");
    assertThat(new Judged(folder).messages(rule, PARAMETERS + bicep))
        .containsExactly("Role '{roleId}'.");
  }

  @Test
  void aNameWithAnUnknownPartIsAName() {
    String custom =
        """
        resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
          name: guid('role')
          properties: { roleName: 'Key reader ${env}', permissions: [] }
        }
        param env string
        """;
    String bicep =
        APP.replace("HOST", "'x'")
            .replace("CONDITION", "true")
            .replaceAll("subscriptionResourceId\\(.*ROLE\\)", "role.id");
    assertThat(
            new Judged(folder)
                .messages(
                    rule("grant: {}", "grant.role.name == 'Reader'"), PARAMETERS + custom + bicep))
        .containsExactly("no");
    assertThat(
            new Judged(folder)
                .messages(
                    Judged.saying("grant: {}", "{grant.role.name}!"), PARAMETERS + custom + bicep))
        .containsExactly("Key reader {env}!");
  }
}
