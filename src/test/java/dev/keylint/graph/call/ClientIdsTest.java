package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.Bodies;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of values that are empty, unknown or not all there.
class ClientIdsTest {
  private static Value value(String json) {
    String vault = "{\"as\": \"v\", \"type\": \"Microsoft.KeyVault/vaults\", \"name\": \"v\"}";
    String holder =
        "{\"type\": \"Microsoft.KeyVault/vaults\", \"name\": \"h\", \"properties\": {\"it\": "
            + json
            + "}}";
    return Bodies.at(
            Estates.template("[" + vault + ", " + holder + "]").resources().getLast(),
            "properties",
            "it")
        .map(Property::value)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"\"                                     | yes",
        "\" \"                                    | yes",
        "\"x\"                                    | no",
        "7                                        | no",
        "[]                                       | no",
        "{}                                       | no",
        "true                                     | no",
        "1.5                                      | no",
        "\"${param.x}\"                           | open",
        "\"x${param.x}\"                          | no",
        "\"${v.properties.vaultUri}\"             | no",
        "{\"$if\": [\"${param.b}\", \"x\", \"y\"]} | no",
        "{\"$if\": [\"${param.b}\", \"\", null]}  | yes",
        "{\"$if\": [\"${param.b}\", \"\", \"y\"]} | open",
        "{\"$if\": [\"${param.b}\", \"y\", \"\"]} | open",
        "{\"$if\": [\"${param.b}\", \"${param.x}\", \"y\"]} | open",
        "{\"$if\": [\"${param.b}\", \"\"]}        | open",
        "{\"$IF\": [\"${param.b}\", \"x\", \"y\"]} | no",
        "{\"$toLower\": [\"${param.x}\"]}      | open",
      })
  void aClientIdMayBeEmpty(String json, String shown) {
    assertThat(Estates.show(ClientIds.isEmpty(value(json)))).isEqualTo(shown);
  }

  @Test
  void whatIsNullIsReadAndEmpty() {
    Value none = new Value.Null(value("7").origin());
    assertThat(Unread.in(none)).isEmpty();
    assertThat(ClientIds.isEmpty(none).isTrue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"A\": \"b\"}                                   | read",
        "[{\"name\": \"A\", \"value\": \"${param.x}\"}]   | read",
        "[{\"name\": \"${param.x}\", \"value\": \"b\"}]   | unread",
        "[\"${param.x}\"]                                 | unread",
        "\"${param.x}\"                                   | unread",
        "\"x\"                                            | read",
        "true                                             | read",
        "7                                                | read",
        "1.5                                              | read",
        "{\"$union\": [{\"A\": \"b\"}, {\"C\": \"d\"}]}   | read",
        "{\"$UNION\": [{\"A\": \"b\"}, \"${param.x}\"]}   | unread",
        "{\"$concat\": [[], [{\"name\": \"A\"}]]}         | read",
        "{\"$flatten\": [[[], [{\"name\": \"A\"}]]]}      | read",
        "{\"$flatten\": [[[{\"name\": \"${param.x}\"}]]]} | unread",
        "{\"$flatten\": [[[], \"${param.x}\"]]}           | unread",
        "{\"$flatten\": [\"${param.x}\"]}                 | unread",
        "{\"$shallowMerge\": [[{\"A\": \"b\"}, {\"name\": \"${param.x}\"}]]} | read",
        "{\"$shallowMerge\": [[{\"A\": \"b\"}, \"${param.x}\"]]} | unread",
        "{\"$coalesce\": [null, {\"A\": \"b\"}]}          | read",
        "{\"$coalesce\": [\"${param.x}\", {\"A\": \"b\"}]} | unread",
        "{\"$items\": [[], []]}                           | unread",
        "{\"$if\": [\"${param.x}\", {}, []]}              | read",
        "{\"$if\": [\"${param.x}\", {\"A\": \"b\"}, {}]}  | read",
        "{\"$if\": [\"${param.x}\", {\"A\": 7}, {}]}         | read",
        "{\"$if\": [\"${param.x}\", {\"A\": null}, {}]}      | read",
        "{\"$if\": [\"${param.x}\", {\"A\": \"${param.y}\"}, {}]} | unread",
        "{\"$if\": [\"${param.x}\", {}, {\"botTenantId\": \"b\"}]} | unread",
        "{\"$if\": [\"${param.x}\", {\"SEARCH_URL\": \"b\"}, {}]} | unread",
        "{\"$if\": [\"${param.x}\", {\"A\": \"01234567-89ab-cdef-0123-456789abcdef\"}, {}]} |"
            + " unread",
        "{\"$if\": [\"${param.x}\", [], [{\"name\": \"A\", \"secretRef\": \"b\"}]]} | unread",
        "{\"$if\": [\"${param.x}\", [], [{\"name\": \"A\"}]]} | read",
        "{\"$if\": [\"${param.x}\", [], \"${param.y}\"]}  | unread",
        "{\"$if\": [\"${param.x}\", [], null]}            | read",
        "{\"$if\": [\"${param.x}\", [], true]}            | read",
        "{\"$if\": [\"${param.x}\", {}, 7]}               | read",
        "{\"$if\": [\"${param.x}\", 1.5, \"x\"]}          | read",
        "{\"$if\": [\"${param.x}\", [], {\"$union\": [{}, {}]}]} | read",
        "{\"$coalesce\": [\"${param.x}\", []]}            | unread",
      })
  void settingsMayBeMoreThanIsRead(String json, String shown) {
    assertThat(Unread.in(value(json)).isPresent() ? "unread" : "read").isEqualTo(shown);
  }
}
