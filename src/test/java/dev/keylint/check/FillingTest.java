package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The values of a choice are put in wherever there are any.
final class FillingTest {
  private static final String P = "{$parameter: p, $allowed: [1, 2]}";

  private static Filling filling(String value) {
    return new Filling(
        new Choice(Map.of("p", Given.value(value)), Substitution.ALONE), new Mentions());
  }

  private static Resource resource(Value condition) {
    Resource it = Given.resource("Microsoft.Search/searchServices", "name: x");
    return new Resource(
        it.type(),
        it.apiVersion(),
        it.id(),
        it.name(),
        it.scope(),
        Optional.of(condition),
        it.body(),
        it.existing(),
        it.declaredAt(),
        it.deployment());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1, P]                        | 7         | [1, 7]
          {a: {b: P}}                   | 7         | {a: {b: 7}}
          {a: 1, $rest: P}              | {b: 2}    | {a: 1, b: 2}
          {a: 1, $rest: P}              | {A: 2}    | {a: 1}
          {a: 1, $rest: P}              | null      | {a: 1}
          {a: {$parameter: q}, b: [2]}  | 7         | {a: {$parameter: q}, b: [2]}
          """)
  void everywhere(String given, String value, String wanted) {
    Filling filling = filling(value);
    Value filled = filling.value(Given.value(given.replace("P", P)));
    assertThat(NormalForm.print(filled)).isEqualTo(NormalForm.print(Given.value(wanted)));
    assertThat(filling.isPartial()).isFalse();
  }

  @Test
  void whatDoesNotDependOnItStaysTheSame() {
    Value given = Given.value("{a: {$parameter: q}, b: [2, {$parameter: r}]}");
    assertThat(filling("7").value(given)).isSameAs(given);
    Resource resource = Given.resource("Microsoft.Search/searchServices", Given.SWITCHES);
    assertThat(filling("7").resource(resource).orElseThrow()).isSameAs(resource);
  }

  @Test
  void whatCannotBeWorkedOutIsSaid() {
    Filling filling = filling("7");
    filling.value(Given.value("{a: {$text: [x, " + P + "]}}"));
    assertThat(filling.isPartial()).isTrue();
    Filling text = filling("seven");
    text.value(Given.value("{a: 1, $rest: " + P + "}"));
    assertThat(text.isPartial()).isTrue();
  }

  @Test
  void aResourceIsThereIfItsConditionHolds() {
    Resource given = resource(Given.value(P));
    assertThat(filling("false").resource(given)).isEmpty();
    assertThat(filling("true").resource(given).orElseThrow().condition()).isEmpty();
    Resource other = resource(Given.value("{$parameter: q}"));
    assertThat(filling("true").resource(other)).containsSame(other);
  }
}
