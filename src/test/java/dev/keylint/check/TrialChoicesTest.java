package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Outcome.Cause;
import dev.keylint.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
}
