package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.value.Substitution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One rule and one subject, asked for all that there is to say or for what may be a failure.
final class TrialTest {
  private static final String TYPE = "Microsoft.Search/searchServices";

  private static Trial trial(String when, String... expressions) {
    StringBuilder text =
        new StringBuilder(
            "match: {resource: %s, when: \"%s\"}\nvalidations:\n".formatted(TYPE, when));
    for (String it : expressions) {
      text.append("  - {expression: \"%s\", message: no}\n".formatted(it));
    }
    return trial(Judged.rule("tried", text.toString()));
  }

  private static Trial trial(Rule rule) {
    Subject subject = Given.subject(Given.resource(TYPE, Given.SWITCHES));
    return new Trial(rule, subject, Substitution.ALONE, new Patterns());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true | resource.properties.on         | 0
          true | resource.properties.off        | 1
          true | resource.properties.open       | 0
          true | resource.properties.maybe      | 1
          true | resource.properties.never == 2 | 1
          resource.properties.off  | resource.properties.off | 0
          resource.properties.open | resource.properties.off | 0
          resource.properties.maybe | resource.properties.off | 1
          """)
  void onlyWhatMayFailIsLookedInto(String when, String expression, int failures) {
    assertThat(trial(when, expression).failures()).hasSize(failures);
  }

  @Test
  void whatIsNoFailureKeepsNoneAway() {
    Trial trial = trial("true", "resource.properties.open", "resource.properties.off");
    assertThat(trial.failures())
        .singleElement()
        .satisfies(it -> assertThat(it.verdict()).isInstanceOf(Verdict.Fail.class));
    assertThat(trial.exceeded()).isFalse();
  }

  /// Deeper than rules may go.
  @Test
  void whatTakesTooMuchIsSaidAlsoWhereNothingFails() {
    String deep = "0 + (".repeat(30) + "1" + ")".repeat(30);
    StringBuilder variables = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      variables.append(
          "  - {name: v%d, expression: \"%s\"}\n"
              .formatted(i, i == 0 ? deep : deep.replace("1", "variables.v" + (i - 1))));
    }
    Trial trial =
        trial(
            Judged.rule(
                "deep",
                """
                match: {resource: %s}
                variables:
                %svalidations:
                  - {expression: variables.v14 == 2, message: no}
                """
                    .formatted(TYPE, variables)));
    assertThat(trial.failures()).isEmpty();
    assertThat(trial.exceeded()).isTrue();
  }

  /// What is not known grows no text.
  @Test
  void whatTakesTooMuchWithOneValueOnlyIsSaidToo() {
    StringBuilder variables = new StringBuilder("{name: v0, expression: resource.properties.word}");
    for (int i = 1; i <= 25; i++) {
      variables.append(
          ", {name: v%d, expression: variables.v%d + variables.v%d}".formatted(i, i - 1, i - 1));
    }
    Rule rule =
        Judged.rule(
            "growing",
            """
            match: {resource: %s}
            variables: [%s]
            validations: [{expression: variables.v25 == '', message: no}]
            """
                .formatted(TYPE, variables));
    for (String allowed : List.of("", ", $allowed: [x]")) {
      Subject subject =
          Given.subject(
              Given.resource(TYPE, "properties: {word: {$parameter: word" + allowed + "}}"));
      Trial trial = new Trial(rule, subject, Substitution.ALONE, new Patterns());
      assertThat(trial.judgements()).hasSize(1);
      assertThat(trial.exceeded()).isEqualTo(!allowed.isEmpty());
    }
  }

  /// Working out the estate with each value takes long.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          resource.properties.maybe || access.tokenCallers.size() > 0 ; false
          resource.properties.maybe && resource.properties.open ; false
          resource.properties.maybe && resource.properties.open && access.tokenCallers.size() == 0 ; true
          """)
  void theWholeEstateIsWantedOnlyWhereItMayDecide(String expression, boolean wanted) {
    Resource resource = Given.resource(TYPE, Given.SWITCHES);
    Estate estate = Given.estate(resource);
    Access access = new Access(() -> AccessGraph.of(estate), resource, Deployed.NOTHING);
    Rule rule =
        Judged.rule(
            "asking",
            "match: {resource: %s}\nvalidations: [{expression: \"%s\", message: no}]\n"
                .formatted(TYPE, expression));
    Trial trial = new Trial(rule, Subject.of(resource, access), Substitution.ALONE, new Patterns());
    assertThat(trial.judgements())
        .extracting(Judgement::verdict)
        .hasOnlyElementsOfType(Verdict.Open.class);
    assertThat(trial.wantsEstates()).isEqualTo(wanted);
  }
}
