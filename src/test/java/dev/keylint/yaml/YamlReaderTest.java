package dev.keylint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlNode.Mapping;
import dev.keylint.yaml.YamlNode.Scalar;
import dev.keylint.yaml.YamlNode.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {

  private static YamlFile read(String text) {
    return YamlReader.readData(Source.of("x.yaml", text));
  }

  private static Mapping mapping(String text) {
    YamlFile file = read(text);
    assertThat(file.diagnostics()).isEmpty();
    return (Mapping) file.root().orElseThrow();
  }

  private static List<String> diagnostics(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aBlockEndsWithItsLastLine(String end) {
    String text = "a: >\n  one\n  two\n\nb:\n  - c: |\n      three\n  - d\ne: 1\n";
    Mapping root = mapping(text.replace("\n", end));
    assertThat(root.entry("a").orElseThrow().value().at().end().line()).isEqualTo(3);
    var list = (Sequence) root.entry("b").orElseThrow().value();
    assertThat(list.at().end().line()).isEqualTo(8);
    assertThat(list.items().getFirst().at().end().line()).isEqualTo(7);
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
  void anAliasIsTheNodeOfThatName() {
    Mapping root = mapping("a: &x [1, &y two]\nb: *x\nc: {d: *y}\n*y : 3\n");
    assertThat(root.entry("b").orElseThrow().value())
        .isEqualTo(root.entry("a").orElseThrow().value());
    var inner = (Mapping) root.entry("c").orElseThrow().value();
    assertThat(inner.entry("d").orElseThrow().value().at()).hasToString("x.yaml:1:11");
    assertThat(root.entry("two")).isPresent();
  }

  @Test
  void aliasesAreRefusedWhereTheyAreNotWanted() {
    assertThat(YamlReader.read(Source.of("x.yaml", "a: &x [1]\nb: *x\n")).diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly("x.yaml:2:4: the YAML alias `*x` is not supported");
  }

  @Test
  void aNameGivenAgainMeansTheNewNode() {
    Mapping root = mapping("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(((Scalar) root.entry("b").orElseThrow().value()).text()).isEqualTo("1");
    assertThat(((Scalar) root.entry("d").orElseThrow().value()).text()).isEqualTo("2");
  }

  @Test
  void mergedEntriesGiveWayToOwnOnes() {
    Mapping root =
        mapping(
            """
            a: &a {x: 1, y: 2}
            b: &b {y: 3, z: 4}
            c: {y: 5, <<: *a}
            d: {<<: [*b, *a], w: 0}
            e: {'<<': 1}
            """);
    var c = (Mapping) root.entry("c").orElseThrow().value();
    assertThat(c.entries()).hasSize(2);
    assertThat(((Scalar) c.entry("y").orElseThrow().value()).text()).isEqualTo("5");
    var d = (Mapping) root.entry("d").orElseThrow().value();
    assertThat(((Scalar) d.entry("y").orElseThrow().value()).text()).isEqualTo("3");
    assertThat(d.entry("x")).isPresent();
    assertThat(((Mapping) root.entry("e").orElseThrow().value()).entry("<<")).isPresent();
    assertThat(diagnostics("a: {<<: 1}\n"))
        .containsExactly("x.yaml:1:9: `<<` merges mappings, and this is none");
  }

  @Test
  void anAliasOfNothingOrOfItselfIsSaid() {
    assertThat(diagnostics("a: &x [*x]\n"))
        .containsExactly("x.yaml:1:8: the YAML alias `*x` stands for nothing that is complete");
  }

  @Test
  void aliasesCannotMakeADocumentLargeOrDeep() {
    StringBuilder wide = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    StringBuilder deep = new StringBuilder("b0: &b0 [1]\n");
    for (int i = 1; i < 120; i++) {
      wide.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
      deep.append("b%d: &b%d [*b%d]\n".formatted(i, i, i - 1));
    }
    assertThat(read(wide.toString()).diagnostics())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Diagnostic.Kind.LIMIT));
    assertThat(read(deep.toString()).diagnostics())
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it.message()).endsWith("makes the document too large or too deep"));
  }

  @Test
  void tagsOfTheStandardSayWhatAScalarIs() {
    Mapping root = mapping("a: !!str 5\nb: !!int \"5\"\nc: ! true\nd: !!map {}\ne: !!seq []\n");
    assertThat(root.entries())
        .filteredOn(entry -> entry.value() instanceof Scalar)
        .extracting(entry -> ((Scalar) entry.value()).quoted())
        .containsExactly(true, false, true);
  }

  @Test
  void otherTagsAndSecondDocumentsAreSaid() {
    assertThat(diagnostics("a: !Ref Zm9v\n"))
        .containsExactly("x.yaml:1:4: the YAML tag `!Ref` is not supported");
    assertThat(diagnostics("a: !!seq {}\n"))
        .containsExactly("x.yaml:1:4: the YAML tag `tag:yaml.org,2002:seq` is not supported");
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
