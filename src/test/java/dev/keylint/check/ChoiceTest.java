package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Parameters without a value are tried out with each value that they may take.
final class ChoiceTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Origin HERE = Origin.at(AT);
  private static final Origin THERE = Origin.at(new Location.WholeFile("other.bicep"));
  private static final Value TRUE = new Value.Bool(true, HERE);
  private static final Value FALSE = new Value.Bool(false, HERE);
  private static final Value NULL = new Value.Null(HERE);
  private static final Value LIST = new Value.Arr(List.of(text("zero"), text("one")), HERE);
  private static final Value.Unknown OTHER = parameter("other");

  private static final Choice CHOICE =
      new Choice(
          Map.of(
              "on",
              TRUE,
              "off",
              FALSE,
              "name",
              text("Ab"),
              "count",
              number(1),
              "none",
              NULL,
              "list",
              LIST,
              "object",
              new Value.Obj(Properties.of(List.of(new Property("key", AT, text("inner")))), HERE)));

  private static Value text(String text) {
    return new Value.Str(text, HERE);
  }

  private static Value number(long number) {
    return new Value.Int(number, HERE);
  }

  private static Value.Unknown unknown(Term term) {
    return new Value.Unknown(term, new Reason.MissingParameter("any", List.of()), THERE);
  }

  private static Value.Unknown call(String function, Value... arguments) {
    return unknown(new Term.Call(function, List.of(arguments)));
  }

  private static Value.Unknown parameter(String name) {
    return call("parameters", text(name));
  }

  private static Value.Unknown access(Value base, Value... path) {
    return unknown(new Term.Access(base, List.of(path)));
  }

  private static Value.Unknown concat(Value... parts) {
    return unknown(new Term.Concat(List.of(parts)));
  }

  private static Arguments row(Value.Unknown whole, Value wanted) {
    return Arguments.of(NormalForm.print(whole), whole, NormalForm.print(wanted));
  }

  private static Arguments open(Value.Unknown whole) {
    return row(whole, whole);
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        row(parameter("on"), TRUE),
        row(parameter("name"), text("Ab")),
        open(parameter("other")),
        open(call("parameters", text("on"), text("module"))),
        open(call("parameters", number(1))),
        open(call("variables", text("on"))),
        row(call("not", parameter("on")), FALSE),
        row(call("not", parameter("off")), TRUE),
        row(call("NOT", call("not", parameter("on"))), TRUE),
        open(call("not", parameter("name"))),
        open(call("not", parameter("on"), parameter("on"))),
        row(call("and", parameter("on"), parameter("on")), TRUE),
        row(call("and", parameter("on"), parameter("off")), FALSE),
        row(call("and", OTHER, parameter("off")), FALSE),
        open(call("and", OTHER, parameter("on"))),
        open(call("and", parameter("on"), parameter("name"))),
        row(call("or", parameter("off"), parameter("off")), FALSE),
        row(call("or", parameter("off"), parameter("on")), TRUE),
        row(call("or", OTHER, parameter("on")), TRUE),
        open(call("or", OTHER, parameter("off"))),
        row(call("equals", parameter("name"), text("Ab")), TRUE),
        row(call("equals", parameter("name"), text("ab")), FALSE),
        open(call("equals", parameter("name"), OTHER)),
        open(call("equals", parameter("name"), text("a"), text("b"))),
        row(call("if", parameter("on"), text("yes"), text("no")), text("yes")),
        row(call("if", parameter("off"), text("yes"), text("no")), text("no")),
        row(call("if", parameter("off"), OTHER, parameter("name")), text("Ab")),
        open(call("if", OTHER, text("yes"), text("no"))),
        open(call("if", parameter("on"), text("yes"))),
        row(call("coalesce", parameter("none"), parameter("name")), text("Ab")),
        row(call("coalesce", parameter("name"), OTHER), text("Ab")),
        open(call("coalesce", OTHER, parameter("name"))),
        open(call("coalesce", parameter("none"))),
        row(call("toLower", parameter("name")), text("ab")),
        open(call("toLower", parameter("on"))),
        open(call("toLower", parameter("name"), text("x"))),
        open(call("toUpper", parameter("name"))));
  }

  static Stream<Arguments> parts() {
    return Stream.of(
        row(concat(text("a-"), parameter("name")), text("a-Ab")),
        row(concat(text("a-"), parameter("count"), parameter("on")), text("a-1True")),
        row(concat(text("a-"), parameter("off")), text("a-False")),
        open(concat(text("a-"), parameter("name"), OTHER)),
        open(concat(text("a-"), parameter("none"))),
        row(access(parameter("object"), text("KEY")), text("inner")),
        open(access(parameter("object"), text("absent"))),
        open(access(parameter("object"), number(0))),
        row(access(parameter("list"), number(0)), text("zero")),
        row(access(parameter("list"), parameter("count")), text("one")),
        open(access(parameter("list"), number(2))),
        open(access(parameter("list"), number(-1))),
        open(access(parameter("list"), text("key"))),
        open(access(parameter("name"), text("key"))),
        open(access(OTHER, text("key"))),
        open(unknown(new Term.Lambda(List.of("x"), parameter("on")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"flags", "parts"})
  void simpleFunctionsAreWorkedOut(String shown, Value.Unknown whole, String wanted) {
    Value applied = CHOICE.apply(whole);
    assertThat(NormalForm.print(applied)).isEqualTo(wanted);
    assertThat(applied.origin()).as("it stands where the whole stands").isEqualTo(THERE);
  }

  @Test
  void withoutAChoiceNothingChanges() {
    assertThat(Choice.NONE.apply(parameter("on"))).isEqualTo(parameter("on"));
  }

  private static Value.Unknown allowed(String name, Value... values) {
    return new Value.Unknown(
        new Term.Call("parameters", List.of(text(name))),
        new Reason.MissingParameter(name, List.of(values)),
        HERE);
  }

  private static Value[] numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> number(i)).toArray(Value[]::new);
  }

  @Test
  void allCombinationsAreTried() {
    assertThat(Choices.of(List.of(allowed("a", TRUE, FALSE), allowed("b", text("x"), text("y")))))
        .containsExactlyInAnyOrder(
            new Choice(Map.of("a", TRUE, "b", text("x"))),
            new Choice(Map.of("a", TRUE, "b", text("y"))),
            new Choice(Map.of("a", FALSE, "b", text("x"))),
            new Choice(Map.of("a", FALSE, "b", text("y"))));
    assertThat(Choices.of(List.of(allowed("a", TRUE), allowed("a", TRUE)))).hasSize(1);
  }

  @Test
  void whatMayBeAnythingIsNotTried() {
    assertThat(Choices.of(List.of())).isEmpty();
    assertThat(Choices.of(List.of(allowed("a")))).isEmpty();
    assertThat(Choices.of(List.of(allowed("a"), allowed("b", TRUE))))
        .containsExactly(new Choice(Map.of("b", TRUE)));
    assertThat(Choices.of(List.of(call("reference")))).isEmpty();
  }

  @Test
  void thirtyTwoCombinationsAreEnough() {
    assertThat(Choices.of(List.of(allowed("a", numbers(32))))).hasSize(32);
    assertThat(Choices.of(List.of(allowed("a", numbers(33))))).isEmpty();
    assertThat(Choices.of(List.of(allowed("a", numbers(6)), allowed("b", numbers(6))))).isEmpty();
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
    return new Choice(Map.of("a", value));
  }

  @Test
  void theValuesThatFailAreSaidOnce() {
    assertThat(help(Optional.of("give it"))).hasValue("give it");
    assertThat(help(Optional.empty(), choice(FALSE)).orElseThrow()).endsWith("fails for false");
    assertThat(help(Optional.of("give it"), choice(text("x")), choice(number(1))).orElseThrow())
        .startsWith("give it: ")
        .endsWith("fails for 'x', 1");
  }

  @Test
  void threeValuesAreShown() {
    Choice[] three = Stream.of(numbers(3)).map(ChoiceTest::choice).toArray(Choice[]::new);
    Choice[] four = Stream.of(numbers(4)).map(ChoiceTest::choice).toArray(Choice[]::new);
    assertThat(help(Optional.empty(), three).orElseThrow()).endsWith("0, 1, 2");
    assertThat(help(Optional.empty(), four).orElseThrow()).endsWith("0, 1, 2 and 1 more");
  }

  @Test
  void combinationsNameTheirParameters() {
    Choice both = new Choice(Map.of("a", TRUE, "aa", text("x")));
    assertThat(help(Optional.empty(), both).orElseThrow()).endsWith("`a` true with `aa` 'x'");
  }

  @Test
  void theRootIsWhatSomebodyCouldSupply() {
    Value.Unknown one = allowed("one");
    Value.Unknown two = allowed("two");
    Value.Unknown reference =
        new Value.Unknown(
            new Term.Call("reference", List.of()), new Reason.RuntimeReference("r", "p"), HERE);
    Value decimal = new Value.Decimal(BigDecimal.ONE, HERE);
    Value inside =
        new Value.Obj(
            Properties.of(
                List.of(
                    new Property("plain", AT, decimal),
                    new Property("deep", AT, new Value.Arr(List.of(one, two), HERE)))),
            HERE);
    assertThat(RootCause.of(call("f", inside, one, reference))).containsExactly(one, two);
    assertThat(RootCause.of(concat(text("x"), two, one))).containsExactly(two, one);
    assertThat(RootCause.of(access(one, two))).containsExactly(one, two);
    assertThat(RootCause.of(unknown(new Term.Lambda(List.of("x"), two)))).containsExactly(two);
    assertThat(RootCause.of(call("f", reference, NULL))).hasSize(1).doesNotContain(reference);
    assertThat(RootCause.parameters(call("f", reference, inside))).containsExactly(one, two);
    Value.Unknown live =
        new Value.Unknown(
            new Term.Call("f", List.of(one, call("g", reference), reference)),
            reference.reason(),
            THERE);
    assertThat(RootCause.of(live)).containsExactly(reference);
    Value.Unknown secret = new Value.Unknown(live.term(), new Reason.Secret("s"), THERE);
    assertThat(RootCause.of(secret)).containsExactly(secret);
  }
}
