package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "param",
        "param a",
        "param a =",
        "var a",
        "var a =",
        "var a = {",
        "var a = [1,\n2",
        "var a = (1",
        "var a = b[",
        "var a = 'x",
        "var a = 'x${",
        "resource a",
        "resource a 'b'",
        "resource a 'b' =",
        "module a 'b' = if",
        "output a",
        "type a =",
        "type a = |",
        "func f(",
        "import {",
        "import * as",
        "extension",
        "@",
        "@a(",
        "nonsense",
        "/* open",
        "'''"
      })
  void endsAnywhereWithoutAnException(String start) {
    for (String end : List.of("", "\n", "\r\nvar z = 1\r\n")) {
      BicepFile file = BicepParser.parse(Source.of("test.bicep", start + end));
      Invariants.check(file);
      assertThat(file.diagnostics()).as(start + end).isNotEmpty();
      Invariants.check(BicepParser.parseParameters(Source.of("test.bicepparam", start + end)));
    }
  }

  @Test
  void oneBrokenLineHidesNoOther() {
    BicepFile file =
        parse(
            """
            param a string = =
            nonsense here
            resource b 'c' = {
              name: ]
              location: 'x'
              sku
              tags: { d: 1 e: 2 }
            }
            var f = [for g in: h]
            output i string = a
            """);
    assertThat(file.declarations()).hasSize(5);
    assertThat(file.diagnostics())
        .extracting(diagnostic -> diagnostic.toString().replaceFirst(" \\(help.*", ""))
        .containsExactly(
            "test.bicep:1:18: expected an expression here",
            "test.bicep:2:1: expected a declaration here: `param`, `var`, `resource`, `module`,"
                + " `output`, `type`, `func`, `import`, `extension`, `metadata` or `targetScope`",
            "test.bicep:4:9: expected an expression here",
            "test.bicep:6:6: expected `:` here",
            "test.bicep:7:16: expected a new line or `,` here",
            "test.bicep:9:18: expected an expression here");
    assertThat(file.declarations().get(2))
        .isInstanceOfSatisfying(
            Declaration.Resource.class,
            resource ->
                assertThat(((Expression.ObjectSyntax) resource.value()).members()).hasSize(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type a = [@sealed(), string]",
        "type a = { @sealed() b: string }",
        "type a = [\n  string",
        "type a = {\n  b: {\n    c: string\n}",
        "type a = string[",
        "var a = {\n  b: [",
        "var a = [\n  1\n  {",
        "var a = f(\n  1,",
        "var a = [for b in c: {",
        "resource a 'A.B/c@1' = {\n  name: 'a'\n  properties: {\n    d: 1\n  }",
        "resource a 'A.B/c@1' = if (b) {\n  name: 'a'",
        "module a 'b.bicep' = {\n  params: {\n    c: [\n  }\n}",
        "param a object = {\n  b: {\n}",
        "output a array = [\n  [1\n]",
        "func a(b string) object => {",
      })
  void aBracketThatIsNeverClosedHidesNoOtherDeclaration(String broken) {
    BicepFile file =
        parse(
            broken
                + """

                @description('kept')
                param kept string
                resource ai 'Q.R/s@1' = {
                  name: 'ai'
                }
                output last string = kept
                """);
    assertThat(file.diagnostics()).isNotEmpty();
    assertThat(file.declarations()).hasSize(4);
    assertThat(file.declarations().get(1))
        .isInstanceOfSatisfying(
            Declaration.Parameter.class, kept -> assertThat(kept.decorators()).hasSize(1));
    assertThat(file.declarations().get(2))
        .isInstanceOfSatisfying(
            Declaration.Resource.class,
            resource ->
                assertThat(((Expression.ObjectSyntax) resource.value()).members()).hasSize(1));
    assertThat(file.declarations().get(3)).isInstanceOf(Declaration.Output.class);
  }

  @Test
  void aNestedResourceMayStandAtTheStartOfItsLine() {
    BicepFile file =
        parse("resource a 'A.B/c@1' = {\nname: 'a'\nresource b 'd' = {\nname: 'b'\n}\n}\n");
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.declarations()).hasSize(1);
  }

  @Test
  void aMissingNameIsReportedOnce() {
    assertThat(parse("param\n").diagnostics())
        .singleElement()
        .extracting(Diagnostic::message)
        .isEqualTo("expected the name of a parameter here");
  }

  @Test
  void decoratorsOfNothingAreReported() {
    BicepFile file = parse("@secure()\n\n");
    assertThat(file.declarations()).singleElement().isInstanceOf(Declaration.Missing.class);
    assertThat(file.diagnostics()).hasSize(1);
  }

  private static BicepFile parse(String text) {
    BicepFile file = BicepParser.parse(Source.of("test.bicep", text));
    Invariants.check(file);
    return file;
  }
}
