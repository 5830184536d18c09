package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates that stand as data in the bodies of resources are deployments of their own.
final class EmbeddedTemplatesTest {
  private static final String RULE = "openai-local-auth";
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

  /// The embedded template; `%s` is the value of `disableLocalAuth`.
  private static final String TEMPLATE =
      """
      {
        "$schema": "%s", "contentVersion": "1.0.0.0",
        "parameters": {
          "off": {"type": "bool", "defaultValue": false}, "name": {"type": "string"}
        },
        "variables": {"no": false, "yes": true},
        "resources": [{
          "type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
          "name": "quay", "kind": "OpenAI", "location": "here",
          "properties": {"disableLocalAuth": %s}
        }]
      }
      """
          .formatted(SCHEMA, "%s");

  private static final String BICEP_TEMPLATE =
      """
      {
        '$schema': '%s'
        contentVersion: '1.0.0.0'
        parameters: {
          off: { type: 'bool', defaultValue: false }
        }
        variables: { no: false, yes: true }
        resources: [
          {
            type: 'Microsoft.CognitiveServices/accounts'
            apiVersion: '2025-06-01'
            name: 'quay'
            kind: 'OpenAI'
            properties: { disableLocalAuth: %s }
          }
        ]
      }
      """
          .formatted(SCHEMA, "%s");

  @TempDir private Path folder;

