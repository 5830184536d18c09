package dev.keylint.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ValuesTest {
  private static Origin at(String file) {
    return Origin.at(new Location.WholeFile(file));
  }

  private static Value str(String text) {
    return new Value.Str(text, at("a"));
  }

  private static Value call(String function, Value... arguments) {
    return new Value.Unknown(
        new Term.Call(function, List.of(arguments)),
        new Reason.NonDeterministic(function),
        at("b"));
  }

  private static Value array(Value... items) {
    return new Value.Arr(List.of(items), at("a"));
  }

  @Test
  void whereAValueStandsDoesNotCount() {
    assertThat(Values.same(new Value.Str("x", at("a")), new Value.Str("x", at("b"))))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void unknownsAreTheSameWhenTheirTermsAre() {
    Value one = call("reference", array(str("x"), new Value.Int(1, at("a"))));
    Value same = call("reference", array(str("x"), new Value.Int(1, at("b"))));
    assertThat(Values.same(one, same)).isEqualTo(Truth.TRUE);
    assertThat(Values.same(one, call("reference", str("x")))).isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(access(one, "a"), access(same, "a"))).isEqualTo(Truth.TRUE);
    assertThat(Values.same(access(one, "a"), access(same, "b"))).isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(lambda("newGuid"), lambda("newGuid"))).isEqualTo(Truth.TRUE);
    assertThat(Values.same(lambda("newGuid"), lambda("utcNow"))).isEqualTo(Truth.UNKNOWN);
  }

  private static Value access(Value base, String member) {
    return new Value.Unknown(
        new Term.Access(base, List.of(str(member))), new Reason.Unsupported("x"), at("a"));
  }

  private static Value lambda(String function) {
    return new Value.Unknown(
        new Term.Lambda(List.of("v0"), call(function)), new Reason.Unsupported("x"), at("a"));
  }

  @Test
  void theKnownPartsOfATextHaveToBeInTheOtherInTheirOrder() {
    Value text = concat(str("a"), call("newGuid"), str("-b-"), call("utcNow"), str("c"));
    assertThat(Values.same(text, str("ax-b-yc"))).isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(text, str("a-b-c"))).isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(text, str("ax-d-yc"))).isEqualTo(Truth.FALSE);
    assertThat(Values.same(text, str("a-b-"))).isEqualTo(Truth.FALSE);
    Value twice = concat(str("aa"), call("newGuid"), str("ab"), call("utcNow"));
    assertThat(Values.same(twice, str("aab"))).isEqualTo(Truth.FALSE);
  }

  private static Value concat(Value... parts) {
    return new Value.Unknown(new Term.Concat(List.of(parts)), new Reason.Unsupported("x"), at("a"));
  }

  @Test
  void oneKnownDifferenceDecides() {
    Value unknown = call("newGuid");
    assertThat(Values.same(array(unknown, str("x")), array(str("y"), str("x"))))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(array(unknown, str("x")), array(str("y"), str("z"))))
        .isEqualTo(Truth.FALSE);
    assertThat(Values.same(array(unknown), array(unknown, unknown))).isEqualTo(Truth.FALSE);
  }

  @Test
  void keysThatDifferInCaseOnlyAreTwoMembers() {
    Properties twins = Properties.of(List.of(member("a", "1"), member("A", "2")));
    assertThat(twins.size()).isEqualTo(2);
    assertThat(twins.get("a")).get().isInstanceOf(Value.Unknown.class);
    assertThat(twins.exactly("A").map(Property::value)).contains(str("2"));
    assertThat(twins.exactly("a").map(Property::value)).contains(str("1"));
    Properties same = Properties.of(List.of(member("a", "1"), member("A", "1")));
    assertThat(same.get("a")).contains(str("1"));
    Value left = new Value.Obj(twins, at("a"));
    Value right =
        new Value.Obj(Properties.of(List.of(member("a", "1"), member("A", "2"))), at("b"));
    assertThat(Values.same(left, right)).isEqualTo(Truth.TRUE);
  }

  @Test
  void anObjectThatWasNotReadWholeMayHaveMore() {
    Value.Unknown rest = (Value.Unknown) call("newGuid");
    Properties open = Properties.of(List.of(member("a", "1")), Optional.of(rest));
    assertThat(open.get("a")).contains(str("1"));
    assertThat(open.get("b")).get().isInstanceOf(Value.Unknown.class);
    assertThat(open.isEmpty()).isFalse();
    Value left = new Value.Obj(open, at("a"));
    assertThat(NormalForm.print(left))
        .isEqualTo("shallowMerge(createArray(newGuid(), createObject('a', '1')))");
    assertThat(Values.same(left, object(member("a", "1")))).isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(left, object(member("a", "1"), member("b", "1"))))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(Values.same(left, object(member("a", "2")))).isEqualTo(Truth.FALSE);
    assertThat(Values.same(object(member("b", "1")), left)).isEqualTo(Truth.FALSE);
  }

  private static Value object(Property... members) {
    return new Value.Obj(Properties.of(List.of(members)), at("a"));
  }

  @Test
  void ofEqualKeysTheLastWinsAtTheFirstPlace() {
    Properties members =
        Properties.of(List.of(member("a", "1"), member("b", "2"), member("a", "3")));
    assertThat(members).extracting(Property::name).containsExactly("a", "b");
    assertThat(members.get("A")).contains(str("3"));
  }

  private static Property member(String name, String value) {
    return new Property(name, new Location.WholeFile("a"), str(value));
  }
}
