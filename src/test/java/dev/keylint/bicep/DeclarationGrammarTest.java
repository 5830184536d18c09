package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.bicep.Expression.IfCondition;
import dev.keylint.bicep.Expression.ObjectSyntax;
import dev.keylint.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationGrammarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "targetScope = 'subscription'",
        "metadata author = 'me'",
        "param a string",
        "param a string = 'x'",
        "param a 'x' | 'y' = 'x'",
        "param a\n | 'x'\n | 'y'",
        "param a (int | null)[]?",
        "param a { b: string, *: int }",
        "param a {\n  @description('b')\n  b: string\n}",
        "param a [string, int]",
        "param a resourceInput<'A/b@2024-01-01'>.properties.c[*].d.*",
        "param a sys.string",
        "param a resource 'A/b@2024-01-01'",
        "param a -1 | 0 | true | 'x${1}y'",
        "@secure()\n@sys.description('x')\nparam a string",
        "var a = 1",
        "var a int = 1",
        "type a = string[]",
        "type a = b['c']!",
        "func f(a string, b int) string => '${a}${b}'",
        "func f() bool =>\n  true",
        "resource a 'A/b@2024-01-01' = {}",
        "resource a 'A/b@2024-01-01' existing = {}",
        "resource a 'A/b@2024-01-01' = if (c) {}",
        "resource a 'A/b@2024-01-01' =\n  if (c) {}",
        "resource a 'A/b@2024-01-01' = [for x in xs: {}]",
        "resource a 'A/b@2024-01-01' = [for x in xs: if (x) {}]",
        "resource a 'A/b@2024-01-01' = {\n  @batchSize(1)\n  resource c 'd' = {}\n}",
        "module a './a.bicep' = {}",
        "module a 'br/public:a:1' = if (c) {}",
        "module a './a.bicep' = [for (x, i) in xs: {}]",
        "output a string = b",
        "output a resource = b",
        "output a array = [for x in xs: x]",
        "test a './a.bicep' = {}",
        "assert a = true",
        "extension microsoftGraphV1",
        "extension 'br:a/b:1' with { c: 1 } as d",
        "extension a as b",
        "import 'sys@1.0.0' as s",
        "import { a, b as c, 'd-e' as f } from './a.bicep'",
        "import {\n  a\n  b\n} from './a.bicep'",
        "import * as a from './a.bicep'"
      })
  void templatesMayHold(String declaration) {
    BicepFile file = BicepParser.parse(Source.of("test.bicep", declaration));
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.declarations())
        .singleElement()
        .isNotInstanceOf(Skipped.class)
        .satisfies(it -> assertThat(it.span().end()).isEqualTo(declaration.length()));
    Invariants.check(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "using './main.bicep'",
        "using none",
        "using './main.bicep' with { mode: 'stack' }",
        "extends './base.bicepparam'",
        "param a = [for x in xs: x]",
        "var a string = 'x'",
        "type a = string",
        "import { a } from './a.bicep'",
        "extensionConfig k8s with { namespace: 'x' }",
        "@description('x')\nparam a = 1"
      })
  void parameterFilesMayHold(String declaration) {
    BicepFile file = BicepParser.parseParameters(Source.of("test.bicepparam", declaration));
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.declarations()).singleElement().isNotInstanceOf(Skipped.class);
    Invariants.check(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource a 'b' = {}", "output a string = 'x'", "param a string"})
  void parameterFilesMayNotHold(String declaration) {
    BicepFile file = BicepParser.parseParameters(Source.of("test.bicepparam", declaration));
    assertThat(file.diagnostics()).isNotEmpty();
  }

  @Test
  void aResourceKnowsItsNestedResources() {
    BicepFile file =
        BicepParser.parse(
            Source.of(
                "test.bicep",
                """
                @onlyIfNotExists()
                resource account 'A/b@2024-01-01' = if (deploy) {
                  name: 'x'
                  resource: 'a property'
                  resource child 'c@2024-01-01' existing = {
                    name: 'y'
                  }
                }
                """));
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.declarations())
        .singleElement()
        .isInstanceOfSatisfying(
            Declaration.Resource.class,
            resource -> {
              assertThat(resource.decorators().getFirst().name()).contains("onlyIfNotExists");
              assertThat(resource.value())
                  .isInstanceOfSatisfying(
                      IfCondition.class,
                      condition ->
                          assertThat(((ObjectSyntax) condition.body()).members())
                              .hasSize(3)
                              .last()
                              .isInstanceOfSatisfying(
                                  Declaration.Resource.class,
                                  child -> assertThat(child.existing()).isTrue()));
            });
  }
}
