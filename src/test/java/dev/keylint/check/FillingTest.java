package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The values of a choice are put in wherever there are any.
final class FillingTest {
  private static final String P = "{$parameter: p, $allowed: [1, 2]}";

  private static Filling filling(String value) {
    return new Filling(
        new Choice(Map.of("p", Given.value(value)), Substitution.ALONE), new Mentions());
  }

  private static Resource resource(Value condition) {
    Resource it = Given.resource("Microsoft.Search/searchServices", "name: x");
    return Given.deployed(it, it.scope(), Optional.of(condition));
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
          {a: 1, $rest: P}              | {b: 2, $rest: {$parameter: q}} | {a: 1, b: 2, $rest: {$parameter: q}}
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
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven", "7", "0.5", "true", "[7]"})
  void whatIsNoObjectHasNoMembers(String value) {
    Filling filling = filling(value);
    Value filled = filling.value(Given.value("{a: 1, $rest: " + P + "}"));
    assertThat(NormalForm.print(filled)).isEqualTo(NormalForm.print(Given.value("{a: 1}")));
    assertThat(filling.isPartial()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "7", "0.5", "seven"})
  void aPlainValueStays(String value) {
    Value given = Given.value(value);
    assertThat(filling("1").value(given)).isSameAs(given);
  }

  @Test
  void whatIsBesideItStaysTheSame() {
    Value.Obj given = (Value.Obj) Given.value("{a: {$parameter: q}, b: " + P + "}");
    Value.Obj filled = (Value.Obj) filling("7").value(given);
    assertThat(filled.properties().entries().getFirst())
        .isSameAs(given.properties().entries().getFirst());
  }

  @Test
  void theArgumentsOfAModuleHaveIt() {
    Location at = new Location.WholeFile("main.bicep");
    List<ModuleArgument> arguments =
        List.of(
            new ModuleArgument("size", Given.value(P), at),
            new ModuleArgument("kind", Given.value("fixed"), at));
    ModuleCall call =
        new ModuleCall(
            "mod.bicep",
            "mod",
            false,
            arguments,
            List.of(),
            DeploymentPath.of("main.bicep", Optional.empty()),
            at);
    assertThat(filling("7").call(call).arguments())
        .extracting(it -> it.name() + " " + NormalForm.plain(it.value()))
        .containsExactly("size 7", "kind fixed");
    assertThat(filling("7").gap(new Gap("module mod", List.of(), arguments, at)).arguments())
        .extracting(it -> it.name() + " " + NormalForm.plain(it.value()))
        .containsExactly("size 7", "kind fixed");
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
