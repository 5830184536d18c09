package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pass, fail or open, at which place, and what stands beside it.
final class JudgeTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final String BODY =
      Given.SWITCHES
          + """
            kind: {$parameter: kind, $allowed: [a, b, c]}
            nothing: null
            word: text
            list: [{$parameter: listed}]
          """;

  @TempDir private Path folder;

  private static Rule rule(String when, String... validations) {
    StringBuilder text = new StringBuilder("match:\n  resource: " + TYPE + "\n");
    if (!when.isEmpty()) {
      text.append("  when: \"%s\"\n".formatted(when));
    }
    text.append("validations:\n");
    for (String it : validations) {
      text.append("  - {message: m, expression: %s}\n".formatted(it));
    }
    return Judged.rule("a-rule", text.toString());
  }

  private static List<Finding> findings(Rule rule) {
    return Engine.run(List.of(rule), List.of(Given.estate(Given.resource(TYPE, BODY))));
  }

  private static List<String> shown(Rule rule) {
    return findings(rule).stream()
        .map(it -> Judged.kind(it) + " " + it.subject().property())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, true",
    "nothing.more, true",
    "absent, false",
    "word, false",
    "word.more, false"
  })
  void aPropertyThatIsWrittenAndNullIsCalledSo(String property, boolean isNull) {
    Finding finding = findings(rule("", "false, at: resource.properties." + property)).getFirst();
    assertThat(
            finding.related().stream().anyMatch(it -> it.message().startsWith("it is null here")))
        .isEqualTo(isNull);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          true                     ; true                       => pass
          true                     ; false                      => fail
          true                     ; resource.properties.open   => open
          true                     ; resource.properties.absent => open
          true                     ; resource.properties.word   => open
          false                    ; false                      =>
          false                    ; resource.properties.open   =>
          resource.properties.open ; true                       => pass
          resource.properties.open ; false                      => open
          resource.properties.open ; resource.properties.open   => open
          resource.properties.word ; true                       => pass
          resource.properties.word ; false                      => open
          resource.properties.absent ; false                    => open
          """)
  void aRuleFailsOnlyWhenItCertainlyApplies(String expressions, String wanted) {
    List<String> parts = List.of(expressions.split(";"));
    List<Finding> findings = findings(rule(parts.get(0).strip(), parts.get(1).strip()));
    assertThat(findings)
        .extracting(Judged::kind)
        .isEqualTo(wanted == null ? List.of() : List.of(wanted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.properties.maybe              ; true  => open
          resource.properties.maybe || true      ; true  => pass
          resource.properties.never == 2         ; true  => fail
          resource.properties.never < 2          ; true  => pass
          resource.properties.never < 1          ; true  => open
          resource.properties.never == 2         ; resource.properties.kind == 'd' =>
          resource.properties.off                ; resource.properties.kind == 'd' =>
          resource.properties.off                ; resource.properties.kind != 'd' => fail
          resource.properties.off                ; resource.properties.kind != 'a' => open
          resource.properties.kind == 'b'        ; resource.properties.kind == 'b' => pass
          resource.properties.never + 0 == 1 && resource.properties.open ; true => open
          """)
  void whatMayTakeFewValuesIsTriedWithEach(String expressions, String wanted) {
    List<String> parts = List.of(expressions.split(";"));
    List<Finding> findings = findings(rule(parts.get(1).strip(), parts.get(0).strip()));
    assertThat(findings)
        .extracting(Judged::kind)
        .isEqualTo(wanted == null ? List.of() : List.of(wanted));
  }

  @Test
  void theValueThatFailsIsSaid() {
    var open =
        (Outcome.Open) findings(rule("", "resource.properties.never < 1")).getFirst().outcome();
    assertThat(open.because())
        .singleElement()
        .satisfies(it -> assertThat(it.help().orElseThrow()).endsWith("fails for 1"));
    var plain = (Outcome.Open) findings(rule("", "resource.properties.open")).getFirst().outcome();
    assertThat(plain.because())
        .allSatisfy(it -> assertThat(it.help().orElse("")).doesNotContain("fails for"));
  }

  @Test
  void fiveCausesAreEnough() {
    String many = "a b c d e f".replaceAll("(\\w) ?", "  $1: {\\$parameter: $1}\n");
    Resource resource = Given.resource(TYPE, "properties:\n" + many);
    String all = "a b c d e f".replaceAll("(\\w) ?", "resource.properties.$1 == 1 && ") + "true";
    var findings = Engine.run(List.of(rule("", "'" + all + "'")), List.of(Given.estate(resource)));
    assertThat(((Outcome.Open) findings.getFirst().outcome()).because()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'false', at: resource.properties.off       => 4:3 properties.off
          'false', at: resource.properties.OFF       => 4:3 properties.OFF
          'false', at: resource.properties.absent    => 1:1 properties.absent
          'false', at: resource.properties.absent.x  => 1:1 properties.absent.x
          'false', at: resource.properties.off.x     => 4:3 properties.off.x
          'false', at: resource.properties.nothing   => 9:3 properties.nothing
          'false', at: resource.properties.open.deep => 5:3 properties.open.deep
          'false', at: resource                      => 1:1 resource
          resource.properties.off                    => 4:3 properties.off
          resource.properties.off || resource.properties.word == 'x' => 4:3 properties.off
          access.tokenCallers.size() > 0 || resource.properties.off  => 4:3 properties.off
          '!has(resource.properties.on)'             => 3:3 properties.on
          has(resource.properties.absent)            => 1:1 properties.absent
          'false'                                    => 1:1 ``
          """)
  void aFindingPointsAtTheProperty(String validation, String wanted) {
    Finding finding = findings(rule("", validation)).getFirst();
    assertThat(
            finding.at().toString().replace("given.yaml:", "") + " " + finding.subject().property())
        .isEqualTo(wanted.replace("``", ""));
  }

  @Test
  void oneFindingForEachPlaceAndTheWorstOfIt() {
    String on = "'true', at: resource.properties.on";
    String open = "resource.properties.open, at: resource.properties.on";
    String fail = "'false', at: resource.properties.on";
    assertThat(shown(rule("", on, open))).containsExactly("open properties.on");
    assertThat(shown(rule("", open, fail, on))).containsExactly("fail properties.on");
    assertThat(shown(rule("", fail, open))).containsExactly("fail properties.on");
    assertThat(shown(rule("", fail, "'false', at: resource.properties.off")))
        .containsExactly("fail properties.on", "fail properties.off");
    Rule two = rule("", fail + ", severity: warning", fail + ", severity: error");
    assertThat(findings(two)).extracting(it -> it.severity().toString()).containsExactly("WARNING");
  }

  @Test
  void whatStandsBesideAndIsThereIsRelated() {
    String related =
        "related: [{at: resource.properties.word, message: here},"
            + " {at: resource.properties.absent, message: nowhere}]";
    assertThat(findings(rule("", "'false', " + related)).getFirst().related())
        .extracting(it -> it.at() + " " + it.message())
        .containsExactly("given.yaml:10:3 here");
    assertThat(findings(rule("", "'true', " + related)).getFirst().related()).isEmpty();
  }

  @Test
  void aPlaceThatIsACauseIsNotRelatedAgain() {
    String both =
        " related: [{at: \"resource.properties.list[0]\", message: one},"
            + " {at: resource.properties.word, message: two}]";
    Finding open = findings(rule("", "\"resource.properties.list[0]\"," + both)).getFirst();
    assertThat(((Outcome.Open) open.outcome()).because())
        .extracting(it -> it.at().toString())
        .containsExactly("given.yaml:11:10");
    assertThat(open.related()).extracting(Finding.Related::message).containsExactly("two");
    Finding fail = findings(rule("", "'false'," + both)).getFirst();
    assertThat(fail.related()).extracting(Finding.Related::message).containsExactly("one", "two");
  }

  @Test
  void anEarlierWriteIsRelated() {
    String bicep =
        """
        resource first 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch'
          properties: { on: false, hostingMode: 'default' }
        }
        resource last 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch'
          properties: { on: false, hostingMode: 'default' }
          dependsOn: [ first ]
        }
        """;
    assertThat(new Judged(folder).findings(rule("", "resource.properties.on"), bicep))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.at()).hasToString("main.bicep:7:17");
          assertThat(it.related())
              .extracting(related -> related.at().toString())
              .contains("main.bicep:1:1");
        });
  }

  @Test
  void whatTheApiVersionLacksIsAbsentAndPointedAt() {
    Rule rule =
        rule(
            "",
            "'resource.properties.?disableLocalAuth.orValue(false)',"
                + " at: resource.properties.disableLocalAuth");
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@VERSION' = {
          name: 'srch'
          properties: { disableLocalAuth: true }
        }
        """;
    Judged judged = new Judged(folder);
    Finding old = judged.findings(rule, bicep.replace("VERSION", "2020-08-01")).getFirst();
    assertThat(Judged.kind(old)).isEqualTo("fail");
    assertThat(old.at()).hasToString("main.bicep:3:17");
    assertThat(old.related())
        .filteredOn(it -> it.message().contains("2020-08-01"))
        .extracting(it -> it.at().toString())
        .containsExactly("main.bicep:1:1");
    Rule fixed =
        rule(
            "",
            "'resource.properties.?disableLocalAuth.orValue(false)',"
                + " at: resource.properties.disableLocalAuth,"
                + " fix: {set: {resource.name: x}, safety: safe}");
    assertThat(judged.findings(fixed, bicep.replace("VERSION", "2020-08-01")).getFirst().at())
        .isEqualTo(old.at());
    Rule other = rule("", "'false', at: resource.properties.hostingMode");
    Finding beside = judged.findings(other, bicep.replace("VERSION", "2020-08-01")).getFirst();
    assertThat(beside.at()).hasToString("main.bicep:1:1");
    assertThat(beside.related()).isEmpty();
    assertThat(judged.findings(rule, bicep.replace("VERSION", "2025-05-01")))
        .extracting(Judged::kind)
        .containsExactly("pass");
  }

  @Test
  void theWayOfAParameterIsShown() {
    Rule rule = rule("", "resource.properties.on");
    Finding finding =
        new Judged(folder)
            .findings(
                rule,
                """
                param on bool = false
                resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
                  name: 'srch'
                  properties: { on: on }
                }
                """)
            .getFirst();
    assertThat(finding.at()).hasToString("main.bicep:4:17");
    assertThat(finding.related())
        .anySatisfy(it -> {
          assertThat(it.message()).contains("`on`");
          assertThat(it.at().toString()).startsWith("main.bicep:1:");
        });
  }

  @Test
  void whatIsSaidOfAFindingComesFromTheRuleAndTheResource() {
    Finding finding = findings(rule("", "'false'")).getFirst();
    assertThat(finding.ruleId()).isEqualTo("a-rule");
    assertThat(finding.message()).isEqualTo("m");
    assertThat(finding.remediation()).isEqualTo("Do it.");
    assertThat(finding.deployments()).containsExactly("given.yaml");
    assertThat(finding.subject().type()).isEqualTo(TYPE);
    assertThat(finding.subject().name()).isEqualTo("srch");
    assertThat(finding.subject().id()).endsWith(TYPE + "/x");
    assertThat(findings(rule("", "'true'")).getFirst().message()).contains("'srch'");
  }

  /// Where the property is not there, what the fix sets is what has to be changed.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          set: {resource.properties.word: x}                                 => 10:3
          set: {resource.properties.other: x, resource.properties.word: x}   => 10:3
          set: {resource.properties.open: x, resource.properties.word: x}    => 5:3
          set: {resource.properties.other: x}                                => 1:1
          set: {params.allowed: x}                                           => 1:1
          set: {params.allowed: x, resource.properties.word: x}              => 10:3
          remove: [resource.properties.word]                                 => 1:1
          """)
  void whatIsToBeChangedInsteadIsThePlace(String fix, String at) {
    for (String wanted : List.of("resource.properties.absent", "resource.properties.absent.deep")) {
      Rule rule =
          Judged.rule(
              "changing",
              """
              params: {allowed: text}
              match: {resource: %s}
              validations: [{expression: 'false', at: %s, message: no}]
              fix: {%s, safety: safe}
              """
                  .formatted(TYPE, wanted, fix));
      assertThat(findings(rule))
          .extracting(it -> it.at() + " " + it.subject().property())
          .containsExactly("given.yaml:" + at + wanted.replace("resource.", " "));
    }
  }

  @Test
  void variablesAreReadOnceAndParamsAreSeen() {
    Rule rule =
        Judged.rule(
            "with-params",
            """
            params: {allowed: [a, text]}
            match: {resource: Microsoft.Search/searchServices}
            variables:
              - {name: word, expression: resource.properties.word}
              - {name: fits, expression: variables.word in params.allowed}
            validations:
              - {expression: variables.fits && variables.fits, message: "{variables.word}"}
              - {expression: "!variables.fits", at: resource.properties.word, message: "{variables.word}"}
            """);
    assertThat(findings(rule))
        .extracting(it -> Judged.kind(it) + " " + it.message())
        .contains("fail text");
  }
}