  /// A type, and its body with `%s` for the template.
  static Stream<Arguments> types() {
    String policy =
        "{\"policyRule\": {\"if\": {}, \"then\": {\"effect\": \"deployIfNotExists\", \"details\":"
            + " {\"deployment\": {\"properties\": {\"mode\": \"incremental\", \"template\":"
            + " %s}}}}}}";
    return Stream.of(
        Arguments.of("Microsoft.Resources/deploymentStacks", "{\"template\": %s}"),
        Arguments.of("Microsoft.Resources/templateSpecs/versions", "{\"mainTemplate\": %s}"),
        Arguments.of("Microsoft.Solutions/applicationDefinitions", "{\"mainTemplate\": %s}"),
        Arguments.of("Microsoft.Authorization/policyDefinitions", policy),
        Arguments.of("Microsoft.Authorization/policyDefinitions/versions", policy),
        Arguments.of("Microsoft.Blueprint/blueprints/artifacts", "{\"template\": %s}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void areJudgedInBothLanguages(String type, String properties) throws IOException {
    String name = type.endsWith("s/versions") || type.endsWith("artifacts") ? "a/b" : "a";
    for (Map.Entry<String, String> value :
        Map.of("true", "pass", "false", "fail", "\"[[variables('no')]\"", "fail").entrySet()) {
      String embedded = TEMPLATE.formatted(value.getKey());
      String arm = arm("", resource(type, name, properties.formatted(embedded)));
      assertThat(kinds(scan(Map.of("main.json", arm)))).as(arm).containsExactly(value.getValue());
    }
    for (Map.Entry<String, String> value :
        Map.of("true", "pass", "false", "fail", "'[variables(\\'no\\')]'", "fail").entrySet()) {
      String bicep = bicep(type, name, properties, BICEP_TEMPLATE.formatted(value.getKey()));
      assertThat(kinds(scan(Map.of("main.bicep", bicep))))
          .as(bicep)
          .containsExactly(value.getValue());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void areJudgedWhereTheyAreLoaded(String type, String properties) throws IOException {
    String name = type.endsWith("s/versions") || type.endsWith("artifacts") ? "a/b" : "a";
    String load = bicep(type, name, properties, "loadJsonContent('t.json')");
    Scanned scan =
        scan(Map.of("main.bicep", load, "t.json", TEMPLATE.formatted("\"[variables('no')]\"")));
    assertThat(scan.places(RULE, "fail")).as(scan.out()).contains("t.json:10");
  }

  /// What the template around evaluates, and what the embedded one does.
  static Stream<Arguments> values() {
    return Stream.of(
        // The stack's own parameters, as they are given.
        Arguments.of("\"[[parameters('off')]\"", "", "fail"),
        Arguments.of("\"[[parameters('off')]\"", "\"off\": {\"value\": true}", "pass"),
        Arguments.of(
            "\"[[parameters('off')]\"", "\"off\": {\"value\": \"[variables('on')]\"}", "pass"),
        Arguments.of(
            "\"[[parameters('off')]\"", "\"off\": {\"value\": \"[parameters('any')]\"}", "open"),
        // The template around puts its values in first.
        Arguments.of("\"[variables('on')]\"", "", "pass"),
        Arguments.of("\"[not(variables('on'))]\"", "", "fail"),
        Arguments.of("\"[parameters('any')]\"", "", "open"),
        // And into the expressions of the embedded one.
        Arguments.of("\"[format('[variables(''{0}'')]', 'yes')]\"", "", "pass"),
        Arguments.of("\"[concat('[variables(''', variables('which'), ''')]')]\"", "", "open"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void eachTemplateEvaluatesItsOwnExpressions(String value, String given, String kind)
      throws IOException {
    String properties =
        "{\"parameters\": {\"name\": {\"value\": \"n\"}"
            + (given.isEmpty() ? "" : "," + given)
            + "}, \"template\": "
            + TEMPLATE.formatted(value)
            + "}";
    String blocks =
        "\"parameters\": {\"any\": {\"type\": \"bool\"}},"
            + "\"variables\": {\"on\": true, \"which\": \"no\"},";
    String arm = arm(blocks, resource("Microsoft.Resources/deploymentStacks", "a", properties));
    Scanned scan = scan(Map.of("main.json", arm));
    assertThat(kinds(scan)).as(scan.out()).containsExactly(kind);
  }

  @Test
  void aPolicyGivesItsParametersWhereItIsApplied() throws IOException {
    String properties =
        "{\"policyRule\": {\"then\": {\"details\": {\"deployment\": {\"properties\":"
            + " {\"parameters\": {\"off\": {\"value\": \"[[field('tags')]\"}}, \"template\": "
            + TEMPLATE.formatted("\"[[parameters('off')]\"")
            + "}}}}}}";
    String arm = arm("", resource("Microsoft.Authorization/policyDefinitions", "a", properties));
    assertThat(kinds(scan(Map.of("main.json", arm)))).containsExactly("open");
  }

  /// A template that is not there as an object is reported, and never passed over.
  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            "Microsoft.Resources/deploymentStacks", "{\"templateLink\": {\"uri\": \"https://x\"}}"),
        Arguments.of(
            "Microsoft.Solutions/applicationDefinitions", "{\"packageFileUri\": \"https://x\"}"),
        Arguments.of(
            "Microsoft.Solutions/applicationDefinitions",
            "{\"mainTemplate\": \"[parameters('any')]\"}"),
        Arguments.of(
            "Microsoft.Resources/templateSpecs/versions",
            "{\"mainTemplate\": \"[json(parameters('any'))]\"}"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void othersAreReported(String type, String properties) throws IOException {
    String arm =
        arm(
            "\"parameters\": {\"any\": {\"type\": \"object\"}},",
            resource(type, type.endsWith("versions") ? "a/b" : "a", properties));
    Scanned scan = scan(Map.of("main.json", arm));
    assertThat(scan.exit()).as(scan.out()).isEqualTo(3);
    assertThat(scan.out()).contains("main.json:1:");
  }

  @Test
  void theirResourcesAreOtherOnesThanThoseBesideThem() throws IOException {
    String embedded = TEMPLATE.formatted("true");
    String beside =
        resource("Microsoft.CognitiveServices/accounts", "quay", "{\"disableLocalAuth\": false}")
            .replace("\"name\"", "\"kind\": \"OpenAI\", \"name\"");
    String spec =
        resource(
            "Microsoft.Resources/templateSpecs/versions",
            "a/b",
            "{\"mainTemplate\": " + embedded + "}");
    Scanned scan = scan(Map.of("main.json", arm("", beside + "," + spec)));
    assertThat(kinds(scan)).as(scan.out()).containsExactlyInAnyOrder("fail", "pass");
  }

  private static String arm(String blocks, String resources) {
    return ("{\"$schema\": \"" + SCHEMA + "\", \"contentVersion\": \"1.0.0.0\", " + blocks)
        + ("\"resources\": [" + resources + "]}").replace("\n", " ");
  }

  private static String resource(String type, String name, String properties) {
    return "{\"type\": \"%s\", \"apiVersion\": \"2024-03-01\", \"name\": \"%s\", \"properties\": %s}"
        .formatted(type, name, properties);
  }

  private static String bicep(String type, String name, String properties, String template) {
    String body = properties.replace('"', '\'').formatted(template);
    return "resource r '%s@2024-03-01' = {\n  name: '%s'\n  properties: %s\n}\n"
        .formatted(type, name, body);
  }

  private Scanned scan(Map<String, String> files) throws IOException {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path each : old.toList()) {
        Files.delete(each);
      }
    }
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
