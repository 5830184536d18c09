package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How results that are not known go together, and which unknown values may be null.
final class ResultTest {
  private static final Origin HERE = Origin.at(new Location.WholeFile("main.bicep"));
  private static final Result KNOWN = Result.of(true, Why.nothing());
  private static final Result ONE = Asked.result("resource.one", "one: {$parameter: one}");
  private static final Result TWO = Asked.result("resource.two", "two: {$parameter: two}");
  private static final Result FAILED = Asked.result("1 / 0", "{}");
  private static final Result ABSENT = Asked.result("resource.absent", "{}");

  @Test
  void whatIsUnknownHasAReason() {
    assertThatThrownBy(() -> new Result.Unknown(Optional.empty(), List.of(), Why.nothing()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Verdict.Open(List.of(), "m"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUnknownResultCountsMoreThanAFailure() {
    assertThat(Result.obstacle(List.of(KNOWN, KNOWN))).isEmpty();
    assertThat(Result.obstacle(List.of(KNOWN, FAILED, ABSENT))).hasValue(FAILED);
    Result.Unknown both =
        (Result.Unknown) Result.obstacle(List.of(FAILED, ONE, KNOWN, TWO)).orElseThrow();
    assertThat(both.because()).hasSize(2);
    assertThat(both.value()).isEmpty();
    assertThat(both.why().places())
        .extracting(Place::path)
        .containsExactly("resource.one", "resource.two");
  }

  @Test
  void moreReasonsComeBehind() {
    for (Result result : List.of(KNOWN, TWO, ABSENT)) {
      assertThat(result.because(ONE.why()).why()).isEqualTo(result.why().and(ONE.why()));
    }
    assertThat(KNOWN.isBool()).isTrue();
    assertThat(ONE.isBool()).isFalse();
    assertThat(Result.of(Datum.Nothing.IT).isBool()).isFalse();
  }

  private static boolean mayBeNull(Term term) {
    Value.Unknown value = new Value.Unknown(term, new Reason.Failed("x"), HERE);
    return Nullness.mayBeNull(
        new Result.Unknown(Optional.of(value), List.of(value), Why.nothing()));
  }

  @ParameterizedTest
  @CsvSource({
    "if, true",
    "IF, true",
    "coalesce, true",
    "tryGet, true",
    "variables, true",
    "parameters, false",
    "concat, false",
    "uniqueString, false",
  })
  void whatAFunctionHandsOnMayBeNullWhatItMakesIsNot(String function, boolean maybe) {
    assertThat(mayBeNull(new Term.Call(function, List.of()))).isEqualTo(maybe);
  }

  @Test
  void aChoiceMayBeNullWhereABranchMayBe() {
    Value text = new Value.Str("x", HERE);
    Value nothing = new Value.Null(HERE);
    Value none =
        new Value.Unknown(new Term.Call("tryGet", List.of(text)), new Reason.Failed("x"), HERE);
    Value given =
        new Value.Unknown(new Term.Call("parameters", List.of(text)), new Reason.Failed("x"), HERE);
    assertThat(mayBeNull(new Term.Call("if", List.of(given, text, given)))).isFalse();
    assertThat(mayBeNull(new Term.Call("if", List.of(given, nothing, text)))).isTrue();
    assertThat(mayBeNull(new Term.Call("if", List.of(given, text, none)))).isTrue();
    assertThat(mayBeNull(new Term.Call("coalesce", List.of(none, text)))).isFalse();
    assertThat(mayBeNull(new Term.Call("coalesce", List.of(text, none)))).isTrue();
  }

  /// A condition in a condition, so many in all; the innermost chooses between texts.
  private static Term choice(int conditions) {
    Value inner = new Value.Str("x", HERE);
    Term term = new Term.Call("if", List.of(inner, inner, inner));
    for (int i = 1; i < conditions; i++) {
      Value next = new Value.Unknown(term, new Reason.Failed("x"), HERE);
      term = new Term.Call("if", List.of(next, inner, next));
    }
    return term;
  }

  @Test
  void whatIsTooDeepToLookIntoMayBeNull() {
    assertThat(mayBeNull(choice(9))).isFalse();
    assertThat(mayBeNull(choice(10))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "1.5", "x", "[null]", "{a: null}"})
  void aBranchThatIsWrittenIsNoNull(String yaml) {
    Value known = Given.value(yaml);
    assertThat(mayBeNull(new Term.Call("if", List.of(known, known, known)))).isFalse();
  }

  @Test
  void aLambdaIsNoNull() {
    assertThat(mayBeNull(new Term.Lambda(List.of("x"), new Value.Null(HERE)))).isFalse();
  }

  @Test
  void theSameReasonCountsOnce() {
    Result again = Asked.result("resource.one", "one: {$parameter: one}");
    assertThat(Result.unknown(List.of(ONE, again)).because()).hasSize(1);
    assertThat(Result.unknown(List.of(ONE, again, TWO)).because()).hasSize(2);
  }

  @Test
  void aMemberMayBeNullATextIsNot() {
    Value text = new Value.Str("x", HERE);
    assertThat(mayBeNull(new Term.Access(text, List.of(text)))).isTrue();
    assertThat(mayBeNull(new Term.Concat(List.of(text)))).isFalse();
    assertThat(Nullness.mayBeNull(((Result.Unknown) ONE).derived())).isTrue();
  }
}
