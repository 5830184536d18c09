package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import dev.keylint.value.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys in arguments of which a part is secure.
class SecurePartsTest {
  private static final String ACCOUNT =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: {}
      }
      """;

  @TempDir Path folder;

  private List<String> arguments(String main) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), main);
    return new Templates(folder)
        .graph("main.bicep").keyFlows().stream().map(SecurePartsTest::line).toList();
  }

  private static String line(KeyFlow flow) {
    String secure =
        switch (flow.sink().secure()) {
          case Answer.Known(var holds) -> holds ? " secure" : "";
          case Answer.Open _ -> " perhaps secure";
        };
    return flow.sink().kind().word() + " " + Shown.text(flow.sink().name()) + secure;
  }

  private static final String EXPORTED =
      """
      param secrets secretType[]
      param one secretType
      param open { name: string, value: string }[]
      param pair [string, secretText]
      param any array
      param choice choiceType
      param mixed mixedType
      param named { *: secretType }
      @secure()
      type secretText = string
      type secretType = {
        name: string
        @secure()
        value: string
      }
      @discriminator('name')
      type choiceType = secretA | secretB | plain
      type secretA = {
        name: 'a'
        @secure()
        value: string
      }
      type secretB = {
        name: 'b'
        @secure()
        value: string
      }
      type plain = {
        name: 'c'
      }
      @discriminator('name')
      type mixedType = secretA | open
      type open = {
        name: 'd'
        value: string
      }
      """;

  private static final String EXPORTS =
      """
      param some bool
      param names array
      var key = oai.listKeys().key1
      module export 'export.bicep' = {
        params: {
          secrets: union([], some ? [{ name: 'a', value: key }] : [])
          one: { name: 'a', value: key, other: 1 }
          open: [{ name: 'a', value: key }]
          pair: ['a', key]
          any: [{ value: key }]
          choice: { name: 'a', value: key }
          mixed: { name: 'a', value: key }
          named: toObject(names, it => it, it => { name: it, value: key })
        }
      }
      module chosen 'export.bicep' = {
        params: {
          secrets: filter([{ name: 'a', value: key }], it => it.name == names[0])
          one: { name: 'a', value: 'x' }
          open: filter([{ name: 'a', value: key }], it => it.name == names[0])
          pair: ['a', 'x']
          any: []
          choice: { name: 'a' }
          mixed: { name: 'd', value: key }
          named: toObject(names, it => it, it => { name: key, value: 'x' })
        }
      }
      module wrong 'export.bicep' = {
        params: {
          secrets: [{ name: key, value: key }]
          one: { name: key, value: 'x' }
          open: []
          pair: [key, 'x']
          any: map([key], it => { value: it })
          choice: { name: 'a' }
          mixed: { name: names[0], value: key }
          named: {}
        }
      }
      """;

  @Test
  void theTypesOfPartsSayWhichOfThemAreSecure() throws IOException {
    Files.writeString(folder.resolve("export.bicep"), EXPORTED);
    assertThat(arguments(ACCOUNT + EXPORTS))
        .containsExactly(
            "argument secrets secure",
            "argument one secure",
            "argument open",
            "argument pair secure",
            "argument any",
            "argument choice secure",
            "argument mixed secure",
            "argument named secure",
            "argument secrets secure",
            "argument open",
            "argument mixed",
            "argument named",
            "argument secrets",
            "argument one",
            "argument pair",
            "argument any",
            "argument mixed perhaps secure");
  }

  private static final String COMPILED =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "languageVersion": "2.0",
        "contentVersion": "1.0.0.0",
        "definitions": {
          "secretType": {
            "type": "object",
            "properties": { "name": { "type": "string" }, "value": { "type": "securestring" } }
          },
          "byName": { "type": "object", "additionalProperties": { "type": "secureString" } }
        },
        "parameters": {
          "secrets": { "type": "array", "items": { "$ref": "#/definitions/secretType" } },
          "named": { "$ref": "#/definitions/byName" },
          "mixed": {
            "type": "object",
            "nullable": true,
            "discriminator": {
              "propertyName": "name",
              "mapping": {
                "a": { "$ref": "#/definitions/secretType" },
                "b": { "type": "object", "properties": { "value": { "type": "string" } } }
              }
            }
          }
        },
        "resources": {}
      }
      """;

  @Test
  void definitionsOfACompiledTemplateSayItToo() throws IOException {
    Files.writeString(folder.resolve("export.json"), COMPILED);
    assertThat(
            arguments(
                ACCOUNT
                    + """
                    module export 'export.json' = {
                      params: {
                        secrets: [{ name: 'a', value: oai.listKeys().key1 }]
                        named: { openai: oai.listKeys().key1 }
                        mixed: { name: 'a', value: oai.listKeys().key1 }
                      }
                    }
                    param which string
                    module unsure 'export.json' = {
                      params: {
                        secrets: []
                        named: {}
                        mixed: { name: which, value: oai.listKeys().key1 }
                      }
                    }
                    module wrong 'export.json' = {
                      params: {
                        secrets: [{ name: oai.listKeys().key1 }]
                        named: {}
                        mixed: { name: 'b', value: oai.listKeys().key1 }
                      }
                    }
                    """))
        .containsExactly(
            "argument secrets secure",
            "argument named secure",
            "argument mixed secure",
            "argument mixed perhaps secure",
            "argument secrets",
            "argument mixed");
  }

  private static final String CHOICES =
      """
      param one secretType
      param mixed mixedType
      param alike alikeType
      param deep deepType
      param texts { *: string }
      param secrets { *: secretType }
      type secretType = {
        name: string
        @secure()
        value: string
      }
      type openType = {
        name: string
        value: string
      }
      @discriminator('kind')
      type mixedType = { kind: 'a', auth: secretType } | { kind: 'b', auth: openType }
      @discriminator('kind')
      type alikeType = { kind: 'a', auth: secretType } | { kind: 'b', auth: secretType }
      @discriminator('kind')
      type deepType = { kind: 'a', next: deepType? } | { kind: 'b', next: deepType? }
      """;

  private List<String> given(String arguments) throws IOException {
    Files.writeString(folder.resolve("export.bicep"), CHOICES);
    return arguments(
        ACCOUNT
            + """
            param names array
            var key = oai.listKeys().key1
            module export 'export.bicep' = {
              params: {
                ARGUMENTS
              }
            }
            """
                .replace("ARGUMENTS", arguments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixed: { kind: names[0], auth: { name: 'x', value: key } } | mixed perhaps secure",
        "mixed: { kind: 'a', auth: { name: 'x', value: key } }      | mixed secure",
        "mixed: { kind: 'b', auth: { name: 'x', value: key } }      | mixed",
        "mixed: { kind: names[0], auth: { name: key, value: 'x' } } | mixed",
        "alike: { kind: names[0], auth: { name: 'x', value: key } } | alike secure",
      })
  void aPartOfAChoiceIsSecureIfItIsInAllThatItMayBe(String argument, String said)
      throws IOException {
    assertThat(given(argument)).containsExactly("argument " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one: { NAME: 'x', Value: key }                              | one secure",
        "mixed: { Kind: 'A', AUTH: { name: 'x', VALUE: key } }       | mixed secure",
        "mixed: { Kind: 'B', AUTH: { name: 'x', VALUE: key } }       | mixed",
      })
  void namesAndChoicesIgnoreCase(String argument, String said) throws IOException {
    assertThat(given(argument)).containsExactly("argument " + said);
    Files.writeString(folder.resolve("export.json"), COMPILED);
    assertThat(
            arguments(
                ACCOUNT
                    + """
                    module export 'export.json' = {
                      params: {
                        secrets: []
                        named: {}
                        mixed: { NAME: 'A', VALUE: oai.listKeys().key1 }
                      }
                    }
                    """))
        .containsExactly("argument mixed secure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "texts: toObject([key], it => names[0])                               | texts",
        "texts: toObject(names, it => it, it => key)                          | texts",
        "secrets: toObject([{ name: 'x', value: key }], it => names[0])       | secrets secure",
        "secrets: toObject([{ name: key, value: 'x' }], it => names[0])       | secrets",
      })
  void itemsThatAnObjectIsMadeOfAreItsMembers(String argument, String said) throws IOException {
    assertThat(given(argument)).containsExactly("argument " + said);
  }

  @Test
  void choicesWithoutEndAreFollowedAsFarAsTheValueGoes() throws IOException {
    String value = "{ kind: names[0], next: ".repeat(40) + "{ kind: key }" + " }".repeat(40);
    assertThat(given("deep: " + value)).containsExactly("argument deep");
  }
}
