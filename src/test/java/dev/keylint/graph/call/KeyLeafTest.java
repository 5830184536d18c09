package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.text.Location;
import dev.keylint.value.Property;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The values in a body with the names that people know them by.
class KeyLeafTest {
  private static final Location AT = new Location.WholeFile("main.json");

  private static String leaves(String name, String json) {
    return KeyLeaf.of(new Property(name, AT, Estates.value(json)), _ -> true).stream()
        .map(KeyLeafTest::show)
        .collect(Collectors.joining(", "));
  }

  private static String show(KeyLeaf leaf) {
    return Shown.text(leaf.name())
        + "."
        + leaf.property().name()
        + (leaf.plain() ? "" : " beside")
        + (leaf.secret() ? " secret" : "")
        + (leaf.isNamedKey() ? " key" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"A\": \"x\", \"B\": 7, \"C\": 1.5, \"D\": true, \"E\": null, \"F\": \"${param.x}\"}"
            + "                                         | A.A, B.B, C.C, D.D, F.F",
        "{\"OPENAI_KEY\": \"x\"}                        | OPENAI_KEY.OPENAI_KEY key",
        "{\"OPENAI_KEY\": 7}                            | OPENAI_KEY.OPENAI_KEY",
        "[{\"name\": \"OPENAI_KEY\", \"value\": \"x\"}] | OPENAI_KEY.name beside, OPENAI_KEY.value"
            + " key",
        "[{\"name\": \"OPENAI_KEY\", \"secretRef\": \"x\"}] | OPENAI_KEY.name beside,"
            + " OPENAI_KEY.secretRef beside",
        "[{\"name\": \"s\", \"keyVaultUrl\": \"x\"}]    | s.name beside, s.keyVaultUrl beside",
        "[{\"name\": \"OPENAI_KEY\", \"other\": \"x\"}] | name.name, other.other",
        "[{\"name\": \"s\", \"secureValue\": \"x\"}]    | s.name beside, s.secureValue secret",
        "{\"A\": {\"value\": \"x\"}}                    | A.value",
        "[\"x\", [\"y\"]]                               | root.root, root.root",
      })
  void aLeafIsKnownByItsItemOrItsMember(String json, String shown) {
    assertThat(leaves("root", json)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secrets | [{\"name\": \"s\", \"value\": \"x\"}]     | s.name beside secret, s.value"
            + " secret",
        "Secrets | {\"a\": {\"b\": \"x\"}}                   | b.b secret",
        "root    | {\"secrets\": {\"a\": \"x\"}, \"b\": \"y\"} | a.a secret, b.b",
        "root    | {\"SECRETS\": [{\"name\": \"s\", \"value\": \"x\"}]} | s.name beside secret,"
            + " s.value secret",
        "root    | {\"secretsList\": {\"a\": \"x\"}}         | a.a",
      })
  void allThatStandsInSecretsIsSecret(String name, String json, String shown) {
    assertThat(leaves(name, json)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$if\": [\"c\", {\"A\": \"x\"}, {\"B\": \"y\"}]}             | A.A, B.B",
        "{\"$concat\": [[{\"A\": \"x\"}], \"${param.x}\"]}              | A.A, root.root",
        "{\"$union\": [{\"$if\": [\"c\", {}, {\"A\": \"x\"}]}, {\"$x\": []}]} | A.A, root.root",
        "{\"$concat\": [\"x\", \"${param.x}\"]}                         | root.root",
        "{\"$map\": [[], \"f\"]}                                        | root.root",
      })
  void whatAnExpressionJoinsIsLookedInto(String json, String shown) {
    assertThat(leaves("root", json)).isEqualTo(shown);
  }

  @Test
  void onlyWhatIsWantedIsLookedInto() {
    Property root =
        new Property("root", AT, Estates.value("{\"A\": \"x\", \"B\": {\"C\": \"x\"}}"));
    assertThat(KeyLeaf.of(root, _ -> false)).isEmpty();
    assertThat(KeyLeaf.of(root, it -> it instanceof Value.Obj)).isEmpty();
    assertThat(KeyLeaf.of(root, it -> it instanceof Value.Obj || it instanceof Value.Str))
        .extracting(KeyLeafTest::show)
        .containsExactly("A.A", "C.C");
  }
}
