package dev.keylint.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListedKeysTest {
  private static final Origin HERE = Origin.at(new Location.WholeFile("main.bicep"));
  private static final Reason KEY = new Reason.KeyOf("id", "listKeys");
  private static final Reason OTHER = new Reason.MissingParameter("x", List.of());
  private static final Value LISTED = call("listKeys", KEY, text("id"));
  private static final Value KEY1 = member(LISTED, "key1");
  private static final Value PARAMETER = call("parameters", OTHER, text("x"));

  private static Value text(String text) {
    return new Value.Str(text, HERE);
  }

  private static Value call(String function, Reason reason, Value... arguments) {
    return new Value.Unknown(new Term.Call(function, List.of(arguments)), reason, HERE);
  }

  private static Value member(Value base, String... path) {
    List<Value> keys = List.of(path).stream().map(ListedKeysTest::text).toList();
    return new Value.Unknown(new Term.Access(base, keys), KEY, HERE);
  }

  private static Value object(String name, Value value) {
    return new Value.Obj(Properties.of(List.of(new Property(name, HERE.at(), value))), HERE);
  }

  private static boolean holds(Value value) {
    return new ListedKeys().any(value);
  }

  @Test
  void aKeyIsFoundInWhatIsMadeOfIt() {
    assertThat(holds(LISTED)).isTrue();
    assertThat(holds(KEY1)).isTrue();
    assertThat(holds(object("a", new Value.Arr(List.of(text("x"), KEY1), HERE)))).isTrue();
    assertThat(holds(call("base64", KEY, KEY1))).isTrue();
    assertThat(holds(new Value.Unknown(new Term.Concat(List.of(text("x"), KEY1)), KEY, HERE)))
        .isTrue();
    assertThat(holds(new Value.Unknown(new Term.Lambda(List.of("v"), KEY1), KEY, HERE))).isTrue();
    assertThat(holds(call("if", OTHER, PARAMETER, KEY1, text("")))).isTrue();
    assertThat(holds(call("tryGet", KEY, LISTED, text("key1")))).isTrue();
  }

  @Test
  void whatAKeyOnlyDecidesHoldsNone() {
    assertThat(holds(call("empty", KEY, KEY1))).isFalse();
    assertThat(holds(call("uniqueString", KEY, KEY1))).isFalse();
    assertThat(holds(call("if", KEY, call("empty", KEY, KEY1), text("a"), text("b")))).isFalse();
    assertThat(holds(text("key1"))).isFalse();
    assertThat(holds(PARAMETER)).isFalse();
  }

  @Test
  void whatStandsBesideAKeyIsNone() {
    assertThat(holds(member(LISTED, "value", "name"))).isFalse();
    Value merged = call("union", OTHER, PARAMETER, object("key", KEY1));
    assertThat(holds(member(merged, "endpoint"))).isFalse();
    assertThat(holds(member(merged, "KEY"))).isTrue();
    assertThat(holds(member(call("if", OTHER, KEY1, merged, merged), "endpoint"))).isFalse();
    assertThat(holds(member(object("key", KEY1), "other"))).isFalse();
    assertThat(holds(member(object("key", KEY1), "key"))).isTrue();
  }

  @Test
  void functionsThatOnlySoundAlikeListNothing() {
    assertThat(holds(call("listKeys", OTHER, text("id")))).isFalse();
    assertThat(holds(call("filter", KEY, text("id")))).isFalse();
  }

  @Test
  void aKeyTellsItsFunctionResourceAndPath() {
    List<ListedKeys.Listed> found =
        new ListedKeys().in(new Value.Arr(List.of(KEY1, KEY1, member(LISTED, "key2")), HERE));
    assertThat(found).extracting(it -> NormalForm.path(it.path())).containsExactly("key1", "key2");
    assertThat(found).allMatch(it -> it.function().equals("listKeys"));
    assertThat(found).allMatch(it -> it.resource().equals(text("id")));
  }

  @Test
  void notMoreThanAFewAreToldApart() {
    List<Value> many =
        IntStream.range(0, 20).mapToObj(i -> call("listKeys", KEY, text("id" + i))).toList();
    assertThat(new ListedKeys().in(new Value.Arr(many, HERE))).hasSize(8);
  }

  @Test
  void manyKeysThatNobodyAsksForHideNone() {
    List<Value> many = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> many.add(call("listKeys", KEY, text("other" + i))));
    IntStream.range(0, 20).forEach(i -> many.add(call("listKeys", KEY, text("perhaps" + i))));
    many.add(call("listKeys", KEY, text("ours")));
    ListedKeys keys =
        new ListedKeys(it ->
            it.resource().equals(text("ours"))
                ? Answer.yes()
                : NormalForm.plain(it.resource()).startsWith("perhaps")
                    ? Answer.open((Value.Unknown) PARAMETER)
                    : Answer.no());
    Value nested = new Value.Arr(List.of(new Value.Arr(many, HERE)), HERE);
    assertThat(keys.in(nested))
        .hasSize(17)
        .extracting(it -> NormalForm.plain(it.resource()))
        .contains("other0", "perhaps0", "ours");
  }
}
