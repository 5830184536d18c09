package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.text.Location;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What texts of flows turn out to be; `?` is what only the run of the flow knows.
class FlowTextTest {
  private static final Location AT = new Location.WholeFile("flow.json");

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "p1", "\"@parameters('p2')\"",
          "p2", "\"@parameters('P3')\"",
          "p3", "\"@parameters('p4')\"",
          "p4", "\"@{parameters('p5')}/x\"",
          "p5", "\"y\"",
          "loop", "\"@parameters('loop')\"",
          "object", "{\"type\": \"MSI\"}",
          "list", "[]");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "url", "\"https://a\"",
          "kept", "\"@Microsoft.KeyVault(SecretUri=https://kv)\"",
          "p3", "\"of the app\"");

  private final FlowText texts =
      new FlowText(Estates.value("\"/flow\""), values(PARAMETERS), values(SETTINGS));

  private static Map<String, Value> values(Map<String, String> json) {
    Map<String, Value> values = new HashMap<>();
    json.forEach((name, text) -> values.put(name, Estates.value(text)));
    return values;
  }

  private static Property property(String json) {
    return new Property("uri", AT, Estates.value(json));
  }

  private String resolve(String text) {
    Property resolved = texts.resolve(property("\"" + text + "\""));
    return PartialText.of(resolved.value()).orElseThrow().chars().replace(PartialText.HOLE, '?');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a/x                                     | https://a/x",
        "@@x                                             | @x",
        "@appsetting('URL')                              | https://a",
        "@{appsetting('url')}/@{ appsetting('none') }/y  | https://a/?/y",
        // a reference to a secret of a vault is a value, no expression
        "@appsetting('kept')                             |"
            + " @Microsoft.KeyVault(SecretUri=https://kv)",
        "@appsetting('p3')                               | of the app",
        "@concat('a(', parameters('p5'), ',''b')         | a(y,'b",
        "@concat('a', concat('b', 'c'), 'd')             | abcd",
        "@concat('a', ${param.x})                        | a?",
        "@concat('a', '${param.x}')                      | a?",
        "@toLower('A')                                   | ?",
        "a@{concat('{b', '}')}c                          | a{b}c",
        "a@{toLower('{}')}c                              | a?c",
        "a@{toLower('x                                   | a?",
      })
  void expressionsAreLookedThrough(String text, String shown) {
    assertThat(resolve(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@parameters('p2')                               | y/x",
        "@parameters('p1')                               | ?/x",
        "@parameters('loop')                             | ?",
        "@concat(concat(concat(concat('x'))))            | x",
        "@concat(concat(concat(concat(concat('x')))))    | ?",
        "@concat(concat(concat(parameters('p5'))))       | y",
        "@concat(concat(concat(concat(parameters('p5'))))) | ?",
      })
  void expressionsAreLookedThroughOnlySoDeep(String text, String shown) {
    assertThat(resolve(text)).isEqualTo(shown);
  }

  @Test
  void aLongTextIsReadToo() {
    String text = "x".repeat(100_000);
    assertThat(resolve("@concat('" + text + "', 'y')")).isEqualTo(text + "y");
    assertThat(resolve("@concat('" + "''".repeat(50_000) + "')")).isEqualTo("'".repeat(50_000));
  }

  @Test
  void whatIsNoTextStaysAsItIs() {
    Property number = property("7");
    assertThat(texts.resolve(number)).isSameAs(number);
    Property object = property("{\"type\": \"Expression\"}");
    assertThat(texts.resolve(object)).isSameAs(object);
    Property wrapped = property("{\"value\": \"@parameters('p5')\", \"type\": \"Expression\"}");
    assertThat(texts.resolve(wrapped).value())
        .isInstanceOfSatisfying(Value.Str.class, it -> assertThat(it.value()).isEqualTo("y"));
  }

  @Test
  void aParameterMayStandForAnObject() {
    Property written = property("\"@parameters('OBJECT')\"");
    Property object = texts.object(written);
    assertThat(object.value()).isInstanceOf(Value.Obj.class);
    assertThat(object.name()).isEqualTo("uri");
    assertThat(object.at()).isEqualTo(AT);
    for (String other :
        List.of("#parameters('object')", "@parameters('list')", "@parameters('none')", "@x")) {
      Property same = property("\"" + other + "\"");
      assertThat(texts.object(same)).as(other).isSameAs(same);
    }
  }

  @Test
  void aParameterMayHoldSoMuchAndNoMore() {
    int most = (1 << 20) - 1;
    for (int length : new int[] {most, most + 1}) {
      Value held = Estates.value("\"" + "x".repeat(length) + "\"");
      FlowText text = new FlowText(Estates.value("\"/flow\""), Map.of("p", held), Map.of());
      Value resolved = text.resolve(property("\"@parameters('p')\"")).value();
      assertThat(resolved instanceof Value.Str).as("of %s", length).isEqualTo(length == most);
    }
  }

  @Test
  void whatManyParametersMakeOfEachOtherIsNotKnown() {
    Map<String, String> doubling = new HashMap<>();
    for (int i = 1; i < 4; i++) {
      doubling.put("p" + i, "\"" + ("@{parameters('p" + (i + 1) + "')}").repeat(1000) + "\"");
    }
    doubling.put("p4", "\"x\"");
    FlowText text = new FlowText(Estates.value("\"/flow\""), values(doubling), Map.of());
    Value resolved = text.resolve(property("\"@parameters('p1')\"")).value();
    assertThat(PartialText.of(resolved).orElseThrow().isKnown()).isFalse();
  }
}
