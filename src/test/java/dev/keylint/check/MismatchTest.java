package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A value of a wrong kind is named by its path, quoted when it is short and no secret.
final class MismatchTest {
  private static final String SHORT = "x".repeat(40);

  private static String message(Result result) {
    return ((Result.Failed) result).message();
  }

  @ParameterizedTest
  @CsvSource({
    "resource.text && true, `text`, a boolean",
    "resource.inner.text && true, `inner.text`, a boolean",
    "resource.list[0].contains('a'), `list[0]`, a text",
    "dyn(1) && true, a value, a boolean",
  })
  void itSaysWhereAndWhatIsNeeded(String expression, String where, String wanted) {
    Result result = Asked.result(expression, "{text: " + SHORT + ", inner: {text: a}, list: [1]}");
    assertThat(message(result)).startsWith(where + " is ").endsWith("not " + wanted);
    assertThat(((Result.Failed) result).wanted()).hasValue(wanted);
  }

  @Test
  void aShortTextIsQuotedALongOneIsNot() {
    assertThat(message(Asked.result("resource.text && true", "text: " + SHORT))).contains(SHORT);
    assertThat(message(Asked.result("resource.text && true", "text: x" + SHORT)))
        .contains("a text")
        .doesNotContain(SHORT);
  }

  private static Result.Failed misfit(Origin origin) {
    Source source = Source.of("main.bicep", "on: 'yes'\n");
    Location at = new Location.InFile(source, new Span(0, 9));
    Place place =
        new Place(Optional.of(Place.root("resource", at)), ".on", at, Optional.of(origin));
    Result value = new Facts(Choice.NONE).result(new Value.Str("yes", origin), place);
    return (Result.Failed) Kleene.bool(value);
  }

  @Test
  void aSecretIsNeverQuoted() {
    Origin origin = Origin.at(new Location.WholeFile("main.bicep"));
    assertThat(misfit(origin).message()).contains("yes");
    assertThat(misfit(origin.hidden()).message()).contains("a text").doesNotContain("yes");
  }

  @Test
  void aValueOfATemplateIsWorthADiagnostic() {
    Result.Failed misfit = misfit(Origin.at(new Location.WholeFile("main.bicep")));
    assertThat(Misfits.diagnostic(misfit))
        .hasValueSatisfying(it -> {
          assertThat(it.message()).isEqualTo(misfit.message());
          assertThat(it.help().orElseThrow()).contains("a boolean");
          assertThat(it.location()).hasToString("main.bicep:1:1");
        });
  }

  /// The resource as a whole is written nowhere by itself.
  @Test
  void aPlaceWithoutAValueIsNot() {
    Location at = new Location.InFile(Source.of("main.bicep", "on: 'yes'\n"), new Span(0, 9));
    Why why = Why.of(Place.root("resource", at));
    assertThat(Misfits.diagnostic(Mismatch.of(Datum.Nothing.IT, why, "a boolean"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, a boolean",
    "1, a number",
    "1.5, a number",
    "null, null",
    "[1], an array",
    "{'a': 1}, an object",
    "resource.inner, an object",
    "optional.of(1), an optional value",
    "optional.none(), an optional value",
  })
  void itSaysWhatThereIs(String expression, String kind) {
    assertThat(message(Asked.result("dyn('a') < dyn(" + expression + ")", "inner: {a: b}")))
        .endsWith("is " + kind + ", not a text");
  }

  @ParameterizedTest
  @CsvSource({"1 / 0", "dyn(1) && true", "resource.absent", "resource.whole && true", "1"})
  void otherFailuresAreNot(String expression) {
    assertThat(Misfits.diagnostic(Asked.result(expression, "{}"))).isEmpty();
  }
}
