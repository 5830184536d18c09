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

/// What no deployment makes is not passed over in silence.
final class LeftOutTest {
  private static final Keylint RULE = Keylint.with("search-local-auth");

  @TempDir Path folder;

  private static String search(String gate, String keysOff) {
    return """
    resource docs 'Microsoft.Search/searchServices@2025-05-01' = GATE{
      name: 'docs'
      properties: { disableLocalAuth: KEYS }
    }
    """
        .replace("GATE", gate)
        .replace("KEYS", keysOff);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> warnings(String bicep) throws IOException {
    write("main.bicep", bicep);
    return warnings();
  }

  private List<String> warnings() {
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.exit()).isZero();
    assertThat(scanned.out()).contains("left out");
    return scanned.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.level() + " " + it.message())
        .toList();
  }

  private void says(String words, String bicep) throws IOException {
    assertThat(warnings(bicep))
        .as(words)
        .singleElement()
        .asString()
        .startsWith("warning If " + words + ": ");
  }

  @Test
  void aConditionIsSaidInWordsOfItsParameters() throws IOException {
    says("`on` were true", "param on bool = false\n" + search("if (on) ", "false"));
    says("`off` were false", "param off bool = true\n" + search("if (!off) ", "false"));
    says(
        "`env` were 'prod'",
        "@allowed(['dev', 'prod'])\nparam env string = 'dev'\n"
            + search("if (env == 'prod') ", "false"));
    says(
        "`where` were not empty",
        "param where string = ''\n" + search("if (!empty(where)) ", "false"));
    says(
        "`mode` were not 'none'",
        "param mode string = 'none'\n" + search("if (mode != 'none') ", "false"));
    says(
        "`a` were true and `b` were true",
        "param a bool = false\nparam b bool = false\n" + search("if (a && b) ", "false"));
    says(
        "`size` had another value",
        "param size string = 's'\n" + search("if (contains(size, 'big')) ", "false"));
    says("its condition were true", search("if (1 == 2) ", "false"));
  }

  @Test
  void aBoolHasOneOtherValue() throws IOException {
    says(
        "`on` were true",
        "param on bool = false\nvar name = on ? 'docs' : ''\n"
            + search("if (!empty(name)) ", "false"));
    says(
        "`on` were true and `name` were not empty",
        "param on bool = false\nparam name string = ''\nvar made = on ? name : ''\n"
            + search("if (!empty(made)) ", "false"));
  }

  @Test
  void aLoopOfNoneIsSaidByItsParameter() throws IOException {
    says(
        "`regions` had an item",
        "param regions array = []\n"
            + search("[for r in regions: ", "false").replaceFirst("}\n$", "}]\n"));
    says(
        "its loop had an item",
        search("[for r in range(0, 0): ", "false").replaceFirst("}\n$", "}]\n"));
  }

  /// If the parameter were true, this would be, too.
  @Test
  void whatHangsOnTheSameParameterGoesWithIt() throws IOException {
    assertThat(warnings("param on bool = false\n" + search("if (on) ", "on"))).isEmpty();
    assertThat(
            warnings("param on bool = false\nvar keysOff = on\n" + search("if (on) ", "keysOff")))
        .isEmpty();
    assertThat(
            warnings(
                "param env string = 'dev'\n"
                    + search("if (contains(env, 'prod')) ", "env == 'prod'")))
        .isEmpty();
    says("`on` were true", "param on bool = false\n" + search("if (on) ", "!on"));
  }

  @Test
  void whatIsCompliantWheneverItIsDeployedIsOnlyCounted() throws IOException {
    assertThat(warnings("param on bool = false\n" + search("if (on) ", "true"))).isEmpty();
  }

  @Test
  void theParameterIsFoundThroughModuleCalls() throws IOException {
    write("parts/docs.bicep", "param deploy bool\n" + search("if (deploy) ", "false"));
    says(
        "`withDocs` were true",
        """
        param withDocs bool = false
        module docs 'parts/docs.bicep' = {
          name: 'docs'
          params: { deploy: withDocs }
        }
        """);
    says(
        "`deploy` were true",
        """
        module docs 'parts/docs.bicep' = {
          name: 'docs'
          params: { deploy: false }
        }
        """);
  }

  @Test
  void aModuleThatIsNeverCalledIsEnteredAllTheSame() throws IOException {
    write("parts/docs.bicep", "param sku string\n" + search("", "false"));
    says(
        "`withDocs` were true",
        """
        param withDocs bool = false
        module docs 'parts/docs.bicep' = if (withDocs) {
          name: 'docs'
          params: { sku: 'basic' }
        }
        """);
  }

  /// The other call says nothing about this one.
  @Test
  void aPartThatIsAlsoUsedElsewhereDoesNotHideTheCallThatIsLeftOut() throws IOException {
    write(
        "parts/plan.bicep",
        "resource plan 'Microsoft.Web/serverfarms@2024-04-01' = { name: 'p' }\n");
    write(
        "parts/docs.bicep",
        "param sku string\n"
            + search("", "false")
            + "module plan 'plan.bicep' = { name: 'docs-plan' }\n");
    says(
        "`withDocs` were true",
        """
        param withDocs bool = false
        module plan 'parts/plan.bicep' = { name: 'plan' }
        module docs 'parts/docs.bicep' = if (withDocs) {
          name: 'docs'
          params: { sku: 'basic' }
        }
        """);
  }

  @Test
  void theValueOfAParameterFileIsWhatDecides() throws IOException {
    write("main.bicep", "param on bool = true\n" + search("if (on) ", "false"));
    write("main.bicepparam", "using 'main.bicep'\nparam on = false\n");
    assertThat(warnings()).singleElement().asString().contains("If `on` were true");
    assertThat(RULE.scan(folder).out()).contains("main.bicepparam:2:1");
  }

  @Test
  void whatAnotherDeploymentMakesIsNotLeftOut() throws IOException {
    write("main.bicep", "param on bool = true\n" + search("if (on) ", "false"));
    write("main.bicepparam", "using 'main.bicep'\nparam on = false\n");
    write("other.bicepparam", "using 'main.bicep'\nparam on = true\n");
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("main.bicep:4");
    assertThat(scanned.out()).doesNotContain("left out");
  }

  @Test
  void oneCauseIsOneFinding() throws IOException {
    String two = search("if (on) ", "false");
    List<String> warnings =
        warnings(
            "param on bool = false\n" + two + two.replace("docs", "more").replace("'docs'", "'b'"));
    assertThat(warnings).hasSize(1);
    assertThat(RULE.scan(folder).out()).contains("2 declarations left out", "the same for more");
  }

  @Test
  void aPlaceThatIsWrongAsItIsSaysWhatElseWouldBe() throws IOException {
    write(
        "part.bicep",
        "param name string\nparam off bool\n" + search("", "off").replace("'docs'", "name"));
    write(
        "main.bicep",
        """
        param more bool = false
        param most bool = false
        module a 'part.bicep' = { params: { name: 'a', off: false } }
        module b 'part.bicep' = if (more) { params: { name: 'b', off: false } }
        module c 'part.bicep' = if (more) { params: { name: 'c', off: false } }
        module d 'part.bicep' = if (most) { params: { name: 'd', off: false } }
        module e 'part.bicep' = if (most) { params: { name: 'e', off: true } }
        """);
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.verdicts()).singleElement().extracting("level").isEqualTo("error");
    assertThat(scanned.out())
        .containsOnlyOnce("if `more` were true: API keys open 'b' to any network")
        .containsOnlyOnce(" And 1 more.")
        .doesNotContain("'c'")
        .containsOnlyOnce("if `most` were true: API keys open 'd' to any network")
        .doesNotContain("'e'")
        .contains("1 declaration left out");
  }

  /// All Azure Verified Modules of resources give out an id and a name.
  @ParameterizedTest
  @CsvSource({
    "br/public:avm/res/search/search-service:0.11.1, resourceId, warning",
    "br:mcr.microsoft.com/bicep/avm/res/search/search-service:0.11.1, name, warning",
    "br/public:avm/res/search/search-service:0.11.1, endpoint, error",
    "br/public:avm/ptn/search/search-service:0.11.1, resourceId, error",
    "br:example.azurecr.io/search:1, resourceId, error",
    "br:example.azurecr.io/avm/res/search/search-service:0.11.1, resourceId, error",
    "br:mcr.microsoft.com/bicep/notavm/res/search:0.11.1, name, error",
    "mymodules/avm/res/search/search-service.bicep, resourceId, error",
  })
  void whatAModuleMakesThatIsNotHereHasAnId(String module, String output, String level)
      throws IOException {
    write("own.bicep", "param there string\n" + search("if (empty(there)) ", "false"));
    write(
        "main.bicep",
        """
        module made 'MODULE' = { params: { name: 'made', disableLocalAuth: true } }
        module own 'own.bicep' = { params: { there: made.outputs.OUTPUT } }
        """
            .replace("MODULE", module)
            .replace("OUTPUT", output));
    assertThat(RULE.scan(folder).verdicts())
        .filteredOn(it -> it.kind().equals("fail"))
        .extracting("level")
        .containsExactly(level);
  }

  @Test
  void whatIsWrittenAgainIsNotLeftOut() throws IOException {
    write(
        "main.bicep",
        search("[for i in range(0, 1): ", "false")
                .replace("resource docs", "resource first")
                .replaceFirst("}\n$", "}]\n")
            + search("", "true").replace("  name:", "  dependsOn: [first]\n  name:"));
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.places("search-local-auth", "fail")).isEmpty();
    assertThat(scanned.out()).doesNotContain("left out");
  }

  /// The later write would be certain if the parameter were true.
  @Test
  void aLaterWriteThatIsLeftOutWouldCount() throws IOException {
    says(
        "`soften` were true",
        "param soften bool = false\n"
            + search("", "true").replace("resource docs", "resource first")
            + search("if (soften) ", "false").replace("  name:", "  dependsOn: [first]\n  name:"));
  }

  @Test
  void oneDeploymentThatWouldFailIsEnough() throws IOException {
    write("main.bicep", "param on bool = false\nparam off bool\n" + search("if (on) ", "off"));
    for (boolean first : List.of(true, false)) {
      write("a.bicepparam", "using 'main.bicep'\nparam off = " + first + "\n");
      write("z.bicepparam", "using 'main.bicep'\nparam off = " + !first + "\n");
      assertThat(warnings()).hasSize(1);
    }
  }

  @Test
  void theTwinInJsonSaysTheSame() throws IOException {
    write(
        "main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"on": {"type": "bool", "defaultValue": false},
                         "names": {"type": "array", "defaultValue": []}},
          "resources": [
            {"condition": "[parameters('on')]", "type": "Microsoft.Search/searchServices",
             "apiVersion": "2025-05-01", "name": "one", "properties": {"disableLocalAuth": false}},
            {"copy": {"name": "c", "count": "[length(parameters('names'))]"},
             "type": "Microsoft.Search/searchServices",
             "apiVersion": "2025-05-01", "name": "[parameters('names')[copyIndex()]]",
             "properties": {"disableLocalAuth": false}}
          ]
        }
        """);
    assertThat(warnings())
        .hasSize(2)
        .anySatisfy(it -> assertThat(it).startsWith("warning If `on` were true"))
        .anySatisfy(it -> assertThat(it).startsWith("warning If `names` had an item"));
  }
}
