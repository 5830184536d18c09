package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Of keys that differ by case only it is not known which one Azure takes, in either language, and
/// that is said.
final class SimilarKeysTest {
  private static final String RULE = "openai-local-auth";
  private static final String HEAD =
      "\"type\": \"Microsoft.CognitiveServices/accounts\", \"apiVersion\": \"2025-06-01\","
          + "\"name\": \"reef\", \"kind\": \"OpenAI\", ";

  @TempDir private Path folder;

  static Stream<Arguments> keys() {
    return Stream.of(
        bicep("disableLocalAuth: false\n    DisableLocalAuth: true", "open"),
        bicep("disableLocalAuth: true\n    disablelocalauth: false", "open"),
        bicep("disableLocalAuth: true\n    DisableLocalAuth: true", "pass"),
        bicep("disableLocalAuth: false\n    DisableLocalAuth: false", "fail"),
        declared("param on bool = true\nparam On bool = false\n"),
        arm(
            "",
            "\"properties\": {\"disableLocalAuth\": false, \"disablelocalauth\": true}",
            "open"),
        arm("", "\"properties\": {\"disableLocalAuth\": true, \"disablelocalauth\": true}", "pass"),
        arm("", "\"properties\": {\"disableLocalAuth\": true}, \"Properties\": {}", "open"),
        arm(
            "\"variables\": {\"on\": true, \"ON\": false},",
            "\"properties\": {\"disableLocalAuth\": \"[variables('on')]\"}",
            "open"),
        arm(
            "\"parameters\": {\"on\": {\"type\": \"bool\", \"defaultValue\": true},"
                + " \"On\": {\"type\": \"bool\", \"defaultValue\": false}},",
            "\"properties\": {\"disableLocalAuth\": \"[parameters('on')]\"}",
            "open"));
  }

  private static Arguments bicep(String properties, String kind) {
    return Arguments.of("main.bicep", account(properties), kind);
  }

  private static String account(String properties) {
    return """
    resource reef 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
      name: 'reef'
      kind: 'OpenAI'
      properties: {
        %s
      }
    }
    """
        .formatted(properties);
  }

  /// In the template that Bicep makes they are keys of one object.
  private static Arguments declared(String names) {
    return Arguments.of("main.bicep", names + account("disableLocalAuth: on"), "open");
  }

  private static Arguments arm(String blocks, String body, String kind) {
    return Arguments.of("main.json", template(blocks + resources("resources", body)), kind);
  }

  private static String template(String rest) {
    return "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
               + "\"contentVersion\":\"1.0.0.0\","
        + rest
        + "}";
  }

  private static String resources(String key, String body) {
    return "\"" + key + "\": [{" + HEAD + body + "}]";
  }

  @ParameterizedTest
  @MethodSource("keys")
  void areUndecidedUnlessTheySayTheSame(String file, String text, String kind) throws IOException {
    Scanned scan = scan(file, text);
    assertThat(scan.out()).contains("stands here twice, in cases that differ");
    assertThat(kinds(scan)).as(text + "\n" + scan.out()).containsExactly(kind);
  }

  static Stream<Arguments> repeated() {
    String module =
        """
        module m 'm.bicep' = {
          params: {
            off: false
            off: true
          }
        }
        """;
    return Stream.of(
        bicep("disableLocalAuth: false\n    disableLocalAuth: true", "open"),
        bicep("disableLocalAuth: true\n    'disableLocalAuth': false", "open"),
        bicep("disableLocalAuth: true\n    disableLocalAuth: true", "pass"),
        bicep("disableLocalAuth: false\n    disableLocalAuth: false", "fail"),
        Arguments.of("main.bicep", module, "open"));
  }

  /// Bicep refuses a key that stands in one object twice.
  @ParameterizedTest
  @MethodSource("repeated")
  void areSaidWhenTheyAreTheVerySame(String file, String text, String kind) throws IOException {
    Files.writeString(
        folder.resolve("m.bicep"),
        """
        param off bool
        resource reef 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'reef'
          kind: 'OpenAI'
          properties: { disableLocalAuth: off }
        }
        """);
    Scanned scan = scan(file, text);
    assertThat(scan.out()).contains("stands twice in this object");
    assertThat(kinds(scan)).as(text + "\n" + scan.out()).contains(kind);
    assertThat(scan.exit()).isNotZero();
  }

  static Stream<String> lists() {
    String good = "\"properties\": {\"disableLocalAuth\": true}";
    String bad = "\"properties\": {}";
    return Stream.of(
        template(resources("resources", good) + "," + resources("RESOURCES", bad)),
        template(resources("resources", bad) + "," + resources("RESOURCES", good)));
  }

  /// Both lists are judged, as one resource that is written twice: which write is the last is not
  /// known.
  @ParameterizedTest
  @MethodSource("lists")
  void noListOfResourcesHidesBehindAnother(String text) throws IOException {
    Scanned scan = scan("main.json", text);
    assertThat(scan.exit()).isNotZero();
    assertThat(scan.out()).contains("`resources` stands here twice, in cases that differ");
    assertThat(kinds(scan)).as(scan.out()).containsExactly("open");
  }

  private Scanned scan(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return Scanned.folder(folder);
  }

  private static List<String> kinds(Scanned scan) {
    return scan.verdicts().stream()
        .filter(verdict -> verdict.rule().equals(RULE))
        .map(Scanned.Verdict::kind)
        .toList();
  }
}
