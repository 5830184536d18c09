package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding.Related;
import dev.keylint.finding.Trace;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is shown of the way to an answer, and beside a finding, where a variable of the environment
/// decided what is there.
final class TracingTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final Location DECLARED = new Location.WholeFile("main.bicep");
  private static final Location PARAMETER = new Location.WholeFile("main.bicepparam");
  private static final String VARIABLE =
      "main.bicepparam: by the default of `mode`; `--env MODE=…` may decide otherwise";

  private static final Origin DECIDED =
      Origin.at(DECLARED)
          .decidedBy(
              List.of(
                  Origin.Step.of(
                      Origin.Kind.UNSET,
                      "mode",
                      PARAMETER,
                      new Origin.Variable("MODE", "--env", false))));

  /// A service whose properties are what they are by a variable.
  private static Resource search() {
    Origin here = Origin.at(DECLARED);
    Value off = new Value.Bool(false, here);
    Value.Obj properties =
        new Value.Obj(Properties.of(List.of(new Property("off", DECLARED, off))), DECIDED);
    return Given.withProperties(TYPE, properties, DECLARED);
  }

  private static Rule rule(String when, String... expressions) {
    StringBuilder text =
        new StringBuilder(
            "match: {resource: %s, when: \"%s\"}\nvalidations:\n".formatted(TYPE, when));
    Stream.of(expressions)
        .forEach(it -> text.append("  - {expression: \"%s\", message: no}\n".formatted(it)));
    return Judged.rule("traced", text.toString());
  }

  private static List<Trace> traces(Rule rule) {
    return new Tracing(rule, Given.subject(search()), "main.bicep", new Patterns()).traces();
  }

  private static List<String> words(List<Related> steps) {
    return steps.stream().map(it -> it.at() + ": " + it.message()).toList();
  }

  @Test
  void whatIsMissingIsTracedToTheVariable() {
    assertThat(traces(rule("true", "has(resource.properties.rules)")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.answer()).isEqualTo("fails");
          assertThat(words(it.steps()))
              .containsExactly("main.bicep: `resource.properties.rules` is not there", VARIABLE);
        });
  }

  @Test
  void whatIsThereIsTracedToTheVariable() {
    assertThat(traces(rule("true", "resource.properties.off")))
        .singleElement()
        .satisfies(it ->
            assertThat(words(it.steps()))
                .containsExactly("main.bicep: `resource.properties.off` is false", VARIABLE));
  }

  @Test
  void eachDemandHasItsAnswer() {
    assertThat(traces(rule("true", "resource.properties.off", "true")))
        .extracting(Trace::answer)
        .containsExactly("fails (resource.properties.off)", "passes (true)");
    assertThat(traces(rule("resource.properties.off", "true", "true")))
        .extracting(Trace::answer)
        .containsExactly("is not about it");
  }

  @Test
  void aFindingAboutWhatIsMissingNamesTheVariable() {
    for (String place : List.of("", ", at: resource.properties.rules")) {
      Rule rule =
          Judged.rule(
              "missing",
              """
              match: {resource: %s}
              validations: [{expression: has(resource.properties.rules)%s, message: no}]
              """
                  .formatted(TYPE, place));
      assertThat(Engine.run(List.of(rule), List.of(Given.estate(search()))))
          .singleElement()
          .satisfies(it -> assertThat(words(it.related())).containsExactly(VARIABLE));
    }
  }
}
