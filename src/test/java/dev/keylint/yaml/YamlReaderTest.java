package dev.keylint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlNode.Mapping;
import dev.keylint.yaml.YamlNode.Scalar;
import dev.keylint.yaml.YamlNode.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {

  private static YamlFile read(String text) {
    return YamlReader.read(Source.of("x.yaml", text));
  }

  private static Mapping mapping(String text) {
    YamlFile file = read(text);
    assertThat(file.diagnostics()).isEmpty();
    return (Mapping) file.root().orElseThrow();
  }

  private static List<String> diagnostics(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void nodesKnowTheirPlaces() {
    Mapping root = mapping("id: a\nlist:\n  - one\n  - {b: 'two'}\n");
    var list = (Sequence) root.entry("list").orElseThrow().value();
    var inner = (Mapping) list.items().get(1);
    var two = (Scalar) inner.entry("b").orElseThrow().value();
    assertThat(two.text()).isEqualTo("two");
    assertThat(two.quoted()).isTrue();
    assertThat(two.at()).hasToString("x.yaml:4:9");
    assertThat(two.at().source().slice(two.at().span())).isEqualTo("'two'");
  }

  @Test
  void wordsOfYaml11StayText() {
    Mapping root = mapping("a: no\nb: 012\nc: 2026-12-31\nd: 1_000\ne:\n");
    assertThat(root.entries())
        .extracting(entry -> ((Scalar) entry.value()).text())
        .containsExactly("no", "012", "2026-12-31", "1_000", "");
  }

  @Test
  void columnsCountUtf16Units() {
    Mapping root = mapping("{a: '\uD83D\uDE00', b: c}\n");
    assertThat(root.entry("b").orElseThrow().value().at()).hasToString("x.yaml:1:14");
  }

  @Test
  void aKeyThatComesTwiceIsSaidAndTheFirstStays() {
    YamlFile file = read("a: 1\nb: 2\na: 3\n");
    assertThat(diagnostics("a: 1\nb: 2\na: 3\n"))
        .containsExactly("x.yaml:3:1: the key `a` comes twice");
    assertThat(((Mapping) file.root().orElseThrow()).entries()).hasSize(2);
  }

  @Test
  void aliasesTagsAndSecondDocumentsAreSaid() {
    assertThat(diagnostics("a: &x [1]\nb: *x\n"))
        .containsExactly("x.yaml:2:4: the YAML alias `*x` is not supported");
    assertThat(diagnostics("a: !!binary Zm9v\n"))
        .containsExactly("x.yaml:1:4: the YAML tag `tag:yaml.org,2002:binary` is not supported");
    assertThat(diagnostics("a: 1\n---\nb: 2\n"))
        .containsExactly("x.yaml:2:1: only the first YAML document is read");
    assertThat(diagnostics("? [a]\n: 1\n"))
        .containsExactly("x.yaml:1:3: a YAML key that is not a text is not supported");
  }

  @Test
  void depthIsBounded() {
    assertThat(read("[".repeat(500) + "]".repeat(500)).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("YAML nested deeper than 100");
    assertThat(read("[".repeat(5000) + "]".repeat(5000)).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "YAML nested deeper than 100", "cannot read this YAML: it is nested deeper than 1000");
  }

  @Test
  void sizeIsBounded() {
    YamlFile file = read("a: '" + "x".repeat(YamlReader.MAX_CODE_POINTS) + "'\nb: 1\n");
    assertThat(file.root()).isEmpty();
    assertThat(file.diagnostics()).extracting(Diagnostic::kind).contains(Diagnostic.Kind.LIMIT);
  }

  @Test
  void brokenTextIsASyntaxErrorAtItsPlace() {
    YamlFile file = read("a: [1, 2\nb: 3\n");
    assertThat(file.root()).isEmpty();
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Diagnostic.Kind.SYNTAX))
        .satisfies(it -> assertThat(it.location().toString()).startsWith("x.yaml:2:"));
    assertThat(read("a: \u0001").diagnostics()).hasSize(1);
  }

  @Test
  void anEmptyTextHasNoDocument() {
    assertThat(read("").root()).isEmpty();
    assertThat(read("# nothing\n").diagnostics()).isEmpty();
  }
}
