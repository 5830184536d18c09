package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which values of parameters make a rule fail, in words.
final class FailingChoicesTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Origin HERE = Origin.at(AT);
  private static final Value TRUE = new Value.Bool(true, HERE);
  private static final Value FALSE = new Value.Bool(false, HERE);
  private static final Value LIST = new Value.Arr(List.of(text("zero"), text("one")), HERE);

  private static Value text(String text) {
    return new Value.Str(text, HERE);
  }

  private static Value[] numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Value.Int(i, HERE)).toArray(Value[]::new);
  }

  private static Value object(String key, Value value) {
    return new Value.Obj(Properties.of(List.of(new Property(key, AT, value))), HERE);
  }

  private static Optional<String> help(Optional<String> before, Choice... failing) {
    Verdict.Open open =
        new Verdict.Open(
            List.of(
                new Cause("parameter `b` has no value", AT),
                new Cause("parameter `a` has no value", AT, before),
                new Cause("parameter `a` has no value", AT, Optional.of("as before"))),
            "message");
    Verdict.Open said = FailingChoices.said(open, List.of(failing));
    assertThat(said.message()).isEqualTo("message");
    assertThat(said.because()).extracting(Cause::text).hasSize(3);
    assertThat(said.because().getFirst().help()).isEmpty();
    assertThat(said.because().getLast().help()).hasValue("as before");
    return said.because().get(1).help();
  }

  private static Choice choice(Value value) {
    return new Choice(Map.of("a", value), Substitution.ALONE);
  }

  @Test
  void theValuesThatFailAreSaidOnce() {
    assertThat(help(Optional.of("give it"))).hasValue("give it");
    assertThat(help(Optional.empty(), choice(FALSE)).orElseThrow()).endsWith("fails for false");
    assertThat(help(Optional.of("give it"), choice(text("x")), choice(numbers(2)[1])).orElseThrow())
        .startsWith("give it: ")
        .endsWith("fails for 'x', 1");
  }

  @Test
  void objectsAndListsAreWrittenOut() {
    Value object = object("k", object("deep", FALSE));
    assertThat(help(Optional.empty(), choice(object)).orElseThrow())
        .endsWith("fails for { k: { deep: false } }");
    assertThat(help(Optional.empty(), choice(LIST)).orElseThrow())
        .endsWith("fails for ['zero', 'one']");
    Value hidden = object("k", text("s3cret").at(HERE.hidden()));
    assertThat(help(Optional.empty(), choice(hidden)).orElseThrow())
        .endsWith("fails for { k: '***' }");
    assertThat(help(Optional.empty(), choice(object.at(HERE.hidden()))).orElseThrow())
        .endsWith("fails for ***");
    Value many = new Value.Arr(List.of(numbers(60)), HERE);
    assertThat(help(Optional.empty(), choice(many)).orElseThrow())
        .endsWith("fails for [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1…");
  }

  private static String fails(Value value) {
    return help(Optional.empty(), choice(value)).orElseThrow();
  }

  @Test
  void aLongObjectOrListIsCutAndATextIsNot() {
    String longest = "x".repeat(76);
    assertThat(fails(text(longest + "xxxxx"))).endsWith("for '" + longest + "xxxxx'");
    assertThat(fails(new Value.Arr(List.of(text(longest)), HERE)))
        .endsWith("for ['" + longest + "']");
    assertThat(fails(new Value.Arr(List.of(text(longest + "x")), HERE)))
        .endsWith("for ['" + "x".repeat(38) + "…");
    assertThat(fails(object("key", text(longest)))).endsWith("for { key: '" + "x".repeat(32) + "…");
  }

  @Test
  void aSecretListIsNotShown() {
    assertThat(fails(LIST.at(HERE.hidden()))).endsWith("fails for ***");
  }

  @Test
  void threeValuesAreShown() {
    Choice[] three = Stream.of(numbers(3)).map(FailingChoicesTest::choice).toArray(Choice[]::new);
    Choice[] four = Stream.of(numbers(4)).map(FailingChoicesTest::choice).toArray(Choice[]::new);
    assertThat(help(Optional.empty(), three).orElseThrow()).endsWith("0, 1, 2");
    assertThat(help(Optional.empty(), four).orElseThrow()).endsWith("0, 1, 2 and 1 more");
  }

  @Test
  void combinationsNameTheirParameters() {
    Choice both = new Choice(Map.of("a", TRUE, "aa", text("x")), Substitution.ALONE);
    assertThat(help(Optional.empty(), both).orElseThrow()).endsWith("`a` true with `aa` 'x'");
  }
}
