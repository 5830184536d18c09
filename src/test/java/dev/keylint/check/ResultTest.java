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

  @Test
  void aMemberMayBeNullATextIsNot() {
    Value text = new Value.Str("x", HERE);
    assertThat(mayBeNull(new Term.Access(text, List.of(text)))).isTrue();
    assertThat(mayBeNull(new Term.Concat(List.of(text)))).isFalse();
    assertThat(Nullness.mayBeNull(((Result.Unknown) ONE).derived())).isTrue();
  }
}
