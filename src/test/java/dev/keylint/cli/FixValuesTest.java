package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `keylint fix` writes has to be right for all that is made of it.
final class FixValuesTest {
  private static final Keylint KEYLINT =
      Keylint.with("missing-custom-subdomain", "openai-local-auth");

  private static final String ACCOUNT =
      """
      'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: NAME
        kind: 'OpenAI'
        properties: PROPERTIES
      }
      """;

  @TempDir private Path folder;

  private static String account(String name, String properties) {
    return ACCOUNT.replace("NAME", name).replace("PROPERTIES", properties);
  }

  private Fixes fixes() {
    return Fixes.in(KEYLINT, folder, "--unsafe", ".");
  }

  private void isLeft(String text, String why) throws IOException {
    Path main = fixes().write("main.bicep", text);
    assertThat(fixes().run().out()).contains(why);
    assertThat(main).hasContent(text);
  }

  private Fixes defaults() {
    return Fixes.in(Keylint.with("keys-on-by-default"), folder, "--unsafe", ".");
  }

  private static String given(String off) {
    return "param off bool = "
        + off
        + "\nresource ai "
        + account("'ai'", "{ disableLocalAuth: off, customSubDomainName: 'ai' }");
  }

  /// What a parameter file gives does not take the default from view.
  @Test
  void theDefaultBehindAParameterFileIsMended() throws IOException {
    defaults()
        .write(
            "main.parameters.json",
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
             "contentVersion": "1.0.0.0", "parameters": {"off": {"value": true}}}
            """);
    defaults().isFixed("main.bicep", given("false"), given("true"));
  }

  /// Of two parameters on the way the one that leaves keys on.
  @Test
  void theDefaultAboveAModuleIsMended() throws IOException {
    Path part = defaults().write("part.bicep", given("true"));
    String main = "param off bool = false\nmodule m 'part.bicep' = { params: { off: off } }\n";
    defaults().isFixed("main.bicep", main, main.replace("false", "true"));
    assertThat(part).hasContent(given("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module m 'part.bicep' = [for n in ['a', 'b']: { params: { n: n } }]\n",
        """
        module m 'part.bicep' = { params: { n: 'a' } }
        module o 'part.bicep' = { params: { n: 'b' } }
        """,
      })
  void copiesOfAModuleHaveNamesOfTheirOwn(String calls) throws IOException {
    String text =
        "param n string\nresource ai " + account("'ai-${n}'", "{ disableLocalAuth: true }");
    Path part = fixes().write("part.bicep", text);
    fixes().write("main.bicep", calls);
    assertThat(fixes().run().out()).contains("fixed missing-custom-subdomain");
    assertThat(part).content().contains("customSubDomainName: 'ai-${n}'");
    // Where one is written, another one can't be what each copy needs.
    String written = text.replace("true }", "true, customSubDomainName: null }");
    fixes().write("part.bicep", written);
    isLeft(calls, "its copies need different values");
    assertThat(part).hasContent(written);
  }

  @ParameterizedTest
  @CsvSource({
    "{ disableLocalAuth: true }, none remain",
    "'{ disableLocalAuth: true, customSubDomainName: null }', its copies need different values"
  })
  void copiesOfALoopHaveNamesOfTheirOwn(String properties, String result) throws IOException {
    String text =
        "resource ai "
            + account("'ai${i}'", properties)
                .replace("= {", "= [for i in range(0, 2): {")
                .stripTrailing()
            + "]\n";
    Path main = fixes().write("main.bicep", text);
    assertThat(fixes().run().out()).contains(result);
    assertThat(main)
        .hasContent(
            text.replace(
                "{ disableLocalAuth: true }",
                "{ disableLocalAuth: true, customSubDomainName: 'ai${i}' }"));
  }

  /// What the name is in one deployment is not what it is in another.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "main.bicep, \"'${env}-ai'\"",
        "main.bicep, uniqueString(resourceGroup().id)",
        "main.json, \"[concat(parameters('env'), '-ai')]\"",
        "main.json, ai"
      })
  void theNameIsTakenOverAsItIsWritten(String file, String name) throws IOException {
    String bicep =
        "param env string = 'dev'\nresource ai "
            + account(name, "{\n    disableLocalAuth: true\n  }");
    String text =
        file.endsWith("json")
            ? JSON.replace(
                    "\"off\": {\"type\": \"bool\", \"allowedValues\": ALLOWED, \"defaultValue\":"
                        + " false}",
                    "\"env\": {\"type\": \"string\", \"defaultValue\": \"dev\"}")
                .replace("RESOURCES", json(name, "{\"disableLocalAuth\": true}"))
            : bicep;
    Path main = fixes().write(file, text);
    assertThat(fixes().run().out()).contains("to its own name", "none remain");
    assertThat(main)
        .content()
        .contains(
            file.endsWith("json")
                ? "\"customSubDomainName\": \"" + name + "\""
                : "customSubDomainName: " + name);
  }

  @Test
  void whatTwoResourcesShareHoldsNoNameOfOne() throws IOException {
    isLeft(
        "var all = { disableLocalAuth: true }\nresource a "
            + account("'a'", "all")
            + "resource b "
            + account("'b'", "all"),
        "its properties do not stand where its name does");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@allowed([false])\nparam off bool = false\n",
        "param off false = false\n",
        "param off never = false\ntype never = (false)\n",
        "param off (false | null) = false\n",
      })
  void aDefaultThatIsNotAllowed(String parameter) throws IOException {
    isLeft(
        parameter
            + "resource ai "
            + account("'ai'", "{ customSubDomainName: 'ai', disableLocalAuth: off }"),
        "parameter `off` may not be that");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@allowed([false, true])\nparam off bool = false\n",
        "param off (false | true) = false\n",
        "param off any = false\ntype any = bool?\n",
      })
  void aDefaultThatIsAllowed(String parameter) throws IOException {
    String text =
        parameter
            + "resource ai "
            + account("'ai'", "{ customSubDomainName: 'ai', disableLocalAuth: off }");
    fixes().isFixed("main.bicep", text, text.replace("= false", "= true"));
  }

  private static final String JSON =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": {
          "off": {"type": "bool", "allowedValues": ALLOWED, "defaultValue": false}
        },
        "variables": {"all": {"disableLocalAuth": true}},
        "resources": [RESOURCES]
      }
      """;

  private static String json(String name, String properties) {
    return """
    {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "kind": "OpenAI",
     "name": "NAME", "properties": PROPERTIES}
    """
        .replace("NAME", name)
        .replace("PROPERTIES", properties);
  }

  @ParameterizedTest
  @CsvSource({"'[true, false]', true", "[false], false"})
  void aDefaultInJson(String allowed, boolean fixed) throws IOException {
    String properties =
        "{\"customSubDomainName\": \"a\", \"disableLocalAuth\": \"[parameters('off')]\"}";
    String text = JSON.replace("ALLOWED", allowed).replace("RESOURCES", json("a", properties));
    Path main = fixes().write("main.json", text);
    assertThat(fixes().run().out())
        .contains(fixed ? "none remain" : "the parameter may not be that");
    assertThat(main).hasContent(fixed ? text.replace("e\": false", "e\": true") : text);
  }

  @Test
  void whatTwoResourcesShareInJson() throws IOException {
    String both = json("a", "\"[variables('all')]\"") + "," + json("b", "\"[variables('all')]\"");
    String text = JSON.replace("ALLOWED", "[true]").replace("RESOURCES", both);
    Path main = fixes().write("main.json", text);
    assertThat(fixes().run().out()).contains("its properties do not stand where its name does");
    assertThat(main).hasContent(text);
  }
}
