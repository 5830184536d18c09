package dev.keylint.eval.function;

import static dev.keylint.eval.function.Calls.array;
import static dev.keylint.eval.function.Calls.call;
import static dev.keylint.eval.function.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A few lines that would fill the memory or take for ever.
final class LimitsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static void assertTooMuchSoon(String function, Value... arguments) {
    FunctionResult result = assertTimeoutPreemptively(SOON, () -> call(function, arguments));
    assertThat(result).isInstanceOf(FunctionResult.TooMuch.class);
  }

  private static Value letters(int count) {
    return new Value.Str("a".repeat(count), Origin.at(Calls.HERE));
  }

  private static Value repeated(int times, UnaryOperator<Value> step) {
    Value value = json("1");
    for (int i = 0; i < times; i++) {
      value = step.apply(value);
    }
    return value;
  }

  @Test
  void textsDoNotGrowForEver() {
    Value large = letters(Limits.TEXT - 1);
    assertTooMuchSoon("concat", large, large);
    assertTooMuchSoon("replace", letters(2_000), letters(1), letters(2_000));
    assertTooMuchSoon("join", array(large, large), json("\"\""));
    assertTooMuchSoon("format", json("\"{0}{0}\""), large);
    assertTooMuchSoon("format", json("\"{0,999999}{0,999999}\""), json("1"));
    assertTooMuchSoon("format", json("\"{0:D99999}" + "{0:D99999}".repeat(20) + "\""), json("1"));
    assertTooMuchSoon("padLeft", json("1"), json("2000000000"));
    assertTooMuchSoon(
        "uriComponent", new Value.Str("/".repeat(Limits.TEXT), Origin.at(Calls.HERE)));
  }

  @Test
  void searchingDoesNotTakeForEver() {
    Value needle = new Value.Str("a".repeat(400_000) + "b", Origin.at(Calls.HERE));
    for (String function : new String[] {"contains", "indexOf", "lastIndexOf", "split", "like"}) {
      assertTooMuchSoon(function, letters(900_000), needle);
    }
    assertTooMuchSoon("replace", letters(900_000), needle, json("\"\""));
  }

  @Test
  void sharedPartsAreNotUnfolded() {
    Value wide = repeated(60, value -> array(value, value));
    Value other = repeated(60, value -> array(value, value));
    assertTooMuchSoon("string", wide);
    assertTooMuchSoon("createArray", wide);
    Truth same = assertTimeoutPreemptively(SOON, () -> Values.same(wide, other));
    assertThat(same).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void mergingSharedPartsEnds() {
    Value wide = repeated(60, value -> object(value));
    FunctionResult result = assertTimeoutPreemptively(SOON, () -> call("union", wide, wide));
    assertThat(result).isEqualTo(new FunctionResult.NotDecided());
  }

  private static Value object(Value member) {
    return new Value.Obj(
        Properties.of(
            List.of(new Property("a", Calls.HERE, member), new Property("b", Calls.HERE, member))),
        Origin.at(Calls.HERE));
  }

  @Test
  void deepNestingIsRefused() {
    Value deep = repeated(20_000, value -> array(value));
    assertTooMuchSoon("string", deep);
    assertTooMuchSoon("createArray", deep);
    assertThat(Values.same(deep, repeated(20_000, value -> array(value)))).isEqualTo(Truth.UNKNOWN);
  }
}
