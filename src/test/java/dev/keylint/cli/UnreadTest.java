package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What could not be read is unknown: it is neither absent nor the default.
final class UnreadTest {
  private static final String RULE = "openai-local-auth";
  private static final String ARM =
      "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
          + "\"contentVersion\":\"1.0.0.0\",";
  private static final String PARAMETERS =
      "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\","
          + "\"contentVersion\":\"1.0.0.0\",";
  private static final String ACCOUNT =
      """
      param keyless bool = false
      resource tide 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'tide'
        kind: 'OpenAI'
        properties: {
          disableLocalAuth: keyless
        }
      }
      """;
  private static final String NESTED =
      ARM
          + """
          "variables": {"given": {"keyless": {"value": true}}},
          "resources": [{
            "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "d",
            "properties": {
              "mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"},
              %s,
              "template": {
                "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                "contentVersion": "1.0.0.0",
                "parameters": {"keyless": {"type": "bool", "defaultValue": false}},
                "resources": [{
                  "type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
                  "name": "tide", "kind": "OpenAI",
                  "properties": {"disableLocalAuth": "[parameters('keyless')]"}
                }]
              }
            }
          }]}
          """;

  @TempDir private Path folder;

  static Stream<Arguments> unread() {
    return Stream.of(bodies(), modules(), files()).flatMap(them -> them);
  }

  private static Stream<Arguments> bodies() {
    return Stream.of(
        open("a body without its end", Map.of("main.bicep", body("disableLocalAuth: true\n  }"))),
        open("a body that is no object", Map.of("main.bicep", head("= 'tide'\n"))),
        open("a body that is left out", Map.of("main.bicep", head("=\n"))),
        open(
            "a body of a loop without its end",
            Map.of(
                "main.bicep",
                head("= [for i in [1]: {\n  name: 'tide'\n  kind: 'OpenAI'\n  properties: {}\n"))),
        open(
            "a body of a loop that is no object",
            Map.of("main.bicep", head("= [for i in [1]: 'tide']\n"))),
        open(
            "a body under a condition without its end",
            Map.of("main.bicep", head("= if (true) {\n  name: 'tide'\n  kind: 'OpenAI'\n"))),
        open(
            "a member that can't be read",
            Map.of("main.bicep", body("disableLocalAuth true\n  }\n}\n"))),
        open(
            "a key that can't be read",
            Map.of("main.bicep", body("'disableLocalAuth: true\n  }\n}\n"))),
        open("a key of two words", Map.of("main.bicep", body("disable LocalAuth: true\n  }\n}\n"))),
        open(
            "a line that is no member",
            Map.of("main.bicep", body("[disableLocalAuth]: true\n  }\n}\n"))),
        open("a value that is left out", Map.of("main.bicep", body("disableLocalAuth:\n  }\n}\n"))),
        open(
            "properties that can't be read",
            Map.of(
                "main.bicep",
                head("= {\n  name: 'tide'\n  kind: 'OpenAI'\n  properties { }\n}\n"))));
  }

  private static Stream<Arguments> modules() {
    return Stream.of(
        open(
            "a module without its end",
            module("module m 'a.bicep' = {\n  params: {\n    keyless: true\n  }\n")),
        open(
            "an argument that can't be read",
            module("module m 'a.bicep' = {\n  params: {\n    keyless true\n  }\n}\n")),
        open(
            "an argument of two words",
            module("module m 'a.bicep' = {\n  params: {\n    key less: true\n  }\n}\n")),
        open(
            "arguments that can't be read",
            module("module m 'a.bicep' = {\n  params: [\n    'x' }\n}\n")),
        open(
            "computed arguments",
            module("param all object\nmodule m 'a.bicep' = {\n  params: {\n    ...all\n  }\n}\n")),
        open(
            "a loop of modules without its end",
            module("module m 'a.bicep' = [for i in [1]: {\n  params: {\n    keyless: true\n")));
  }

  private static Stream<Arguments> files() {
    return Stream.of(
        open(
            "a line of a parameter file",
            Map.of("main.bicep", ACCOUNT, "main.bicepparam", "using 'main.bicep'\nparam = true\n")),
        open(
            "a base that is not here",
            Map.of(
                "main.bicep",
                ACCOUNT,
                "main.bicepparam",
                "using 'main.bicep'\nextends 'base.bicepparam'\n")),
        open(
            "a parameter file without its end",
            Map.of(
                "main.bicep",
                ACCOUNT,
                "main.parameters.json",
                PARAMETERS + "\"parameters\": {\"keyless\": {\"value\": true}")),
        open(
            "parameters that are no object",
            Map.of(
                "main.bicep", ACCOUNT, "main.parameters.json", PARAMETERS + "\"parameters\": []}")),
        open(
            "computed arguments of a nested deployment",
            Map.of("main.json", NESTED.formatted("\"parameters\": \"[variables('given')]\""))),
        open(
            "linked arguments of a nested deployment",
            Map.of(
                "main.json",
                NESTED.formatted("\"parametersLink\": {\"uri\": \"https://x/p.json\"}"))));
  }

  private static Arguments open(String name, Map<String, String> files) {
    return Arguments.of(name, files);
  }

  private static String head(String rest) {
    return "resource tide 'Microsoft.CognitiveServices/accounts@2025-06-01' " + rest;
  }

  private static String body(String rest) {
    return head("= {\n  name: 'tide'\n  kind: 'OpenAI'\n  properties: {\n    " + rest);
  }

  private static Map<String, String> module(String text) {
    return Map.of("main.bicep", text, "a.bicep", ACCOUNT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unread")
  void isUndecided(String name, Map<String, String> files) throws IOException {
    Scanned scan = scan(files);
    assertThat(scan.exit()).as(scan.out()).isEqualTo(3);
    assertThat(kinds(scan)).as(name + "\n" + scan.out()).containsExactly("open");
  }

  static Stream<Arguments> read() {
    return Stream.of(
        Arguments.of(body("disableLocalAuth: true\n    more stuff\n  }\n}\n"), "pass"),
        Arguments.of(body("disableLocalAuth: false\n    more stuff\n  }\n}\n"), "fail"),
        Arguments.of(body("more stuff\n    disableLocalAuth: false\n  }\n}\n"), "fail"));
  }

  @ParameterizedTest
  @MethodSource("read")
  void whatWasReadBesideItCounts(String text, String kind) throws IOException {
    Scanned scan = scan(Map.of("main.bicep", text));
    assertThat(scan.out()).contains("main.bicep:6:");
    assertThat(kinds(scan)).as(scan.out()).containsExactly(kind);
  }

  private Scanned scan(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return Scanned.folder(folder);
  }

  private static List<String> kinds(Scanned scan) {
    return scan.verdicts().stream()
        .filter(verdict -> verdict.rule().equals(RULE))
        .map(Scanned.Verdict::kind)
        .toList();
  }
}
