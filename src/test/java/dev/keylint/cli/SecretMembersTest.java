package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A type may make parts of a parameter's value secrets: these are hidden, and the rest is not.
final class SecretMembersTest {
  private static final String SECRET = "Kestrel-Over-Fen";
  private static final String OPEN =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'desk'
      }
      """;
  private static final String TYPE =
      """
      @export()
      type cfg = {
        @secure()
        k: string
        n: string?
      }
      """;

  /// Of one of several objects `k` is a secret.
  private static final String CHOICE =
      """
      type a = { kind: 'a', k: string }
      type b = {
        kind: 'b'
        @secure()
        k: string
      }
      @discriminator('kind')
      type of = a | b
      """;

  private static final String CHOSEN =
      """
      param c all = { kind: 'b', k: 'SECRET' }
      resource x 'Microsoft.Search/searchServices@2025-05-01' = { name: 'x-${c.k}' }
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text.replace("SECRET", SECRET));
  }

  private String outputs() {
    return Stream.of("scan .", "scan . --output=sarif-full", "expand main.bicep", "access")
        .map(it -> Scanned.command(folder, it.split(" ")))
        .peek(it -> assertThat(it.exit()).as(it.err()).isNotIn(2, 4))
        .map(it -> it.out() + it.err())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "param c cfg = { k: 'SECRET' }\noutput o int = { a: 1 }[c.k]",
        "param c cfg = { k: 'SECRET' }\noutput o object = c",
        "param c cfg = { k: 'SECRET' }",
        "param c cfg = { K: 'SECRET' }\noutput o int = { a: 1 }[c.k]",
        "param c cfg = union({ k: 'SECRET' }, { n: 'x' })",
        "param c cfg = empty(resourceGroup().tags) ? { k: 'SECRET' } : { k: 'x' }",
        "param c cfg = { ...v }\nvar v = { k: 'SECRET' }",
        "param c cfg[] = [{ k: 'SECRET' }]\noutput o int = { a: 1 }[c[0].k]",
        "param c { *: cfg } = { any: { k: 'SECRET' } }\noutput o int = { a: 1 }[c.any.k]",
        "param c cfg? = { k: 'SECRET' }\noutput o int = { a: 1 }[c!.k]",
        "param c { @secure()\nk: string } = { k: 'SECRET' }\noutput o int = { a: 1 }[c.k]",
        "param c { inner: cfg } = { inner: { k: 'SECRET' } }\noutput o object = c.inner",
        "param c cfg = { k: 'SECRET' }\nresource w 'Microsoft.Web/sites@2024-04-01' = {\n"
            + "  name: 'x-${c.k}'\n}",
        "param c cfg = { k: 'SECRET' }\nmodule m 'lost.bicep' = { params: { any: c } }",
        "param c { a: { b: cfg? }? } = { a: { b: { k: 'SECRET' } } }\noutput o object = c",
        "param c [\n@secure()\nstring\nint\n] = ['SECRET', 1]\noutput o array = c",
        "param c {\n@secure()\n*: string\n} = { x: 'SECRET' }\noutput o object = c",
        "@secure()\ntype t = string\nparam c { k: t } = { k: 'SECRET' }\noutput o object = c",
        "type t = cfg.k\nparam c { k: t }[] = [{ k: 'SECRET' }]\noutput o array = c",
        "type t = { kind: 'a', of: cfg } | { kind: 'b' }\n"
            + "param c t = { kind: 'a', of: { k: 'SECRET' } }",
        CHOICE + "@discriminator('kind')\ntype all = of | { kind: 'z', k: string }\n" + CHOSEN,
        CHOICE
            + "@discriminator('kind')\n"
            + "type more = { kind: 'x', k: string } | { kind: 'y', k: string }\n"
            + "@discriminator('kind')\n"
            + "type all = more | of\n"
            + CHOSEN,
      })
  void aSecretInADefaultIsHidden(String text) throws IOException {
    write("main.bicep", TYPE + text + "\n" + OPEN);
    assertThat(outputs()).contains("desk").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TYPEparam c cfg\n",
        "import { cfg } from 'types.bicep'\nparam c cfg\n",
        "import * as t from 'types.bicep'\nparam c t.cfg\n",
        "import { more } from 'again.bicep'\nparam c more\n",
        "import { cfg } from 'types.json'\nparam c cfg\n",
      })
  void aSecretThatAParameterFileGivesIsHidden(String type) throws IOException {
    write("types.bicep", TYPE);
    write(
        "again.bicep",
        "import { cfg } from 'types.bicep'\n@export()\ntype more = { k: cfg.k, n: string? }\n");
    write(
        "types.json",
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "languageVersion": "2.0", "contentVersion": "1.0.0.0",
         "definitions": {
           "k": {"type": "secureString"},
           "cfg": {"type": "object", "properties": {"k": {"$ref": "#/definitions/k"}},
                   "metadata": {"__bicep_export!": true}}},
         "resources": {}}
        """);
    write("main.bicep", type.replace("TYPE", TYPE) + OPEN + "output o int = { a: 1 }[c.k]\n");
    write("main.bicepparam", "using 'main.bicep'\nparam c = { k: 'SECRET' }\nparam q = nothing\n");
    write(
        "main.parameters.json",
        """
        {"$schema": "https://x/deploymentParameters.json#", "contentVersion": "1.0.0.0",
         "parameters": {"c": {"value": {"k": "SECRET"}}, "odd": {"value": "${{X}}"}}}
        """);
    assertThat(outputs()).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void aSecretThatAModuleIsGivenIsHidden() throws IOException {
    write("part.bicep", TYPE + "param c cfg\n" + OPEN + "output o int = { a: 1 }[c.k]\n");
    write(
        "main.bicep",
        """
        module m 'part.bicep' = {
          params: {
            c: { k: 'SECRET' }
          }
        }
        output o int = m.outputs.o
        """);
    assertThat(outputs()).contains("desk").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "securestring, 'SECRET'",
        "secureObject, { inner: 'SECRET' }",
        "secureObject, 'SECRET'"
      })
  void aSecretThatATemplateOfJsonIsGivenIsHidden(String type, String given) throws IOException {
    write(
        "main.bicep",
        """
        module m 'part.json' = {
          params: {
            c: { k: GIVEN, n: 'Plainly-Shown' }
          }
        }
        output o object = m.outputs.o
        """
            .replace("GIVEN", given));
    write(
        "part.json",
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "languageVersion": "2.0", "contentVersion": "1.0.0.0",
         "definitions": {"cfg": {"type": "object", "properties": {"k": {"type": "TYPE"}}}},
         "parameters": {"c": {"$ref": "#/definitions/cfg"}},
         "resources": {},
         "outputs": {"o": {"type": "object", "value": "[parameters('c')]"}}}
        """
            .replace("TYPE", type));
    assertThat(outputs()).contains("Plainly-Shown").doesNotContain(SECRET);
  }

  /// The type of the parameter of the module, and what it is given.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "string|cases[env]",
        "string|more[env].k",
        "string|more[?env].?k ?? 'x'",
        "string|env == 'a' ? 'SECRET' : 'x'",
        "string|empty(env) ? cases.b : cases.a",
        "string|first(filter(['SECRET', 'x'], it => it == env))",
        "string|['SECRET', 'x'][env == 'a' ? 0 : 1]",
        "string|format('SECRET{0}', env)",
        "string|join(['SECRET', env], '-')",
        "string|replace('SECRET-x', 'x', env)",
        "string|toUpper('SECRET')",
        "string|uri('https://x', 'SECRET')",
        "object|{ k: cases[env] }",
        "cfg|more[env]",
        "cfg|union(more[env], { n: 'x' })",
        "cfg|{ ...more[env] }",
        "cfg|{ k: cases[env] }",
        "cfg|last(filter(list, it => it.n == env))",
        "cfg[]|filter(list, it => it.n == env)",
        "cfg[]|map(names, it => { k: 'SECRET' })",
        "cfg[]|[for it in names: { k: 'SECRET' }]",
        "cfg[]|[for i in range(0, 2): { k: 'SECRET${i}' }]",
        "{ *: cfg }|mapValues(more, it => { k: env == it.n ? 'SECRET' : 'x' })",
        "{ *: cfg }|toObject(names, it => it, it => { k: 'SECRET' })",
      })
  void whatAModuleIsGivenBySomethingUnknown(String test) throws IOException {
    String[] parts = test.split("\\|", 2);
    boolean whole = parts[0].equals("string") || parts[0].equals("object");
    String read =
        whole
            ? "p"
            : parts[0].endsWith("[]") ? "p[0].k" : parts[0].startsWith("{") ? "p.a.k" : "p.k";
    write(
        "part.bicep",
        TYPE
            + (whole ? "@secure()\n" : "")
            + "param p "
            + parts[0]
            + "\noutput o string = string("
            + read
            + ")\n");
    write(
        "main.bicep",
        """
        @allowed(['a', 'b'])
        param env string
        param names string[]
        var cases = { a: 'x', b: 'SECRET' }
        var more = { a: { k: 'x', n: 'a' }, b: { k: 'SECRET', n: 'b' } }
        var list = [{ k: 'x', n: 'a' }, { k: 'SECRET', n: 'b' }]
        module m 'part.bicep' = { name: 'm', params: { p: GIVEN } }
        output o string = m.outputs.o
        resource a 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
          name: 'desk'
          location: m.outputs.o
          kind: 'OpenAI'
        }
        """
            .replace("GIVEN", parts[1]));
    assertThat(outputs()).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void whatIsNoSecretIsShown() throws IOException {
    write(
        "main.bicep",
        TYPE
            + "param c cfg = { k: 'SECRET', n: 'Plainly-Shown' }\n"
            + OPEN
            + "output o object = c\n");
    assertThat(Scanned.command(folder, "expand", "main.bicep").out())
        .contains("Plainly-Shown")
        .doesNotContain(SECRET);
  }
}
