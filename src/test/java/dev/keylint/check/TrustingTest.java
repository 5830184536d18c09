package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said where files stand in for templates that are not here: of the estate in which their
/// outputs are not known, and of the one in which these are taken for those of the templates.
final class TrustingTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final Location DECLARED = new Location.WholeFile("shared.json");
  private static final Location CALLED = new Location.WholeFile("main.json");

  @TempDir private Path folder;

  private static final Rule ASKED = when("asked", "true", "resource.properties.on");

  /// A rule that nothing breaks.
  private static final Rule BESIDE = when("beside", "false", "'true'");

  private static Rule when(String name, String otherwise, String expression) {
    return Judged.rule(
        name,
        """
        match: {resource: %s, when: "resource.properties.?%s.orValue(%s)"}
        validations: [{expression: %s, message: it fails}]
        """
            .formatted(TYPE, name, otherwise, expression));
  }

  private static DeploymentPath through(String name, boolean standsIn) {
    Optional<String> url =
        standsIn ? Optional.of("https://host.example/" + name + ".json") : Optional.empty();
    return DeploymentPath.of("main.json", Optional.empty())
        .into(new DeploymentPath.Call(name, CALLED, false, url));
  }

  private static Resource search(DeploymentPath path, String properties) {
    Resource given = Given.resource(TYPE, "name: srch\nproperties: {" + properties + "}");
    return Given.placed(given, DECLARED, path);
  }

  /// What `ASKED` says, in words.
  private static List<String> said(Estate doubting, Estate trusting) {
    Answers answers = new Engine(List.of(ASKED, BESIDE)).judge(doubting, Optional.of(trusting));
    List<String> said = new ArrayList<>();
    answers.judged().stream()
        .filter(it -> it.ruleId().equals("asked"))
        .forEach(it -> said.add(Judged.kind(it)));
    answers.unproven().stream()
        .filter(it -> it.ruleId().equals("asked"))
        .forEach(_ -> said.add("unproven"));
    return said;
  }

  private static List<String> said(DeploymentPath path, String doubting, String trusting) {
    return said(Given.estate(search(path, doubting)), Given.estate(search(path, trusting)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on: false               | on: true                   | fail
          on: true                | on: false                  | unproven
          on: true                | on: true                   | unproven
          on: {$parameter: p}     | on: false                  | fail
          on: {$parameter: p}     | on: true                   | unproven
          on: {$parameter: p}     | on: {$parameter: p}        | open
          on: {$parameter: p}     | asked: false               | open
          on: {$parameter: p}     | asked: false, beside: true | ``
          on: false               | asked: false, beside: true | fail
          asked: false            | on: false                  | fail
          asked: false            | on: true                   | ``
          asked: false            | on: {$parameter: p}        | ``
          """)
  void ofWhatStandsInFailuresCountAndWhatCompliesIsNotProven(
      String doubting, String trusting, String said) {
    assertThat(said(through("shared", true), doubting, trusting))
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on: true                | on: false                  | fail
          on: true                | on: true                   | pass
          on: {$parameter: p}     | on: true                   | open
          on: {$parameter: p}     | on: false                  | fail
          on: {$parameter: p}     | asked: false, beside: true | open
          """)
  void whatIsHereMayBreakARuleByWhatStandsIn(String doubting, String trusting, String said) {
    assertThat(said(through("own", false), doubting, trusting)).containsExactly(said);
  }

  private static final String OPEN = "on: {$parameter: p}";

  @Test
  void whatOneCallMakesIsComparedWithWhatItMakes() {
    DeploymentPath one = through("one", true);
    DeploymentPath two = through("two", true);
    Estate trusting = Given.estate(search(one, "on: true"), search(two, "on: false"));
    assertThat(said(Given.estate(search(two, OPEN)), trusting)).containsExactly("fail");
    assertThat(said(Given.estate(search(one, OPEN)), trusting)).containsExactly("fail", "unproven");
  }

  @Test
  void copiesOfALoopAreComparedInTheirOrder() {
    DeploymentPath path = through("shared", true);
    Estate doubting = Given.estate(search(path, "asked: false"), search(path, OPEN));
    Estate trusting = Given.estate(search(path, "on: true"), search(path, "on: false"));
    assertThat(said(doubting, trusting)).containsExactly("fail");
  }

  /// Two copies of a service that names what a module gives out that is not here.
  private Estate copies(String first, String second) {
    Estate estate =
        new Judged(folder)
            .estate(
                """
                param p bool
                module id 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.0' = {
                  name: 'id'
                  params: { name: 'id' }
                }
                resource srch 'Microsoft.Search/searchServices@2025-05-01' = [
                  for i in range(0, 2): {
                    name: 'srch-${i}'
                    tags: { id: id.outputs.resourceId }
                    properties: i == 0 ? { FIRST } : { SECOND }
                  }
                ]
                """
                    .replace("FIRST", first)
                    .replace("SECOND", second));
    DeploymentPath path = through("shared", true);
    return estate.with(
        estate.resources().stream().map(it -> Given.placed(it, DECLARED, path)).toList(),
        estate.gaps());
  }

  @Test
  void copiesAreCountedAlsoBesideAModuleThatIsNotHere() {
    assertThat(said(copies("asked: false", "on: p"), copies("on: true", "on: false")))
        .containsExactly("fail");
  }

  @Test
  void whatCompliesNamesTheTemplateThatItStandsInFor() {
    Estate estate = Given.estate(search(through("shared", true), "on: true"));
    Answers answers = new Engine(List.of(ASKED)).judge(estate, Optional.of(estate));
    assertThat(answers.judged()).isEmpty();
    Finding finding = answers.unproven().getFirst();
    assertThat(finding.message()).isEqualTo("It may be that 'srch' complies.");
    assertThat(finding.outcome())
        .isEqualTo(
            new Outcome.Open(
                List.of(
                    new Outcome.Cause(
                        "a file of this scan stands in for `https://host.example/shared.json`,"
                            + " which is not here",
                        CALLED,
                        Optional.of("link it by `relativePath`")))));
  }

  private static Rule kept(String id) {
    return Judged.rule(
        id,
        """
        match: {resource: [%s, Microsoft.Web/sites]}
        validations: [{expression: 'true', message: it fails}]
        """
            .formatted(TYPE));
  }

  /// What is said of all that complies: by so many rules, of these resources.
  private static List<Finding> summary(int rules, Resource... resources) {
    List<Rule> all = new ArrayList<>();
    for (int i = 1; i <= rules; i++) {
      all.add(kept("r" + i));
    }
    return Engine.run(all, List.of(Given.estate(resources)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | `r1`, of 2 resources.
          3 | `r1`, `r2`, `r3`, of 2 resources.
          5 | `r1`, `r2`, `r3` and 2 others, of 2 resources.
          """)
  void allThatCompliesIsSaidOnceForATemplate(int rules, String words) {
    DeploymentPath path = through("shared", true);
    Resource other = Given.placed(Given.resource("Microsoft.Web/sites", "name: x"), DECLARED, path);
    List<Finding> findings = summary(rules, search(path, ""), search(path, ""), other);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().message())
        .isEqualTo(
            "It may be that what is deployed breaks a rule that the file here keeps: " + words);
    assertThat(findings.getFirst().at()).isEqualTo(CALLED);
  }

  @Test
  void oneResourceIsOne() {
    assertThat(summary(1, search(through("shared", true), "")).getFirst().message())
        .endsWith("`r1`, of 1 resource.");
  }
}
