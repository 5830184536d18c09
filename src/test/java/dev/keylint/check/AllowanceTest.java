package dev.keylint.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What one evaluation may take: steps, depth, nesting and size, to the last one.
final class AllowanceTest {
  private static final int MAX = (int) Allowance.MAX_SIZE;

  private static Result text(int length) {
    return Result.of(new Datum.Text("x".repeat(length)));
  }

  private static Result items(List<Result> results) {
    return Result.of(new Datum.Items(results));
  }

  @Test
  void asManyStepsAsAreAllowed() {
    Allowance allowance = new Allowance(3);
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.enter()).isTrue();
      allowance.leave();
    }
    assertThat(allowance.exceeded()).isFalse();
    assertThat(allowance.enter()).isFalse();
    assertThat(allowance.exceeded()).isTrue();
  }

  @Test
  void fourHundredInsideOfEachOther() {
    Allowance allowance = new Allowance(1_000);
    for (int i = 0; i < 400; i++) {
      assertThat(allowance.enter()).isTrue();
    }
    allowance.leave();
    assertThat(allowance.enter()).isTrue();
    assertThat(allowance.enter()).isFalse();
  }

  @Test
  void theSizeIsTheSumOfAllThatIsTaken() {
    Allowance allowance = new Allowance(1);
    assertThat(allowance.take(MAX - 1L)).isTrue();
    assertThat(allowance.take(1)).isTrue();
    assertThat(allowance.take(1)).isFalse();
    assertThat(allowance.exceeded()).isTrue();
  }

  @Test
  void aHugeAmountDoesNotOverflow() {
    Allowance allowance = new Allowance(1);
    assertThat(allowance.take(Long.MAX_VALUE)).isTrue();
    assertThat(allowance.take(Long.MAX_VALUE)).isFalse();
  }

  private static Value.Unknown unknown() {
    return (Value.Unknown) Given.value("{$parameter: p}");
  }

  static Stream<Arguments> sizes() {
    Result member = items(List.of(text(3), text(4)));
    Dictionary map =
        new Dictionary(
            List.of(
                new Table.Member(new Datum.Text("key"), text(5), true),
                new Table.Member(new Datum.Text("other"), text(1), true)));
    return Stream.of(
        Arguments.of("a number", Result.of(new Datum.Int(1)), 0),
        Arguments.of("a text", text(7), 7),
        Arguments.of("a list with its items", member, 2 * Allowance.ITEM + 7),
        Arguments.of("what is shared counts twice", items(List.of(member, member)), 134),
        Arguments.of("an optional value", Result.of(Datum.Maybe.of(text(9))), 9),
        Arguments.of("an empty one", Result.of(Datum.Maybe.NONE), 0),
        Arguments.of("a map with its values", Result.of(map), 4 * Allowance.ITEM + 6),
        Arguments.of("an unknown value", Asked.result("resource.u", "u: {$parameter: p}"), 2),
        Arguments.of(
            "a text with holes",
            Asked.result("resource.t", "t: {$text: ['a', {$parameter: p}, 'b']}"),
            1 + 3 * Allowance.ITEM),
        Arguments.of(
            "a list with more items than are known",
            new Result.Unknown(Optional.empty(), List.of(unknown()), Why.nothing())
                .with(List.of(text(3), text(4))),
            1 + 2 * Allowance.ITEM + 7),
        Arguments.of("made from one", Asked.result("resource.u.a", "u: {$parameter: p}"), 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sizes")
  void aResultTakesWhatItIsMadeOf(String name, Result result, int size) {
    Allowance fits = new Allowance(1);
    assertThat(fits.take(MAX - size)).isTrue();
    assertThat(fits.take(result)).isSameAs(result);
    Allowance one = new Allowance(1);
    assertThat(one.take(MAX - size + 1L)).isTrue();
    if (size > 0) {
      assertThat(one.take(result)).isInstanceOf(Result.Failed.class);
    }
  }

  static Stream<Arguments> wrappers() {
    UnaryOperator<Result> optional = it -> Result.of(Datum.Maybe.of(it));
    UnaryOperator<Result> list = it -> items(List.of(it));
    UnaryOperator<Result> map =
        it -> Result.of(new Dictionary(List.of(new Table.Member(new Datum.Text("key"), it, true))));
    UnaryOperator<Result> open =
        it ->
            new Result.Unknown(Optional.empty(), List.of(unknown()), Why.nothing())
                .with(List.of(it));
    return Stream.of(
        Arguments.of("lists", list),
        Arguments.of("optional values", optional),
        Arguments.of("maps", map),
        Arguments.of("lists that may have more items", open));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrappers")
  void twoHundredInsideOfEachOther(String name, UnaryOperator<Result> wrap) {
    Result nested = text(0);
    for (int i = 0; i < 200; i++) {
      nested = wrap.apply(nested);
    }
    assertThat(new Allowance(1).take(nested)).isSameAs(nested);
    assertThat(new Allowance(1).take(wrap.apply(nested))).isInstanceOf(Result.Failed.class);
  }

  /// Following it to its end would take more than there is of the stack.
  @Test
  void whatIsNestedTooDeepIsNotFollowedFurther() {
    Result nested = text(0);
    for (int i = 0; i < 200_000; i++) {
      nested = items(List.of(nested));
    }
    Result taken = new Allowance(1).take(nested);
    assertThat(taken instanceof Result.Failed).isTrue();
  }

  @Test
  void moreThanFourHundredBesideEachOther() {
    String many = IntStream.range(0, 1_000).mapToObj(Integer::toString).collect(joining(", "));
    Asked.check("[" + many + "].size()", "{}", "1000");
  }

  /// A name that is not there is an error of whoever asks.
  @Test
  void whatTookTooMuchLooksNothingUp() {
    Environment nothing = Environment.of("other", Result.of(Datum.Nothing.IT));
    Expression name = Asked.formula("resource.name").root();
    Evaluator evaluator = new Evaluator(10);
    assertThatThrownBy(() -> evaluator.evaluate(name, nothing))
        .isInstanceOf(IllegalStateException.class);
    Evaluator worn = new Evaluator(1);
    worn.evaluate(Asked.formula("[1, 2].size()").root(), nothing);
    assertThat(worn.evaluate(name, nothing)).isInstanceOf(Result.Failed.class);
  }

  @Test
  void whatTookTooMuchFailsFromThenOn() {
    Expression ten = Asked.formula("[1, 2, 3, 4, 5, 6, 7, 8].size()").root();
    Environment nothing = Environment.of("resource", Result.of(Datum.Nothing.IT));
    assertThat(new Evaluator(11).evaluate(ten, nothing)).isInstanceOf(Result.Known.class);
    Evaluator small = new Evaluator(10);
    assertThat(small.exceeded()).isFalse();
    assertThat(small.evaluate(ten, nothing)).isInstanceOf(Result.Failed.class);
    assertThat(small.exceeded()).isTrue();
    assertThat(small.evaluate(Asked.formula("1").root(), nothing))
        .isInstanceOf(Result.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    // a short text is looked for at the speed of the text around it
    "CONTAINS, 64000, 1, 0, 1000",
    "CONTAINS, 64000, 64, 0, 1000",
    "CONTAINS, 64000, 640, 0, 10000",
    "CONTAINS, 63, 64, 0, 0",
    "INDEX_OF, 64000, 1, 0, 1000",
    "LAST_INDEX_OF, 64000, 640, 0, 10000",
    // each part is an item: 6400 of ten characters
    "SPLIT, 64000, 10, 0, 129000",
    "SPLIT, 10, 0, 0, 220",
    // each part gets the new text
    "REPLACE, 64000, 10, 3, 20200",
    "REPLACE, 10, 0, 3, 33",
    "REPLACE, 64000, 10, 0, 1000",
    // ten states cost as much as copying a character
    "MATCHES, 100, 20, 0, 220",
    "LOWER_ASCII, 64000, 0, 0, 0",
  })
  void aFunctionTakesWhatItLooksAtAndMakes(
      Function function, int length, int other, int third, long cost) {
    List<Result> operands = List.of(text(length), text(other), text(third));
    assertThat(TextCosts.of(function, operands)).isEqualTo(cost);
  }

  @Test
  void aJoinTakesItsSeparators() {
    Result three = items(List.of(text(1), text(1), text(1)));
    assertThat(TextCosts.of(Function.JOIN, List.of(three, text(50)))).isEqualTo(150);
    assertThat(TextCosts.of(Function.JOIN, List.of(three))).isZero();
    assertThat(TextCosts.of(Function.JOIN, List.of(text(3), text(50)))).isZero();
  }

  @Test
  void whatIsTooLongToSearchIsNotCounted() {
    Result half = text(MAX);
    long search = TextCosts.of(Function.CONTAINS, List.of(half, half));
    assertThat(search).isGreaterThan(MAX);
    assertThat(TextCosts.of(Function.SPLIT, List.of(half, half))).isEqualTo(search);
  }

  @Test
  void operandsOfAnotherKindCostNothing() {
    Result number = Result.of(new Datum.Int(5));
    assertThat(TextCosts.of(Function.CONTAINS, List.of(number, number))).isZero();
  }
}
