package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The identities in `userAssignedIdentities`, and whether there can be no others.
class AttachedTest {
  private static final Origin ORIGIN = Origin.at(new Location.WholeFile("x"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null                                                       | -         | true",
        "{}                                                         | -         | true",
        "{\"/ID/a\": {\"n\": \"1\"}, \"/ID/b\": {}}                 | /id/a=1 /id/b= | true",
        "{\"$createObject\": [\"/id/a\", {\"n\": \"1\"}, \"/id/b\", {}]} | /id/a=1 /id/b= | true",
        "{\"$createObject\": [\"/id/a\"]}                           | -         | true",
        "{\"$union\": [{\"/id/a\": {}}, {\"/id/b\": {}}]}           | /id/a= /id/b= | true",
        "{\"$UNION\": [{\"/id/a\": {}}, \"${param.more}\"]}         | /id/a=    | false",
        "{\"$coalesce\": [null, {\"/id/a\": {}}]}                   | /id/a=    | true",
        "{\"$coalesce\": [\"${param.more}\", {\"/id/a\": {}}]}      | /id/a=    | false",
        "{\"$if\": [\"${param.x}\", {\"/id/a\": {}}, null]}         | /id/a=    | true",
        "{\"$if\": [\"${param.x}\", {\"/id/a\": {}}, \"${param.y}\"]} | /id/a=  | false",
        "{\"$shallowMerge\": [[{\"/id/a\": {}}, {\"/id/b\": {}}]]}  | /id/a= /id/b= | false",
        "{\"$toObject\": [{\"/id/a\": {}}]}                         | -         | false",
        "{\"$json\": [\"{'${param.one}': {}}\"]}                    | <parameters('one')>= | true",
        "{\"$json\": [\"{'/id/a': {}, '/id/b': { } }\"]}          | /id/a= /id/b= | true",
        "{\"$json\": [\"{'/id/a': {'x': {}}}\"]}                  | -         | false",
        "{\"$json\": [\"${param.all}\"]}                          | -         | false",
        "\"${param.all}\"                                           | -         | false",
        "[]                                                         | -         | false",
        "\"/id/a\"                                                  | -         | false",
        "true                                                       | -         | false",
        "7                                                          | -         | false",
        "7.5                                                        | -         | false",
        "\"${rg.tags}\"                                             | -         | false",
      })
  void entriesAreReadAsFarAsTheyAreKnown(String json, String entries, boolean complete) {
    TestValues values = new TestValues(Source.of("x", ""), Map.of());
    Value value = values.of(JsonReader.read(Source.of("x", json)).value().orElseThrow());
    String found =
        Attached.in(value).stream()
            .map(it -> it.id().key() + "=" + Bodies.text(it.body(), "n").orElse(""))
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(entries);
    assertThat(Attached.complete(value)).isEqualTo(complete);
  }

  private static Value call(String function, Value... arguments) {
    return unknown(new Term.Call(function, List.of(arguments)));
  }

  private static Value unknown(Term term) {
    return new Value.Unknown(term, new Reason.Unsupported("x"), ORIGIN);
  }

  private static Value text(String text) {
    return new Value.Str(text, ORIGIN);
  }

  /// `toObject(ids, READ => BODY(name), …)`.
  private static Value made(Value ids, List<String> names, String function, Value... read) {
    return call("toObject", ids, unknown(new Term.Lambda(names, call(function, read))), text("x"));
  }

  private static final String VARIABLES = Term.LAMBDA_VARIABLES;
  private static final List<String> IT = List.of("it");

  @Test
  void anObjectMadeOfAListHasItsItemsAsKeys() {
    Value list = new Value.Arr(List.of(text("/id/a"), text("/id/b")), ORIGIN);
    Value made = made(list, IT, VARIABLES, text("it"));
    assertThat(Attached.in(made)).extracting(it -> it.id().key()).containsExactly("/id/a", "/id/b");
    assertThat(Attached.complete(made)).isTrue();
    for (Value other :
        List.of(
            made(list, IT, "toLower", text("it")),
            made(list, IT, VARIABLES, text("other")),
            made(list, IT, VARIABLES, text("it"), text("x")),
            made(list, List.of("it", "index"), VARIABLES, text("it")),
            call("toObject", list, text("it")),
            call("toObject", list))) {
      assertThat(Attached.in(other)).isEmpty();
      assertThat(Attached.complete(other)).isFalse();
    }
  }

  @Test
  void aListIsKnownWhereAllItsPartsAre() {
    Value known = new Value.Arr(List.of(text("/id/a")), ORIGIN);
    Value more = call("parameters", text("more"));
    assertThat(complete(known)).isTrue();
    assertThat(complete(call("concat", known, known))).isTrue();
    assertThat(complete(call("CONCAT", known, more))).isFalse();
    assertThat(complete(call("concat", known, text("/id/b")))).isFalse();
    assertThat(complete(call("union", known, known))).isFalse();
    assertThat(complete(new Value.Arr(List.of(text("/id/a"), more), ORIGIN))).isFalse();
    assertThat(complete(more)).isFalse();
    assertThat(complete(new Value.Arr(List.of(), ORIGIN))).isFalse();
  }

  private static boolean complete(Value list) {
    return Attached.complete(made(list, IT, VARIABLES, text("it")));
  }
}
