package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules of the user's own: one that would never be asked must not look like one that is kept.
final class OwnRulesTest {
  @TempDir private Path folder;

  @BeforeEach
  void oneTemplate() throws IOException {
    write(
        "main.bicep",
        """
        resource a 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
          properties: {
            disableLocalAuth: true
          }
        }
        """);
  }

  @Test
  void aRuleInItsFolderIsAsked() throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Microsoft.Search/searchServices", "[]"));
    write("rules/README.md", "ours");
    write("rules/notes/plan.md", "later");
    Scanned run = scan("rules");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("error[has-tags]");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theCasesOfRulesAreNoTemplatesOfTheScan() throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Microsoft.Search/searchServices", "[]"));
    write("rules/has-tags/cases.bicep", "resource broken");
    assertThat(Scanned.command(folder, "scan", ".", "--rules", "rules").out())
        .contains("error[has-tags]")
        .doesNotContain("cases.bicep");
    assertThat(Scanned.folder(folder, ".").out()).contains("rules/has-tags/cases.bicep");
  }

  @Test
  void theCasesOfRulesAreNeitherMendedNorListed() throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Microsoft.Search/searchServices", "[]"));
    String open = Files.readString(folder.resolve("main.bicep")).replace("true", "false");
    write("main.bicep", open);
    write("rules/has-tags/cases.bicep", open);
    Scanned fixed = Scanned.command(folder, "fix", ".", "--unsafe", "--rules", "rules");
    assertThat(fixed.out()).contains("main.bicep").doesNotContain("cases.bicep");
    assertThat(folder.resolve("rules/has-tags/cases.bicep")).content().isEqualTo(open);
    write("rules/has-tags/cases.bicep", "resource broken");
    Scanned access = Scanned.command(folder, "access", ".", "--rules", "rules");
    assertThat(access.err()).isEmpty();
    assertThat(access.exit()).isZero();
    assertThat(Scanned.command(folder, "access", ".").err()).contains("rules/has-tags/cases.bicep");
  }

  @ParameterizedTest
  @CsvSource({
    "rules, rules/README.md, there is no rule in this folder, rules/my-rule/rule.yaml",
    "rules/has-tags, rules/has-tags/rule.yaml, folder of one rule, --rules rules",
    "rules/has-tags/, rules/has-tags/rule.yaml, folder of one rule, --rules rules",
    ".., rule.yaml, folder of one rule, --rules ",
    ".., rules/has-tags/rule.yaml, too deep, --rules ../rules",
    "rules, rules/team/has-tags/rule.yaml, too deep, --rules rules/team",
    "rules, rules/team/a/has-tags/rule.yaml, too deep, --rules rules/team/a",
    "rules, rules/has-tags/rule.yml, not read, call it `rule.yaml`",
    "rules, rules/has-tags/Rule.yaml, not read, call it `rule.yaml`",
    "rules, rules/has-tags/rules.yaml, not read, call it `rule.yaml`",
    "rules, rules/team/has-tags/rule.yml, not read, call it `rule.yaml`",
    "rules, rules/has-tags/cases.bicep, no `rule.yaml`, add the rule",
    "rules, rules/has-tags.yaml, there is no rule in this folder, rules/my-rule/rule.yaml"
  })
  void aRuleWhereNoneIsLookedForIsAnError(String option, String file, String what, String help)
      throws IOException {
    write(file, rule("has-tags", "Microsoft.Search/searchServices", "[]"));
    Path from = folder;
    if (option.equals("..")) {
      from = folder.resolve("inner");
      Files.createDirectories(from);
    }
    Scanned run = Scanned.command(from, "scan", "--rules", option);
    assertThat(run.exit()).as(run.out()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(what, "help: ", help);
  }

  @Test
  void aMisplacedRuleBesideGoodOnesIsAnErrorToo() throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Microsoft.Search/searchServices", "[]"));
    write("rules/more/rule.yml", rule("more", "Microsoft.Search/searchServices", "[]"));
    Scanned run = scan("rules");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("rules/more/rule.yml: this file is not read");
    assertThat(Scanned.command(folder, "rules", "list", "--rules", "rules").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/searchService, Microsoft.Search/searchServices",
    "microsoft.search/serchservices, Microsoft.Search/searchServices",
    "Microsft.Search/searchServices, Microsoft.Search/searchServices",
    "Microsoft.CognitiveService/accounts, Microsoft.CognitiveServices/accounts",
    "Microsoft.CognitiveServices/accounts/conections,"
        + " Microsoft.CognitiveServices/accounts/connections",
    "Microsoft.KeyVault/vault, Microsoft.KeyVault/vaults",
    "Microsoft.Web/site, ''",
    "Microsoft.Network/privateDnsZones/MX, ''",
    "Microsoft.Search/searchServices/sharedPrivateLinkResources, ''"
  })
  void aMisspeltResourceTypeIsAnErrorAndAnUnknownOneIsSaid(String type, String meant)
      throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", type, "[]"));
    Scanned run = scan("rules");
    if (meant.isEmpty()) {
      assertThat(run.exit()).isZero();
    } else {
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains("rules/has-tags/rule.yaml:8:13: no provider has the resource type `" + type)
          .contains("help: perhaps `" + meant + "` is meant");
    }
  }

  @Test
  void aTypeThatMayExistIsOnlySaid() throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Contoso.Quay/berths", "[]"));
    Scanned run = scan("rules");
    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "rules/has-tags/rule.yaml:8:13: note: keylint does not know `Contoso.Quay/berths`;"
                + " misspelt, this rule is never asked\n");
  }

  @Test
  void typesThatRulesMayNameAreKnown() {
    ResourceTypes types = ResourceTypes.read();
    for (String type :
        new String[] {
          "Microsoft.Search/searchServices",
          "microsoft.cognitiveservices/ACCOUNTS/deployments",
          "Microsoft.CognitiveServices/accounts/projects",
          "Microsoft.Web/sites/config",
          "Microsoft.ApiManagement/service/apis/operations/policies",
          "Microsoft.Authorization/roleAssignments",
          "Microsoft.Storage/storageAccounts/blobServices/containers",
          "Microsoft.App/containerApps"
        }) {
      assertThat(types.isKnown(type)).as(type).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "['see the wiki']",
        "['javascript:alert(1)']",
        "['ftp://example.com/x']",
        "['https://']"
      })
  void aRuleWithoutALinkHasNoHelpPage(String see) throws IOException {
    assertThat(helpUri(see)).isEmpty();
  }

  @Test
  void theHelpPageOfAUsersRuleIsItsOwnFirstLink() throws IOException {
    assertThat(helpUri("['our wiki', 'https://wiki.example/tags', 'https://other.example']"))
        .hasValue("https://wiki.example/tags");
  }

  private Optional<String> helpUri(String see) throws IOException {
    write("rules/has-tags/rule.yaml", rule("has-tags", "Microsoft.Search/searchServices", see));
    Scanned run = Scanned.command(folder, "scan", "--rules=rules", "--output=sarif");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    JsonObject log = JsonReader.read(Source.of("o", run.out())).object().orElseThrow();
    JsonObject first = (JsonObject) log.array("runs").orElseThrow().items().getFirst();
    JsonArray rules =
        first
            .object("tool")
            .flatMap(it -> it.object("driver"))
            .flatMap(it -> it.array("rules"))
            .orElseThrow();
    Optional<String> own = Optional.empty();
    for (var item : rules.items()) {
      JsonObject rule = (JsonObject) item;
      if (rule.text("id").orElseThrow().equals("has-tags")) {
        own = rule.text("helpUri");
      } else {
        assertThat(rule.text("helpUri").orElseThrow()).endsWith(rule.text("id").orElseThrow());
      }
    }
    return own;
  }

  @Test
  void aRuleIsExplainedWithoutRemarksToItsAuthors() {
    assertThat(Scanned.command(folder, "rules", "show", "search-local-auth").out())
        .startsWith("# search-local-auth\n")
        .endsWith("\n")
        .doesNotEndWith("\n\n");
  }

  private Scanned scan(String rules) {
    return Scanned.command(folder, "scan", "main.bicep", "--rules", rules);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static String rule(String id, String type, String see) {
    return """
    id: %s
    title: Services have tags
    severity: error
    precision: high
    since: 0.1.0
    tags: [keyless]
    match:
      resource: %s
    validations:
      - expression: "has(resource.tags)"
        at: resource
        message: "'{resource.name}' has no tags."
    remediation: Add tags.
    docs:
      why: Because.
      see: %s
    """
        .formatted(id, type, see);
  }
}
