package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which objects stand in the text of a script; `⏎` is the end of a line, `?` what nobody knows.
class ScriptObjectsTest {
  private static final Location AT = new Location.WholeFile("s.sh");
  private static final Origin ORIGIN = Origin.at(AT);

  private static String objects(String script) {
    PartialTextBuilder text = new PartialTextBuilder();
    String[] parts = script.replace('⏎', '\n').split("\\?", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        text.add(PartialText.hole(Doubt.notStated("it", AT)));
      }
      text.add(parts[i]);
    }
    Property property = new Property("scriptContent", AT, new Value.Str(script, ORIGIN));
    return show(ScriptObjects.in(text.build(ORIGIN), property).objects());
  }

  private static boolean isRead(String script) {
    Property property = new Property("scriptContent", AT, new Value.Str(script, ORIGIN));
    return ScriptObjects.in(PartialText.of(script, ORIGIN), property).unread().isEmpty();
  }

  private static String show(List<Value> values) {
    return values.stream().map(ScriptObjectsTest::show).collect(Collectors.joining(", "));
  }

  private static String show(Value value) {
    return switch (value) {
      case Value.Str(var text, _) -> text.replace('\n', '⏎');
      case Value.Arr(var items, _) -> "[" + show(items) + "]";
      case Value.Obj(var members, _) ->
          members.entries().stream()
              .map(it -> it.name() + ":" + show(it.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Null _ -> "null";
      case Value.Unknown _ -> "?";
      case Value.Bool _, Value.Int _, Value.Decimal _ -> throw new AssertionError(value);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // where an object begins
        "{\"a\": \"b\"}                          | {a:b}",
        "${a: b} {c: d}                          | {c:d}",
        "$ {c: d}                                | {c:d}",
        "}) ] {a: b} {c: d}                      | {a:b}, {c:d}",
        "AIServicesByKey(key=\"k\")              | {@class:AIServicesByKey, key:k}",
        "x = models.WebApiSkill(uri=u)           | {@class:WebApiSkill, uri:u}",
        "myAIServices(key=k)                     | ~~",
        "1AIServices(key=k)                      | ~~",
        "AIServices                              | ~~",
        "Other(key=k)                            | ~~",
        // names
        "{'a': 'b', c = d}                       | {a:b, c:d}",
        "{@odata.type: t, $x-1: u}               | {@odata.type:t, $x-1:u}",
        "{\"a b\": c}                            | {a b:c}",
        "{\"a⏎b\": c}                            | {}",
        "{\"⏎b\": c}                             | {}",
        "{\"\": c}                               | {}",
        "{\"a: c, d: e}                          | {a:c, d:e}",
        "{a \t: b}                               | {a:b}",
        "{a == b, c :: d, e://f, g: h}           | {g:h}",
        "{a b}                                   | {}",
        "{a                                      | {}",
        "{\"a\"                                  | {}",
        // what is not named
        "{{a: b} [c, d] {e: f}}                  | {#0:{a:b}, #1:[c, d], #2:{e:f}}",
        "{x AIModel(a=b) y WebApiSkill(c=d)}     | {#0:{@class:AIModel, a:b},"
            + " #1:{@class:WebApiSkill, c:d}}",
        // ends
        "{a: b) ], c: d} e: f                    | {a:b, c:d}",
        "{a: {b: c ], d: e}                      | {a:{b:c}, d:e}",
        "AIModel(a=b}, c=d) {e: f}               | {@class:AIModel, a:b, c:d}, {e:f}",
        "{a: {b: c                               | {a:{b:c}}",
        "{a:                                     | {a:null}",
        "{a: [b, c                               | {a:[b, c]}",
        "{a: [b, c }, {d: e}                     | {a:[b, c]}, {d:e}",
        "{a: [                                   | {a:[]}",
        "{a: [?                                  | {a:[?]}",
        "{a: [b,⏎                                | {a:[b]}",
        "{a: [⏎]}                                | {a:[]}",
      })
  void objectsAreReadHoweverTheyBeginAndEnd(String script, String shown) {
    assertThat(objects(script)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{a: @{b: c}}                            | {a:{b:c}}",
        "{a: [ordered]@{b: c}}                   | {a:{b:c}}",
        "{a: [pscustomobject]{b: c}}             | {a:{b:c}}",
        "{a: @(\"b\", 'c'), d: e}                | {a:[b, c], d:e}",
        "{a: (b, c), d: e}                       | {a:[b, c], d:e}",
        "{a: [⏎ b,⏎ c ⏎], d: e}                  | {a:[b, c], d:e}",
        "{a: [b,, [c], {d: e}], f: g}            | {a:[b, [c], {d:e}], f:g}",
        "{a: [? {b: c}, ?], d: e}                | {a:[{b:c}, ?], d:e}",
        "{a: AIModel(b=c), d: e}                 | {a:{@class:AIModel, b:c}, d:e}",
        "{a: [AIModel(b=c)], d: e}               | {a:[{@class:AIModel, b:c}], d:e}",
        // texts in quotes
        "{a: f\"b\", c: rb'd', e: F\"\"}         | {a:b, c:d, e:}",
        "{a: from, b: r}                         | {a:from, b:r}",
        "{a: \"b, c}\", d: e}                    | {a:b, c}, d:e}",
        "{a: 'b, c}', d: e}                      | {a:b, c}, d:e}",
        "{a: \"b'c\", d: 'e\"f'}                 | {a:bc, d:ef}",
        "{a: \"b\"c\"d\", e: f}                  | {a:bcd, e:f}",
        "{a: '\"b\"', c: \"d\" + \"e\"}          | {a:b, c:de}",
        "{a: 'b' + 'c', d: e}                    | {a:bc, d:e}",
        "{a: \"b\"; c: \"d\" # why⏎e: f}         | {a:b, c:d, e:f}",
        "{a: \"b\"⏎c: \"d\"\t⏎}                  | {a:b, c:d}",
        "{a: \"b\" c: \"d\"⏎e: f}               | {a:b c: d, e:f}",
        "{a: \"b\" c: \"d⏎e: \"f\"}              | {a:b, c:d⏎e:}",
        "{a: \"b⏎c\", d: e}                      | {a:b⏎c, d:e}",
        "{a: \"b⏎c: d}                           | {a:b, c:d}",
        "{a: \"⏎c: d}                            | {a:, c:d}",
        "{a: \"b\"                               | {a:b}",
        "{a: \"b                                 | {a:b}",
        "{\"a\": \"b\" ? \"c\": \"d\"}           | {a:b, c:d}",
        "{\"a\": \"b\"?, \"c\": \"d\"}           | {a:b, c:d}",
        "{a: \"b?\", c: d}                       | {a:?, c:d}",
        // texts without
        "{a: f(b, c), d: 'e', g: h}             | {a:f(b, c), d:e, g:h}",
        "{a: b; c: d⏎e: f ⏎ g: h}                | {a:b, c:d, e:f, g:h}",
        "{a: $(b; c), d: e}                      | {a:$(b; c), d:e}",
        "{a: x(b⏎c: d}                           | {a:x(b, c:d}",
        // nothing
        "{a: null, b: $NULL, c: None, d: nil}    | {a:null, b:null, c:null, d:nil}",
        "{a: \"null\", b: ''}                    | {a:null, b:}",
      })
  void whatAMemberHoldsIsItsText(String script, String shown) {
    assertThat(objects(script)).isEqualTo(shown);
  }

  @Test
  void whatIsTooDeepOrTooLongIsNotLookedInto() {
    String name = "a".repeat(199);
    assertThat(objects("{\"" + name + "\": b}")).isEqualTo("{" + name + ":b}");
    assertThat(objects("{\"" + name + "a\": b}")).isEqualTo("{}");
    assertThat(objects("{a:".repeat(51) + "b")).endsWith("{a:b" + "}".repeat(51));
    assertThat(objects("{a:".repeat(52) + "b")).endsWith("{a:{a:b" + "}".repeat(51));
    assertThat(objects("{" + " ".repeat((1 << 18) - 2) + "}")).isEqualTo("{}");
    assertThat(objects("{" + " ".repeat((1 << 18) - 1) + "}")).isEmpty();
    String text = "b".repeat(4_000);
    assertThat(objects("{a: '" + text + "', c: d}")).startsWith("{a:" + text);
    assertThat(objects("{a: '" + text.repeat(2) + "', c: d}")).startsWith("{a:?");
  }

  @Test
  void arraysAndUnnamedObjectsAndClassesAreOnlyNestedSoDeep() {
    assertThat(objects("{a: " + "[".repeat(50) + "b")).endsWith("[b" + "]".repeat(50) + "}");
    assertThat(objects("{a: " + "[".repeat(51) + "b")).endsWith("[[b" + "]".repeat(50) + "}");
    assertThat(objects("{".repeat(51) + "b")).endsWith("{#0:{}" + "}".repeat(50));
    assertThat(objects("{".repeat(52) + "b")).endsWith("{#0:{b" + "}".repeat(51));
    for (int deeper : new int[] {51, 52, 60}) {
      assertThat(objects("AIModel(".repeat(deeper)).split("@class", -1)).hasSize(52);
    }
  }

  @Test
  void whatIsNotLookedIntoIsSaid() {
    assertThat(isRead(" ".repeat(1 << 18))).isTrue();
    assertThat(isRead(" ".repeat((1 << 18) + 1))).isFalse();
    for (String open : List.of("{a:", "{a:[", "{a:(", "{", "AIModel(")) {
      int each = open.length() > 3 && open.startsWith("{") ? 2 : 1;
      assertThat(isRead(open.repeat(50 / each))).as(open).isTrue();
      assertThat(isRead(open.repeat(52 / each))).as(open).isFalse();
    }
    for (String open : List.of("{", "AIModel(")) {
      assertThat(isRead(open.repeat(51))).as(open).isTrue();
    }
  }
}
