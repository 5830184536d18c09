package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Trace;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rules are asked about which resources, and what is made of all answers.
final class EngineSaysTest {
  private static final String SEARCH = "Microsoft.Search/searchServices";
  private static final String ACCOUNT = "Microsoft.CognitiveServices/accounts";

  @TempDir private Path folder;

  private static Rule rule(String id, String match, String... validations) {
    StringBuilder text = new StringBuilder("match: {" + match + "}\nvalidations:\n");
    for (String it : validations) {
      text.append("  - {message: \"of " + id + "\", " + it + "}\n");
    }
    return Judged.rule(id, text.toString());
  }

  private static final String FALSE = "expression: 'false'";
  private static final Rule ONE = rule("one", "resource: " + SEARCH, FALSE);
  private static final Rule MILD =
      rule("mild", "resource: [" + SEARCH + ", " + ACCOUNT + "]", FALSE + ", severity: warning");
  private static final Rule GRANTS = rule("grants", "grant: {}", FALSE);
  private static final Rule CALLS = rule("calls", "call: {}", FALSE);

  private static final String BICEP =
      """
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = { name: 'srch' }
      resource seen 'Microsoft.Search/searchServices@2025-05-01' existing = { name: 'seen' }
      resource job 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = { name: 'job' }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('x')
        scope: srch
        properties: {
          principalId: job.properties.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
        }
      }
      resource site 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://srch.search.windows.net' }
        ] } }
      }
      """;

  private List<String> said(Rule... rules) {
    return Engine.run(List.of(rules), List.of(new Judged(folder).estate(BICEP))).stream()
        .map(it -> it.ruleId() + " " + it.at())
        .toList();
  }

  @Test
  void eachRuleIsAskedAboutItsSubjects() {
    assertThat(said(ONE)).containsExactly("one main.bicep:1:1");
    assertThat(said(GRANTS)).containsExactly("grants main.bicep:4:1");
    assertThat(said(CALLS)).hasSize(1).first().asString().startsWith("calls main.bicep:1");
    assertThat(said(CALLS, MILD, ONE))
        .extracting(it -> it.substring(0, it.indexOf(' ')))
        .containsExactly("calls", "mild", "one");
  }

  @Test
  void itSaysWhichTypesItLooksAt() {
    assertThat(new Engine(List.of(ONE)).types()).containsExactly(SEARCH.toLowerCase(Locale.ROOT));
    assertThat(new Engine(List.of(ONE, GRANTS)).types())
        .contains("microsoft.search/searchservices", "microsoft.authorization/roleassignments");
  }

  @ParameterizedTest
  @CsvSource({
    "one, microsoft.search/SEARCHSERVICES, true",
    "one, Microsoft.CognitiveServices/accounts, false",
    "mild, Microsoft.Search/searchServices, false",
    "grants, Microsoft.Authorization/roleAssignments, true",
    "grants, Microsoft.Web/sites, false",
    "calls, Microsoft.Web/sites, true",
    "calls, Microsoft.Authorization/roleAssignments, false",
  })
  void onlyRulesAtErrorLevelCountForWhatIsLeftOut(String rule, String type, boolean looks) {
    Map<String, Rule> rules = Map.of("one", ONE, "mild", MILD, "grants", GRANTS, "calls", CALLS);
    Rule asked = Optional.ofNullable(rules.get(rule)).orElseThrow();
    assertThat(new Engine(List.of(asked)).looksAt(type)).isEqualTo(looks);
  }

  @Test
  void failuresAreOfSomeDeclarationsAndAtErrorLevel() {
    Estate estate = new Judged(folder).estate(BICEP);
    Engine engine = new Engine(List.of(ONE, MILD, GRANTS, CALLS));
    CallPath search = declared(estate, "srch");
    assertThat(engine.failures(estate, Set.of())).isEmpty();
    Map<CallPath, List<Finding>> failures = engine.failures(estate, Set.of(search));
    assertThat(failures).containsOnlyKeys(search);
    assertThat(failures.get(search)).extracting(Finding::ruleId).containsExactly("one");
    CallPath site = declared(estate, "app");
    assertThat(engine.failures(estate, Set.of(site))).containsOnlyKeys(site);
    Rule open = rule("undecided", "resource: " + SEARCH, "expression: resource.x");
    assertThat(new Engine(List.of(open)).failures(estate, Set.of(search))).isEmpty();
  }

  private static CallPath declared(Estate estate, String name) {
    return estate.resources().stream()
        .filter(it -> Titles.of(it).equals(name))
        .findFirst()
        .map(it -> CallPath.ROOT.into(it.declaredAt()))
        .orElseThrow();
  }

