package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What must be known of a resource before a rule can find an error in it.
final class EvidenceTest {
  private static final String SERVICE = "Microsoft.ApiManagement/service/";

  private static List<String> evidence(String type, String match, String when, String expression) {
    Rule rule =
        Judged.rule(
            "one",
            """
            match: {%s, when: "%s"}
            validations: [{message: wrong, expression: "%s"}]
            """
                .formatted(match, when, expression));
    return new Engine(List.of(rule)).evidence(type);
  }

  @ParameterizedTest
  @CsvSource({
    "apis/policies, value",
    "policyFragments, value",
    "backends, 'url, credentials'",
    "apis, ''",
    "namedValues, ''",
  })
  void aCallIsReadFromSomeMembers(String type, String members) {
    List<String> known =
        evidence(SERVICE + type, "call: {}", "has(call.audience)", "call.audience != 'x'");
    assertThat(String.join(", ", known)).isEqualTo(members);
  }

  @Test
  void aRuleThatNeedsNoneOfThemLeavesNothingOut() {
    assertThat(evidence(SERVICE + "backends", "call: {}", "true", "false")).isEmpty();
    assertThat(evidence(SERVICE + "backends", "call: {}", "true", "has(call.caller)")).isEmpty();
    assertThat(evidence(SERVICE + "apis/policies", "call: {}", "true", "false")).isEmpty();
  }

  @Test
  void norDoesOneAboutTheResourceItself() {
    String match = "resource: " + SERVICE + "backends";
    assertThat(evidence(SERVICE + "backends", match, "true", "true")).isEmpty();
    assertThat(evidence(SERVICE + "policies", match, "true", "true")).containsExactly("value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "grant.principal.isWorkload | false | principalId, principalType",
        "true | grant.principal.isWorkload | principalId, principalType",
        "has(grant.principalProperty) | grant.principalProperty != 'x' | principalId,"
            + " principalType",
        "grant.targets.size() > 0 | grant.role.kind != 'x' | principalId, principalType,"
            + " roleDefinitionId",
        "grant.role.kind == 'x' | false | principalId, principalType, roleDefinitionId",
        "(grant.targets.size() == 0) != (grant.role.kind == 'x') | false | ``",
        "true | grant.role.kind != 'x' && grant.scope.kind != 'y' | ``",
        "true | ['x'].exists(it, it == grant.role.kind) | ``",
        "true | grant.role.kind == {'a': 'x'}['a'] | ``",
        "grant.role.kind in ['x'] | false | ``",
        "grant.principal.isCreated && grant.targets.size() > 0 | false | principalId,"
            + " principalType",
        "true | grant == grant | ``",
        "true | grant.allows('x') | ``",
        "true | cel.bind(role, grant.role.kind, role != 'x') | ``",
        "true | false | ``",
      })
  void aGrantIsOfARoleToSomebody(String when, String expression, String members) {
    String type = "Microsoft.Authorization/roleAssignments";
    assertThat(String.join(", ", evidence(type, "grant: {}", when, expression))).isEqualTo(members);
  }

  @Test
  void rulesAboutGrantsAskNothingOfOtherTypes() {
    assertThat(evidence(SERVICE + "policies", "grant: {}", "true", "false"))
        .containsExactly("value");
  }

  @Test
  void settingsMayStandAnywhere() {
    assertThat(evidence("Microsoft.Web/sites/config", "call: {}", "true", "false")).isEmpty();
  }
}
