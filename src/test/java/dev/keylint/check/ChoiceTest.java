package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.choice.Resubstitution;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Substitution;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

  private static final Substitution AGAIN = new Resubstitution(RoleNames.NONE);

  private static final Choice CHOICE =
      chosen(
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

  private static Choice chosen(Map<String, Value> values) {
    return new Choice(values, AGAIN);
  }

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

  private static Arguments left(Value.Unknown whole, String wanted) {
    return Arguments.of(NormalForm.print(whole), whole, wanted);
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
        left(call("not", parameter("name")), "fail('`not` wants a bool')"),
        left(call("not", parameter("on"), parameter("on")), "fail('`not` takes 1 arguments')"),
        row(call("and", parameter("on"), parameter("on")), TRUE),
        row(call("and", parameter("on"), parameter("off")), FALSE),
        row(call("and", OTHER, parameter("off")), FALSE),
        row(call("and", OTHER, parameter("on")), OTHER),
        left(call("and", parameter("on"), parameter("name")), "fail('`and` wants bools')"),
        row(call("or", parameter("off"), parameter("off")), FALSE),
        row(call("or", parameter("off"), parameter("on")), TRUE),
        row(call("or", OTHER, parameter("on")), TRUE),
        row(call("or", OTHER, parameter("off")), OTHER),
        row(call("equals", parameter("name"), text("Ab")), TRUE),
        row(call("equals", parameter("name"), text("ab")), FALSE),
        row(call("equals", parameter("name"), OTHER), call("equals", text("Ab"), OTHER)),
        row(call("if", parameter("on"), text("yes"), text("no")), text("yes")),
        row(call("if", parameter("off"), text("yes"), text("no")), text("no")),
        row(call("if", parameter("off"), OTHER, parameter("name")), text("Ab")),
        open(call("if", OTHER, text("yes"), text("no"))),
        left(call("if", parameter("on"), text("yes")), "fail('`if` takes 3 arguments')"),
        row(call("coalesce", parameter("none"), parameter("name")), text("Ab")),
        row(call("coalesce", parameter("name"), OTHER), text("Ab")),
        row(call("coalesce", OTHER, parameter("name")), call("coalesce", OTHER, text("Ab"))),
        row(call("coalesce", parameter("none")), NULL),
        row(call("toLower", parameter("name")), text("ab")),
        row(call("toLower", parameter("on")), call("toLower", TRUE)),
        row(call("toUpper", parameter("name")), text("AB")));
  }

  static Stream<Arguments> functions() {
    Value.Unknown item = call("lambdaVariables", text("x#1"));
    Value.Unknown same =
        unknown(new Term.Lambda(List.of("x#1"), call("equals", item, parameter("name"))));
    Value both = new Value.Arr(List.of(text("Ab"), text("cd")), HERE);
    return Stream.of(
        row(call("greater", parameter("count"), number(0)), TRUE),
        row(call("greater", parameter("count"), number(1)), FALSE),
        row(call("startsWith", parameter("name"), text("a")), TRUE),
        row(call("contains", both, parameter("name")), TRUE),
        row(call("contains", call("split", parameter("name"), text("b")), text("a")), FALSE),
        row(call("empty", parameter("name")), FALSE),
        row(call("length", parameter("list")), number(2)),
        row(call("bool", call("string", parameter("on"))), TRUE),
        row(call("replace", text("the B"), text("B"), parameter("name")), text("the Ab")),
        row(call("add", parameter("count"), call("mul", parameter("count"), number(2))), number(3)),
        row(access(call("filter", both, same), number(0)), text("Ab")),
        row(call("length", call("filter", parameter("list"), same)), number(0)),
        row(
            call("filter", OTHER, same),
            call("filter", OTHER, lambda(call("equals", item, text("Ab"))))),
        row(
            access(object("a", object("b", parameter("name"))), text("a")),
            object("b", text("Ab"))),
        row(
            call("resourceId", text("T/t"), parameter("name")),
            call("resourceId", text("T/t"), text("Ab"))),
        row(
            access(call("reference", parameter("name")), text("p")),
            access(call("reference", text("Ab")), text("p"))),
        row(call("parameters", parameter("name")), parameter("Ab")),
        row(call("variables", parameter("name")), call("variables", text("Ab"))));
  }

  private static Value.Unknown lambda(Value body) {
    return unknown(new Term.Lambda(List.of("x#1"), body));
  }

  private static Value object(String key, Value value) {
    return new Value.Obj(Properties.of(List.of(new Property(key, AT, value))), HERE);
  }

  static Stream<Arguments> parts() {
    return Stream.of(
        row(concat(text("a-"), parameter("name")), text("a-Ab")),
        row(concat(text("a-"), parameter("count"), parameter("on")), text("a-1True")),
        row(concat(text("a-"), parameter("off")), text("a-False")),
        row(concat(text("a-"), parameter("name"), OTHER), concat(text("a-Ab"), OTHER)),
        row(concat(text("a-"), parameter("none")), text("a-")),
        row(access(parameter("object"), text("KEY")), text("inner")),
        row(
            access(parameter("object"), text("absent")),
            access(object("key", text("inner")), text("absent"))),
        row(access(parameter("list"), number(0)), text("zero")),
        row(access(parameter("list"), parameter("count")), text("one")),
        row(access(parameter("list"), number(2)), access(LIST, number(2))),
        row(access(parameter("list"), number(-1)), access(LIST, number(-1))),
        row(access(parameter("name"), text("key")), access(text("Ab"), text("key"))),
        open(access(OTHER, text("key"))),
        row(lambda(parameter("on")), lambda(TRUE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"flags", "functions", "parts"})
  void functionsAreWorkedOut(String shown, Value.Unknown whole, String wanted) {
    Value applied = CHOICE.apply(whole);
    assertThat(NormalForm.print(applied)).isEqualTo(wanted);
    assertThat(applied.origin()).as("it stands where the whole stands").isEqualTo(THERE);
  }

  @Test
  void withoutAChoiceNothingChanges() {
    assertThat(Choice.NONE.apply(parameter("on"))).isEqualTo(parameter("on"));
  }

  @Test
  void withoutAnEvaluatorAParameterAloneHasItsValue() {
    Choice choice = new Choice(Map.of("on", TRUE), Substitution.ALONE);
    assertThat(choice.apply(parameter("on"))).isEqualTo(TRUE.at(THERE));
    assertThat(choice.apply(OTHER)).isEqualTo(OTHER);
    assertThat(choice.apply(call("not", parameter("on")))).isEqualTo(call("not", parameter("on")));
  }

  @Test
  void whatTakesTooMuchStaysUnknown() {
    Value.Unknown deep = parameter("on");
    for (int i = 0; i < 200; i++) {
      deep = call("not", deep);
    }
    assertThat(CHOICE.apply(deep)).isEqualTo(deep);
    assertThat(CHOICE.apply(call("length", turns(100)))).isEqualTo(number(100).at(THERE));
    assertThat(CHOICE.apply(turns(30_000))).isInstanceOf(Value.Unknown.class);
  }

  private static Value.Unknown turns(int turns) {
    Value.Unknown number = call("mul", parameter("count"), number(turns / 10));
    Value.Unknown range = call("range", number(0), number);
    Value.Unknown inner = unknown(new Term.Lambda(List.of("y#2"), parameter("count")));
    Value.Unknown ten = call("map", new Value.Arr(List.of(numbers(10)), HERE), inner);
    return call("flatten", call("map", range, lambda(ten)));
  }

  @Test
  void anEstateIsNotWorkedOutForEver() {
    Choice choice = chosen(Map.of("count", number(1)));
    Choice worn = new Choice(choice.values(), new Resubstitution(RoleNames.NONE));
    for (int i = 0; i < 150; i++) {
      worn.apply(turns(30_000));
    }
    Value.Unknown more = call("add", parameter("count"), number(1));
    assertThat(worn.apply(more)).isEqualTo(more);
    assertThat(choice.apply(more)).isEqualTo(number(2).at(THERE));
  }

  @Test
  void whatIsMadeOfASecretIsOne() {
    Value secret = new Value.Str("Key", HERE.hidden());
    Value applied = CHOICE.apply(concat(secret, parameter("name")));
    assertThat(NormalForm.print(applied)).isEqualTo("'KeyAb'");
    assertThat(applied.origin().secret()).isTrue();
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
    assertThat(
            Choices.of(
                List.of(allowed("a", TRUE, FALSE), allowed("b", text("x"), text("y"))), AGAIN))
        .containsExactlyInAnyOrder(
            chosen(Map.of("a", TRUE, "b", text("x"))),
            chosen(Map.of("a", TRUE, "b", text("y"))),
            chosen(Map.of("a", FALSE, "b", text("x"))),
            chosen(Map.of("a", FALSE, "b", text("y"))));
    assertThat(Choices.of(List.of(allowed("a", TRUE), allowed("a", TRUE)), AGAIN)).hasSize(1);
  }

  @Test
  void whatMayBeAnythingIsNotTried() {
    assertThat(Choices.of(List.of(), AGAIN)).isEmpty();
    assertThat(Choices.of(List.of(allowed("a")), AGAIN)).isEmpty();
    assertThat(Choices.of(List.of(allowed("a"), allowed("b", TRUE)), AGAIN))
        .containsExactly(chosen(Map.of("b", TRUE)));
    assertThat(Choices.of(List.of(call("reference")), AGAIN)).isEmpty();
  }

  @Test
  void thirtyTwoCombinationsAreEnough() {
    assertThat(Choices.of(List.of(allowed("a", numbers(32))), AGAIN)).hasSize(32);
    assertThat(Choices.of(List.of(allowed("a", numbers(33))), AGAIN)).isEmpty();
    assertThat(Choices.of(List.of(allowed("a", numbers(6)), allowed("b", numbers(6))), AGAIN))
        .isEmpty();
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
    Value.Unknown variable = call("lambdaVariables", text("x"));
    Value.Unknown lambda = unknown(new Term.Lambda(List.of("x"), call("f", variable, two)));
    assertThat(RootCause.of(call("filter", LIST, lambda))).containsExactly(two);
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
