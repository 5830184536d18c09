package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which templates are judged for their own sake: no file can take another one from view.
class RootsTest {
  private static final String IDLE = "this call deploys nothing";
  private static final String KEYS =
      """
      resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'demo'
        kind: 'OpenAI'
        location: 'westeurope'
        sku: { name: 'S0' }
        properties: { disableLocalAuth: false }
      }
      """;
  private static final String LINK =
      """
      {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
       "contentVersion": "1.0.0.0",
       "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01",
         "name": "link", CONDITION
         "properties": {"mode": "Incremental", "templateLink": {"relativePath": "prod.json"}}}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module p 'prod.bicep' = if (false) { name: 'p', params: { name: 'x' } }",
        "var off = 1 == 2\n"
            + "module p 'prod.bicep' = if (off && on) { name: 'p', params: { name: 'x' } }",
        "var none = []\nmodule p 'prod.bicep' = [for x in none: { name: x, params: { name: x } }]",
        "module p 'prod.bicep' = [for i in range(0, 0): { name: 'p', params: { name: 'x' } }]",
        "module p 'prod.bicep' = [for i in range(0, 3): if (false) { name: 'p', params: { name: 'x'"
            + " } }]",
      })
  void aCallThatCanNeverHappenIsNoCall(String call) throws IOException {
    write("prod.bicep", "param name string\n" + KEYS);
    write("zz/decoy.bicep", "param on bool = true\n" + call.replace("prod.bicep", "../prod.bicep"));
    Scanned run = scan();
    assertThat(places(run)).containsExactly("openai-local-auth fail prod.bicep:7");
    assertThat(run.verdicts().getFirst().level()).isEqualTo("error");
    assertThat(run.out()).contains(IDLE, "--> zz/decoy.bicep:");
    assertThat(run.exit()).isEqualTo(1);
  }

  /// Whether that is deployed is up to a value, so it may be a module of something: it is told what
  /// is left out, but it is no root.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "param on bool = false\n"
            + "module p 'prod.bicep' = if (on) { name: 'p', params: { name: 'x' } }",
        "param on array = []\n"
            + "module p 'prod.bicep' = [for x in on: { name: 'p', params: { name: x } }]",
      })
  void aTemplateThatNeedsValuesMayBeLeftOut(String call) throws IOException {
    write("prod.bicep", "param name string\n" + KEYS);
    write("main.bicep", call);
    Scanned run = scan();
    assertThat(run.verdicts()).extracting(Scanned.Verdict::level).doesNotContain("error");
    assertThat(run.out()).contains("expanded 1 deployment,").doesNotContain(IDLE);
    assertThat(run.exit()).isZero();
    Scanned named = Scanned.folder(folder, ".", "prod.bicep");
    assertThat(places(named)).containsExactly("openai-local-auth fail prod.bicep:7");
    assertThat(named.exit()).isEqualTo(1);
  }

  /// The same text to every JSON parser.
  @Test
  void aSchemaThatIsSpeltWithEscapesMakesATemplate() throws IOException {
    write(
        "main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deployment\\u0054emplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
             "name": "demo", "kind": "OpenAI", "location": "x",
             "properties": {"disableLocalAuth": false}}
          ]
        }
        """);
    assertThat(places(scan())).containsExactly("openai-local-auth fail main.json:7");
  }

  @Test
  void whatCouldBeDeployedAsItStandsIsARootWhenNothingComesByIt() throws IOException {
    write("prod.bicep", "param name string = 'x'\nparam tag string?\n" + KEYS);
    write("main.bicep", "param on bool = false\nmodule p 'prod.bicep' = if (on) { name: 'p' }");
    Scanned run = scan();
    assertThat(places(run)).containsExactly("openai-local-auth fail prod.bicep:8");
    assertThat(run.out()).contains(IDLE);
    write("main.bicep", "param on bool\nmodule p 'prod.bicep' = if (on) { name: 'p' }");
    assertThat(scan().out()).doesNotContain(IDLE);
  }

  @Test
  void whatACallerDecidesForAModuleCounts() throws IOException {
    write("prod.bicep", "param off bool = false\n" + KEYS.replace("Auth: false", "Auth: off"));
    write("main.bicep", "module p 'prod.bicep' = { name: 'p', params: { off: true } }");
    assertThat(places(scan())).isEmpty();
    assertThat(places(Scanned.folder(folder, "prod.bicep", "main.bicep")))
        .containsExactly("openai-local-auth fail prod.bicep:7");
    write("prod.parameters.json", parameters("off", "false"));
    assertThat(places(scan())).containsExactly("openai-local-auth fail prod.bicep:7");
  }

  @Test
  void whatAnIdleTemplateCallsIsItsModule() throws IOException {
    write("leaf.bicep", "param off bool = false\n" + KEYS.replace("Auth: false", "Auth: off"));
    write("mid.bicep", "module l 'leaf.bicep' = { name: 'l', params: { off: true } }");
    write("main.bicep", "module m 'mid.bicep' = if (false) { name: 'm' }");
    assertThat(places(scan())).isEmpty();
    write("mid.bicep", "module l 'leaf.bicep' = { name: 'l', params: { off: false } }");
    assertThat(places(scan())).containsExactly("openai-local-auth fail leaf.bicep:7");
  }

  @Test
  void templatesThatOnlyCallEachOtherAreSeen() throws IOException {
    write("a.bicep", "module b 'b.bicep' = if (false) { name: 'b' }\n" + KEYS);
    write("b.bicep", "module a 'a.bicep' = if (false) { name: 'a' }\n" + KEYS);
    write("main.bicep", "module a 'a.bicep' = if (false) { name: 'a' }");
    assertThat(places(scan())).contains("openai-local-auth fail a.bicep:7");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"condition\": false,', true",
    "'\"condition\": \"[equals(1, 2)]\",', true",
    "'\"copy\": {\"name\": \"c\", \"count\": 0},', true",
    "'', false",
  })
  void aLinkThatLeadsNowhereIsNoCall(String condition, boolean isIdle) throws IOException {
    write(
        "prod.json",
        TwinsTest.template("\"name\": {\"type\": \"string\"}", "\"disableLocalAuth\": false", ""));
    write("main.json", LINK.replace("CONDITION", condition));
    Scanned run = scan();
    assertThat(places(run)).singleElement().asString().startsWith("openai-local-auth fail prod");
    assertThat(run.out().contains(IDLE)).isEqualTo(isIdle);
  }

  private Scanned scan() {
    return Scanned.folder(folder);
  }

  private static List<String> places(Scanned run) {
    return run.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(Scanned.Verdict::place)
        .toList();
  }

  private static String parameters(String name, String value) {
    return """
    {"$schema": "https://schema/2019-04-01/deploymentParameters.json#",
     "parameters": {"%s": {"value": %s}}}
    """
        .replaceFirst("%s", name)
        .replaceFirst("%s", value);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  /// Azure takes no such file, so it is no template; its author may think that it is one.
  @ParameterizedTest
  @CsvSource({
    "'\"$schema\": \"https://example.org/thing.json\",', its `$schema` is none of Azure's",
    "'', it has no `$schema`",
  })
  void whatLooksLikeATemplateIsSaid(String schema, String words) throws IOException {
    Files.writeString(
        folder.resolve("prod.json"),
        "{" + schema + LINK.substring(LINK.indexOf("\"contentVersion")).replace("CONDITION", ""));
    Files.writeString(
        folder.resolve("data.json"),
        "{\"contentVersion\": \"1\", \"resources\": [{\"apiVersion\": 1}]}");
    Scanned scan = Scanned.folder(folder);
    assertThat(scan.out()).contains("looks like a template", words, "prod.json");
    assertThat(scan.out()).doesNotContain("data.json");
  }

  @Test
  void aNestedDeploymentIsCalledByItsName() throws IOException {
    Files.writeString(folder.resolve("m.json"), LINK.replace("CONDITION", "").replace("prod", "n"));
    Files.writeString(
        folder.resolve("n.json"),
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0",
         "resources": [{"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
           "name": "demo", "kind": "OpenAI", "properties": {"disableLocalAuth": false}}]}
        """);
    assertThat(Scanned.folder(folder).out()).contains("called as `link`").doesNotContain("`#0`");
  }
}
