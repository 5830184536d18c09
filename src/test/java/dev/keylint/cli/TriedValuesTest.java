package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rule that depends on a parameter with listed values is tried with each of them.
final class TriedValuesTest {
  @TempDir private Path folder;

  private Scanned scan(String template) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), template);
    return Scanned.folder(folder);
  }

  private String tried(String allowed, String type, String flag) throws IOException {
    String parameter = "@allowed(" + allowed + ")\nparam p " + type + "\n";
    return scan(parameter + OpenAi.account("'acct'", flag)).outWords();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[2, 3]; int; p > 1",
        "['prod-a', 'prod-b']; string; startsWith(p, 'prod')",
        "['a', 'b']; string; contains(['a', 'b'], p)",
        "['a', 'b']; string; contains({ a: 1, b: 2 }, p)",
        "['a', 'b']; string; !empty(p)",
        "['a', 'b']; string; length(p) == 1",
        "['true', 'TRUE']; string; bool(p)",
        "['a', 'b']; string; filter([{ n: 'a', off: true }, { n: 'b', off: true }], x => x.n =="
            + " p)[0].off",
        "['a', 'b']; string; { a: true, b: !false }[p]",
        "[{ k: 1 }, { k: 2 }]; object; p.k * 2 >= 2",
      })
  void everyFunctionIsWorkedOutForEachAllowedValue(String allowed, String type, String flag)
      throws IOException {
    assertThat(tried(allowed, type, flag)).doesNotContain("undecided[").doesNotContain("error[");
    assertThat(tried(allowed, type, "!(" + flag + ")"))
        .contains("error[openai-local-auth]")
        .doesNotContain("undecided[");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[1, 2, 3]; int; p > 1; 1",
        "['a', 'b']; string; toUpper(p) == 'A'; 'b'",
        "['true', 'false']; string; bool(p); 'false'",
        "['a', 'b']; string; filter([{ n: 'a', off: true }, { n: 'b', off: false }], x => x.n =="
            + " p)[0].off; 'b'",
        "[{ k: true }, { k: false }]; object; p.k; { k: false }",
      })
  void theAllowedValuesThatFailAreNamed(String allowed, String type, String flag, String failing)
      throws IOException {
    assertThat(tried(allowed, type, flag))
        .contains("parameter `p` has no value -> main.bicep:2:1")
        .contains("in a parameter file: it fails for " + failing + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "concat('off-', parameters('p')); it fails for 'dev' ",
        "concat('OFF-', toUpper(parameters('p'))); it fails for 'dev' ",
        "concat('on-', parameters('p')); no findings",
        "concat('not-', parameters('p')); error[openai-local-auth]",
      })
  void theVariableThatAParameterNamesIsTriedOut(String name, String said) throws IOException {
    Files.writeString(
        folder.resolve("main.json"),
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"p": {"type": "string", "allowedValues": ["prod", "dev"]}},
          "variables": {
            "off-prod": true, "off-dev": false, "off-other": "[variables(concat('off-', parameters('p')))]",
            "on-prod": true, "on-dev": "[not(false())]",
            "not-prod": false, "not-dev": false
          },
          "resources": [{
            "type": "Microsoft.CognitiveServices/accounts",
            "apiVersion": "2025-06-01",
            "name": "acct",
            "kind": "OpenAI",
            "properties": {"disableLocalAuth": "[variables(NAME)]"}
          }]
        }
        """
            .replace("NAME", name));
    String words = Scanned.folder(folder).outWords();
    assertThat(words).contains(said).doesNotContain("refers to itself");
    assertThat(words.contains("error[")).isEqualTo(said.contains("error["));
  }

  private static final String GATEWAY =
      """
      @allowed(['first', 'second'])
      param backend string
      resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
        name: 'gateway'
        identity: { type: 'SystemAssigned' }
      }
      resource first 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
        parent: gateway
        name: 'to-first'
        properties: { url: FIRST }
      }
      resource second 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
        parent: gateway
        name: 'to-second'
        properties: { url: SECOND }
      }
      resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
        parent: gateway
        name: 'policy'
        properties: {
          value: replace('<policies><inbound><set-backend-service backend-id="to-@@" /><authentication-managed-identity resource="https://management.azure.com" /></inbound></policies>', '@@', NAME)
        }
      }
      """;

  private String gateway(String first, String second, String name) throws IOException {
    String template =
        GATEWAY.replace("FIRST", first).replace("SECOND", second).replace("NAME", name);
    return scan(template).outWords();
  }

  @Test
  void aParameterThatPicksABackendIsTriedOut() throws IOException {
    assertThat(
            gateway("'https://a.search.windows.net'", "'https://b.search.windows.net'", "backend"))
        .contains("error[wrong-token-audience]");
    assertThat(gateway("'https://a.search.windows.net'", "'https://b.example.com'", "backend"))
        .doesNotContain("error[")
        .contains("undecided[wrong-token-audience]")
        .contains("give `backend` a value in a parameter file: it fails for 'first' ");
  }

  @Test
  void aUrlThatAParameterPicksIsTriedOut() throws IOException {
    String either = "backend == 'first' ? 'https://a.search.windows.net' : 'https://b.example.com'";
    assertThat(gateway(either, "'https://c.example.com'", "'first'"))
        .doesNotContain("error[")
        .contains("undecided[wrong-token-audience]")
        .contains("it fails for 'first' ");
  }

  /// Each of them counts as it would if it were written there: with a slash at its end, or as a
  /// scope. What is said of the parameter is said where that stands, not where the policy does.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'https://management.azure.com/'; 'https://graph.microsoft.com';"
            + " error[wrong-token-audience]",
        "'https://search.azure.com/'; 'https://SEARCH.azure.com/.default'; no findings",
        "'https://search.azure.com'; 'https://graph.microsoft.com//.default'; -> main.bicep:2:1 ="
            + " to decide: give `audience` a value in a parameter file: it fails for"
            + " 'https://graph.microsoft.com//.default' ",
      })
  void anAudienceThatAParameterPicksIsTriedOut(String first, String second, String said)
      throws IOException {
    Files.writeString(
        folder.resolve("policy.xml"),
        """
        <policies>
          <inbound>
            <set-backend-service base-url="https://docs.search.windows.net" />
            <authentication-managed-identity resource="@@" />
          </inbound>
        </policies>
        """);
    String words =
        scan("@allowed(["
                + first
                + ", "
                + second
                + "])\n"
                + """
                param audience string
                resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
                  name: 'gateway'
                  identity: { type: 'SystemAssigned' }
                }
                resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
                  parent: gateway
                  name: 'policy'
                  properties: { value: replace(loadTextContent('policy.xml'), '@@', audience) }
                }
                """)
            .outWords();
    assertThat(words).contains(said);
    assertThat(words).doesNotContain("policy.xml:1:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'https://cognitiveservices.azure.com/.default'; 'https://cognitiveservices.azure.com/'; no"
            + " findings",
        "'https://graph.microsoft.com/.default'; 'https://graph.microsoft.com';"
            + " error[wrong-token-audience]",
        "'https://cognitiveservices.azure.com/.default'; 'https://graph.microsoft.com/.default';"
            + " it fails for false",
      })
  void anAudienceThatAConditionPicksIsTriedOut(String first, String second, String said)
      throws IOException {
    String words =
        scan(OpenAi.account("'acct'", "true")
                + """
                param on bool
                resource app 'Microsoft.Web/sites@2024-04-01' = {
                  name: 'app'
                  identity: { type: 'SystemAssigned' }
                  properties: {
                    siteConfig: {
                      appSettings: [
                        { name: 'AZURE_OPENAI_ENDPOINT', value: account.properties.endpoint }
                        { name: 'AZURE_OPENAI_SCOPE', value: on ? FIRST : SECOND }
                      ]
                    }
                  }
                }
                """
                    .replace("FIRST", first)
                    .replace("SECOND", second))
            .outWords();
    assertThat(words).contains(said).doesNotContain("unknown-token-audience");
  }
}
