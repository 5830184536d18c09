package dev.keylint.eval.function;

import static dev.keylint.eval.function.Calls.array;
import static dev.keylint.eval.function.Calls.call;
import static dev.keylint.eval.function.Calls.json;
import static dev.keylint.eval.function.Calls.show;
import static dev.keylint.eval.function.Calls.text;
import static dev.keylint.eval.function.Calls.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A function answers when the shape decides, and waits otherwise.
final class PartialKnowledgeTest {
  private static final Value P = unknown("p");
  private static final Value Q = unknown("q");

  private static Value object(String key, Value value) {
    return new Value.Obj(
        Properties.of(List.of(new Property(key, Calls.HERE, value))), Origin.at(Calls.HERE));
  }

  @Test
  void whatIsUnknownIsWaitedFor() {
    for (String function : List.of("length", "toLower", "string", "json", "items", "flatten")) {
      assertThat(show(call(function, P))).as(function).isEqualTo("open");
    }
    assertThat(show(call("array", P))).isEqualTo("open");
    assertThat(show(call("add", json("1"), P))).isEqualTo("open");
  }

  @Test
  void aWrongArgumentFailsEvenBesideAnUnknownOne() {
    assertThat(show(call("add", json("\"a\""), P))).isEqualTo("fails");
    assertThat(show(call("concat", json("[]"), json("\"a\""), P))).isEqualTo("fails");
  }

  @Test
  void theShapeOfAnArrayIsEnough() {
    Value some = array(P, json("1"), Q);
    assertThat(show(call("length", some))).isEqualTo("3");
    assertThat(show(call("empty", some))).isEqualTo("false");
    assertThat(show(call("first", some))).isEqualTo("?p");
    assertThat(show(call("last", some))).isEqualTo("?q");
    assertThat(show(call("take", some, json("2")))).isEqualTo("[?p,1]");
    assertThat(show(call("skip", some, json("2")))).isEqualTo("[?q]");
    assertThat(show(call("indexFromEnd", some, json("1")))).isEqualTo("?q");
    assertThat(show(call("concat", some, array(P)))).isEqualTo("[?p,1,?q,?p]");
    assertThat(show(call("flatten", array(some, array())))).isEqualTo("[?p,1,?q]");
    assertThat(show(call("createArray", P))).isEqualTo("[?p]");
    assertThat(show(call("join", some, json("\",\"")))).isEqualTo("open");
  }

  @Test
  void theKeysOfAnObjectAreEnough() {
    Value some = object("name", P);
    assertThat(show(call("length", some))).isEqualTo("1");
    assertThat(show(call("contains", some, json("\"NAME\"")))).isEqualTo("true");
    assertThat(show(call("contains", some, P))).isEqualTo("open");
    assertThat(show(call("contains", json("{}"), P))).isEqualTo("false");
    assertThat(show(call("objectKeys", some))).isEqualTo("[\"name\"]");
    assertThat(show(call("items", some))).isEqualTo("[{\"key\":\"name\",\"value\":?p}]");
    assertThat(show(call("createObject", json("\"a\""), P))).isEqualTo("{\"a\":?p}");
    assertThat(show(call("createObject", P, json("1")))).isEqualTo("open");
    assertThat(show(call("shallowMerge", array(some, object("name", Q)))))
        .isEqualTo("{\"name\":?q}");
  }

  @Test
  void unionOfObjectsWaitsOnlyWhereBothSidesMayBeObjects() {
    assertThat(show(call("union", object("a", P), object("b", Q))))
        .isEqualTo("{\"a\":?p,\"b\":?q}");
    assertThat(show(call("union", object("a", P), json("{\"a\": 1}")))).isEqualTo("{\"a\":1}");
    assertThat(show(call("union", json("{\"a\": [1]}"), object("a", P)))).isEqualTo("{\"a\":?p}");
    assertThat(show(call("union", json("{\"a\": {}}"), object("a", P)))).isEqualTo("open");
    assertThat(show(call("union", object("a", P), json("{\"a\": {}}")))).isEqualTo("open");
  }

  @Test
  void setsWaitForUndecidedComparisons() {
    assertThat(show(call("union", array(P), array(P)))).isEqualTo("[?p]");
    assertThat(show(call("union", array(P), array(Q)))).isEqualTo("open");
    assertThat(show(call("distinct", array(json("1"), P)))).isEqualTo("open");
    assertThat(show(call("intersection", array(P), array(json("1"), P)))).isEqualTo("[?p]");
    assertThat(show(call("intersection", array(json("1")), array(P)))).isEqualTo("open");
    assertThat(show(call("intersection", array(json("1")), array(P), array()))).isEqualTo("[]");
  }

  @Test
  void searchingAnArrayWaitsUnlessFound() {
    assertThat(show(call("contains", array(P, json("1")), json("1")))).isEqualTo("true");
    assertThat(show(call("contains", array(P, json("1")), json("2")))).isEqualTo("open");
    assertThat(show(call("contains", array(Q, P), P))).isEqualTo("true");
    assertThat(show(call("indexOf", array(json("1"), P), json("1")))).isEqualTo("0");
    assertThat(show(call("indexOf", array(P, json("1")), json("1")))).isEqualTo("open");
  }

  @Test
  void aTextWithKnownEndsDecidesSomething() {
    Value name = text("oai-", "-prod");
    assertThat(show(call("empty", name))).isEqualTo("false");
    assertThat(show(call("equals", name, json("\"oai-1-prod\"")))).isEqualTo("open");
    assertThat(show(call("equals", name, json("\"oai-1-test\"")))).isEqualTo("false");
    assertThat(show(call("equals", name, json("\"oai-prod\"")))).isEqualTo("false");
    assertThat(show(call("equals", name, json("1")))).isEqualTo("false");
    assertThat(show(call("equals", name, text("srch-", "-prod")))).isEqualTo("false");
    assertThat(show(call("equals", name, text("oai-", "-prod")))).isEqualTo("true");
    assertThat(show(call("equals", name, text("oai-x", "-prod")))).isEqualTo("open");
    assertThat(show(call("equals", P, Q))).isEqualTo("open");
  }
}
