package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Source;
import dev.keylint.value.Value;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The identities in `userAssignedIdentities`, and whether there can be no others.
class AttachedTest {
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
}
