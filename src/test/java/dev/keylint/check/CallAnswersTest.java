package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.rule.Rule;
import dev.keylint.value.NormalForm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rules say about one call: about itself, who makes it, and the service that it goes to.
final class CallAnswersTest {
  private static final String SEARCH = "resource: Microsoft.Search/searchServices";
  private static final String SITE = "resource: Microsoft.Web/sites";

  private static final String ESTATE =
      """
      resource near 'Microsoft.Search/searchServices@2025-05-01' = { name: 'near' }
      resource far 'Microsoft.Search/searchServices@2025-05-01' = { name: 'far' }
      resource one 'Microsoft.Web/sites@2024-04-01' = {
        name: 'one'
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://near.search.windows.net' }
        ] } }
      }
      """;

  private static final String TWO =
      ESTATE.substring(ESTATE.indexOf("resource one")).replace("one", "two");

  @TempDir private Path folder;

  private static Rule rule(String id, String match, String expression) {
    return explaining(id, "tokens", match, expression);
  }

  private static Rule explaining(String id, String link, String match, String expression) {
    return Judged.rule(
        id,
        """
        explains: {link: %s, answer: 401}
        match: {%s}
        validations: [{expression: "%s", message: fails}]
        """
            .formatted(link, match, expression));
  }

  /// What rules say of the call that a resource makes.
  private List<String> said(String bicep, String caller, Rule... rules) {
    AccessGraph graph = AccessGraph.of(new Judged(folder).estate(bicep));
    Call call =
        graph.calls().stream()
            .filter(it -> NormalForm.plain(it.workload().orElseThrow().name()).equals(caller))
            .findFirst()
            .orElseThrow();
    return new CallAnswers(List.of(rules))
        .of(graph, call).stream()
            .map(it ->
                it.rule().id()
                    + " "
                    + Judged.kind(it.finding())
                    + " "
                    + it.finding().subject().name())
            .toList();
  }

  /// What a rule says once of several calls is true of each of them.
  @Test
  void aCallThatRepeatsAnotherIsAskedAsOne() {
    String twice =
        ESTATE.replace(
            "appSettings: [",
            "appSettings: [\n"
                + "{ name: 'SECOND_SEARCH_ENDPOINT', value: 'https://near.search.windows.net' }");
    AccessGraph graph = AccessGraph.of(new Judged(folder).estate(twice));
    CallAnswers answers = new CallAnswers(List.of(rule("call", "call: {}", "call.repeated")));
    assertThat(graph.calls()).extracting(Call::repeated).containsExactly(false, true);
    assertThat(graph.calls())
        .allSatisfy(it ->
            assertThat(answers.of(graph, it))
                .extracting(said -> Judged.kind(said.finding()))
                .containsExactly("fail"));
  }

  @Test
  void aCallItsCallerAndItsServiceAreAsked() {
    assertThat(
            said(
                ESTATE + TWO,
                "one",
                rule("service", SEARCH, "false"),
                rule("site", SITE, "false"),
                rule("workload", "workload: {}", "false"),
                rule("call", "call: {}", "false")))
        .containsExactly(
            "call fail one", "workload fail one", "site fail one", "service fail near");
  }

  @Test
  void aRuleThatExplainsNoCallIsNotAsked() {
    Rule silent =
        Judged.rule(
            "silent", "match: {call: {}}\nvalidations: [{expression: 'false', message: no}]\n");
    assertThat(said(ESTATE, "one", silent, rule("call", "call: {}", "true")))
        .containsExactly("call pass one");
  }

  @Test
  void whatOthersDoIsNotSaidOfACall() {
    Rule alone = rule("alone", SEARCH, "!('two' in access.tokenCallers)");
    assertThat(said(ESTATE + TWO, "one", alone)).containsExactly("alone pass near");
    assertThat(said(ESTATE + TWO, "two", alone)).containsExactly("alone fail near");
  }

  /// What complies in all that there is stays so.
  @Test
  void whatOthersMakeRightIsRight() {
    Rule busy = rule("busy", SEARCH, "access.tokenCallers.size() == 2");
    assertThat(said(ESTATE + TWO, "one", busy)).containsExactly("busy pass near");
    assertThat(said(ESTATE, "one", busy)).containsExactly("busy fail near");
  }

  private static final String CONFIG =
      """
      resource near 'Microsoft.Search/searchServices@2025-05-01' = { name: 'near' }
      resource site 'Microsoft.Web/sites@2024-04-01' EXISTING {
        name: 'site'
      }
      resource config 'Microsoft.Web/sites/config@2024-04-01' = {
        parent: site
        name: 'appsettings'
        properties: { AZURE_SEARCH_ENDPOINT: 'https://near.search.windows.net' }
      }
      """;

  @Test
  void theResourceThatACallIsWrittenInIsAskedToo() {
    Rule[] rules = {
      rule("config", "resource: Microsoft.Web/sites/config", "false"),
      rule("site", SITE, "false"),
      rule("workload", "workload: {}", "false"),
    };
    assertThat(said(CONFIG.replace("EXISTING", "="), "site", rules))
        .containsExactly("workload fail site", "config fail site/appsettings", "site fail site");
    assertThat(said(CONFIG.replace("EXISTING", "existing ="), "site", rules))
        .containsExactly("config fail site/appsettings");
  }

  /// A service that calls another one has keys and networks of its own, for its own callers.
  @Test
  void ofACallerThatIsAServiceOnlyItsIdentityCounts() {
    String bicep =
        """
        resource near 'Microsoft.Search/searchServices@2025-05-01' = { name: 'near' }
        resource foundry 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'foundry'
          kind: 'AIServices'
        }
        resource link 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
          parent: foundry
          name: 'link'
          properties: { authType: 'AAD', target: 'https://near.search.windows.net' }
        }
        """;
    String accounts = "resource: Microsoft.CognitiveServices/accounts";
    Rule unlinked =
        Judged.rule(
            "risk",
            """
            explains: {link: attached}
            match: {resource: Microsoft.CognitiveServices/accounts/connections}
            validations: [{expression: "false", message: fails}]
            """);
    assertThat(
            said(
                bicep,
                "foundry",
                explaining("identity", "attached", accounts, "false"),
                explaining("choice", "selected", accounts, "false"),
                explaining("keys", "tokens", accounts, "false"),
                unlinked))
        .containsExactly("risk fail foundry/link", "identity fail foundry", "choice fail foundry");
  }

  @Test
  void whatAnotherRuleReplacesIsLeftOut() {
    Rule more =
        Judged.rule(
            "more",
            """
            explains: {link: tokens, answer: 401}
            match: {call: {}}
            replaces: [less]
            validations: [{expression: "false", message: fails}]
            """);
    assertThat(said(ESTATE, "one", rule("less", "call: {}", "false"), more))
        .containsExactly("more fail one");
  }
}