  private static Estate labelled(String label, Resource... resources) {
    return new Estate(label, false, List.of(resources), List.of(), List.of(), List.of());
  }

  /// All of them are declared at one place.
  private static Resource search(String body) {
    Resource given = Given.resource(SEARCH, body);
    return Given.placed(given, new Location.WholeFile("given.yaml"), given.deployment());
  }

  private static final String OPEN = "\nproperties: {on: {$parameter: on}}\n";
  private static final String OTHER = "\nproperties: {on: {$parameter: two}}\n";
  private static final String NO = "\nproperties: {on: false}\n";
  private static final String YES = "\nproperties: {on: true}\n";
  private static final Rule DECLARED =
      rule("declared", "resource: " + SEARCH, "expression: resource.properties.on, at: resource");

  private static Finding merged(Estate... estates) {
    List<Finding> findings = Engine.run(List.of(DECLARED), List.of(estates));
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void theWorstAnswerAboutAPlaceCounts() {
    Estate yes = labelled("a", search("name: s" + YES));
    Estate open = labelled("b", search("name: s" + OPEN));
    Estate no = labelled("c", search("name: s" + NO));
    assertThat(Judged.kind(merged(yes, open))).isEqualTo("open");
    assertThat(Judged.kind(merged(open, yes))).isEqualTo("open");
    assertThat(Judged.kind(merged(open, no, yes))).isEqualTo("fail");
    assertThat(merged(open, no, yes).deployments()).containsExactly("c");
    assertThat(merged(open, no, yes).instances()).isEqualTo(1);
    assertThat(Judged.kind(merged(yes, yes))).isEqualTo("pass");
  }

  @Test
  void equalAnswersAreCountedAndTheirCausesJoined() {
    Resource open = search("name: s" + OPEN);
    Finding both = merged(labelled("a", open, search("name: s" + OTHER)), labelled("b", open));
    assertThat(both.instances()).isEqualTo(3);
    assertThat(both.deployments()).containsExactly("a", "b");
    assertThat(((Outcome.Open) both.outcome()).because()).hasSize(2);
  }

  @Test
  void whatCouldNotBeReadLeavesItsRulesOpen() {
    List<Gap> gaps =
        List.of(
            gap("services", SEARCH.toLowerCase(Locale.ROOT), "Any/other"),
            gap("roles", "Microsoft.Authorization/roleDefinitions"),
            gap("sites", "Microsoft.Web/sites", "Microsoft.App/containerApps"));
    Estate estate = new Estate("live", true, List.of(), List.of(), gaps, List.of());
    List<Finding> findings = Engine.run(List.of(ONE, GRANTS, CALLS), List.of(estate));
    assertThat(findings)
        .extracting(it -> it.ruleId() + " " + it.subject().name())
        .containsExactly(
            "one microsoft.search/searchservices",
            "grants Microsoft.Authorization/roleDefinitions",
            "calls Microsoft.Web/sites",
            "calls Microsoft.App/containerApps");
    assertThat(findings).extracting(Judged::kind).containsOnly("open");
    assertThat(findings.getFirst().deployments()).containsExactly("live");
  }

  private static Gap gap(String what, String... units) {
    return new Gap(what, List.of(units), List.of(), new Location.InAzure("/" + what, ""));
  }

  @Test
  void aValueOfAWrongKindIsADiagnostic() {
    Merger merger = new Merger(List.of(DECLARED));
    Estate wrong = labelled("a", search("name: s\nproperties: {on: 'yes'}"));
    merger.add(new Engine(List.of(DECLARED)).judge(wrong));
    merger.add(new Engine(List.of(DECLARED)).judge(wrong));
    assertThat(merger.diagnostics())
        .singleElement()
        .extracting(Diagnostic::kind)
        .isEqualTo(Diagnostic.Kind.SEMANTIC);
    merger.add(new Engine(List.of(DECLARED)).judge(labelled("a", search("name: s" + OPEN))));
    assertThat(merger.diagnostics()).hasSize(1);
  }

  /// Fourteen variables, each of which goes thirty deeper than the one before.
  @Test
  void aRuleThatTakesTooMuchIsAskedNoMoreAfterTenResources() {
    StringBuilder text = new StringBuilder("match: {resource: " + SEARCH + "}\nvariables:\n");
    text.append("  - {name: v0, expression: '1'}\n");
    for (int i = 1; i < 15; i++) {
      String deep = "0 + (".repeat(30) + "variables.v" + (i - 1) + ")".repeat(30);
      text.append("  - {name: v%d, expression: '%s'}\n".formatted(i, deep));
    }
    text.append("validations:\n  - {expression: variables.v14 == 1, message: m}\n");
    Rule deep = Judged.rule("deep", text.toString());
    Engine engine = new Engine(List.of(deep, ONE));
    Merger merger = new Merger(List.of(deep, ONE));
    for (int i = 0; i < 12; i++) {
      merger.add(engine.judge(labelled("a", search("name: s"))));
    }
    assertThat(merger.findings())
        .extracting(it -> it.ruleId() + " " + Judged.kind(it) + " " + it.instances())
        .containsExactly("deep open 10", "one fail 12");
    assertThat(merger.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("`deep`"));
  }

  private static List<Trace> traces(Rule rule, String asked, Resource... resources) {
    Optional<TraceRequest> trace = Optional.of(new TraceRequest("TRACED", asked));
    return new Engine(List.of(rule, ONE), trace, Optional.empty())
        .judge(labelled("a", resources))
        .traces();
  }

  private static Rule traced(String when, String... validations) {
    return rule("traced", "resource: " + SEARCH + ", when: " + when, validations);
  }

  private static String expression(String name) {
    return "expression: resource.properties." + name;
  }

  private static final String TRACED =
      "name: srch\nproperties: {yes: true, no: false, open: {$parameter: p}}\n";

  @ParameterizedTest
  @CsvSource({
    "'true', yes, passes, `resource.properties.yes` is true",
    "'true', no, fails, `resource.properties.no` is false",
    "'true', open, is undecided, `resource.properties.open`",
    "'resource.properties.no', yes, is not about it, `resource.properties.no` is false",
    "'resource.properties.yes', yes, passes, `resource.properties.yes` is true",
  })
  void anAnswerIsExplained(String when, String name, String answer, String place) {
    List<Trace> traces = traces(traced("'" + when + "'", expression(name)), "srch", search(TRACED));
    assertThat(traces)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.ruleId()).isEqualTo("traced");
          assertThat(it.subject()).isEqualTo("srch");
          assertThat(it.answer()).isEqualTo(answer);
          assertThat(messages(it)).first().isEqualTo(place);
          assertThat(messages(it).contains("parameter `p` has no value"))
              .isEqualTo(answer.equals("is undecided"));
        });
  }

  private static List<String> messages(Trace trace) {
    return trace.steps().stream().map(Finding.Related::message).toList();
  }

  @Test
  void eachDemandIsExplained() {
    Rule two =
        traced(
            "'true'", expression("yes"), "expression: 'resource.properties.?none.orValue(false)'");
    List<Trace> traces = traces(two, "srch", search(TRACED), search("name: other"));
    assertThat(traces).hasSize(2);
    assertThat(traces.getFirst().answer()).startsWith("passes (").contains("properties.yes");
    assertThat(traces.getLast().answer()).startsWith("fails (");
    assertThat(traces.getLast().steps().getFirst().message()).endsWith("is not there");
    assertThat(traces(two, "nobody", search(TRACED))).isEmpty();
  }

  @Test
  void paramsOfTheRuleAreNoNews() {
    Rule rule =
        Judged.rule(
            "traced",
            """
            params: {allowed: [true]}
            match: {resource: Microsoft.Search/searchServices}
            validations:
              - {expression: resource.properties.yes in params.allowed, message: m}
            """);
    assertThat(messages(traces(rule, "srch", search(TRACED)).getFirst()))
        .contains("`resource.properties.yes` is true")
        .noneMatch(it -> it.contains("params"));
  }

  private static Rule replacing(String id, String level, String inValidation, String inRule) {
    return Judged.rule(
        id,
        """
        match: {resource: %s}
        replaces: [%s]
        validations:
          - {message: "of %s", expression: "resource.name != 's-%s'", replaces: [%s]}
        """
            .formatted(SEARCH, inRule, id, level, inValidation));
  }

  private static List<String> said(String name, Rule... rules) {
    return Engine.run(List.of(rules), List.of(labelled("a", search("name: " + name)))).stream()
        .filter(Finding::active)
        .map(it -> it.ruleId() + " " + it.subject().name())
        .toList();
  }

  @Test
  void aFailureStandsForWhatItReplacesOfTheSameSubject() {
    Rule more = replacing("more", "one", "", "less");
    Rule less = rule("less", "resource: " + SEARCH, FALSE);
    assertThat(said("s-one", less, more)).containsExactly("more s-one");
    assertThat(said("s-two", less, more)).containsExactly("less s-two");
    assertThat(said("s-one", less)).containsExactly("less s-one");
  }

  @Test
  void ofTwoThatReplaceEachOtherTheValidationDecides() {
    Rule one = replacing("one", "one", "two", "");
    Rule two = replacing("two", "one", "", "one");
    assertThat(said("s-one", one, two)).containsExactly("one s-one");
    assertThat(said("s-one", two, one)).containsExactly("one s-one");
  }
}
