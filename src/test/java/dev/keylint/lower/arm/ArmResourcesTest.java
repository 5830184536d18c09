package dev.keylint.lower.arm;

import static dev.keylint.lower.arm.ArmLoweringTest.clean;
import static dev.keylint.lower.arm.ArmLoweringTest.lower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmResourcesTest {
  private static List<Declaration.Resource> resources(Template template) {
    return template.resources().stream().map(Declaration.Resource.class::cast).toList();
  }

  private static String head(Declaration.Resource resource) {
    return resource.type()
        + " "
        + Shown.of(resource.name())
        + resource.parent().map(parent -> " in " + Shown.of(parent)).orElse("")
        + resource.scope().map(scope -> " on " + Shown.of(scope)).orElse("");
  }

  @Test
  void aResourceHasItsPartsAndABodyOfTheRest() {
    Template template =
        clean(
            """
            {"resources": [{
              "type": "Microsoft.Search/searchServices",
              "apiVersion": "2025-05-01",
              "name": "[parameters('name')]",
              "comments": "mine",
              "condition": "[parameters('on')]",
              "copy": {"name": "many", "count": 2, "mode": "serial", "batchSize": 1},
              "dependsOn": ["x"],
              "sku": {"name": "basic"},
              "properties": {"disableLocalAuth": true}
            }]}
            """);
    Declaration.Resource only = resources(template).getFirst();
    assertThat(head(only)).isEqualTo("Microsoft.Search/searchServices p.name");
    assertThat(only.condition().map(Shown::of)).contains("p.on");
    assertThat(only.loop().map(Shown::of)).contains("many*2");
    assertThat(Shown.of(only.body()))
        .isEqualTo("{'sku': {'name': 'basic'}, 'properties': {'disableLocalAuth': true}}");
    assertThat(only.existing()).isFalse();
    assertThat(((Location.InFile) only.at()).start().line()).isEqualTo(1);
    assertThat(template.symbolicNames()).isFalse();
  }

  @Test
  void symbolicNamesAreKept() {
    Template template =
        clean(
            """
            {"languageVersion": "2.0", "resources": {
              "vault": {"existing": true, "type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01",
                "subscriptionId": "[parameters('sub')]", "resourceGroup": "rg", "name": "kv"}
            }}
            """);
    Declaration.Resource only = resources(template).getFirst();
    assertThat(template.symbolicNames()).isTrue();
    assertThat(only.symbol()).isEqualTo("vault");
    assertThat(only.existing()).isTrue();
    assertThat(head(only))
        .isEqualTo("Microsoft.KeyVault/vaults 'kv' on resourceGroup(p.sub, 'rg')");
    assertThat(Shown.of(only.body())).isEqualTo("{}");
  }

  @Test
  void childrenOfALoopAreRepeatedWithIt() {
    Template template =
        clean(
            """
            {"resources": [{
              "type": "A.B/c", "apiVersion": "1", "name": "[concat('n', copyIndex())]",
              "copy": {"name": "many", "count": 2},
              "resources": [
                {"type": "d", "name": "one", "resources": [{"type": "e", "apiVersion": "2", "name": "two"}]},
                {"type": "d/e", "name": "x/y"},
                {"type": "A.B/c/d", "name": "[concat('n', copyIndex(), '/three')]"}
              ]
            }]}
            """);
    assertThat(resources(template))
        .extracting(ArmResourcesTest::head)
        .containsExactly(
            "A.B/c concat('n', i.)",
            "A.B/c/d 'one' in r.#0[i.many]",
            "A.B/c/d/e 'two' in r.#0.0[i.many]",
            "A.B/c/d/e concat(concat('n', i.), '/', 'x/y')",
            "A.B/c/d concat('n', i., '/three')");
    assertThat(resources(template))
        .extracting(Declaration.Resource::apiVersion)
        .containsExactly("1", "1", "2", "1", "1");
    assertThat(resources(template)).allMatch(resource -> resource.loop().isPresent());
  }

  @Test
  void extensionResourcesInTheOldSpellingsSitOnTheirOwner() {
    Template template =
        clean(
            """
            {
              "variables": {"full": "[format('{0}/{1}/Microsoft.Insights/logs', 'srv', 'db')]"},
              "resources": [
                {"type": "Microsoft.Storage/storageAccounts/providers/roleAssignments", "apiVersion": "1",
                  "name": "[concat(parameters('sa'), '/Microsoft.Authorization/', guid('x'))]"},
                {"type": "Microsoft.Sql/servers/databases/providers/diagnosticSettings", "apiVersion": "1",
                  "name": "[variables('full')]"},
                {"type": "A.B/c", "apiVersion": "1", "name": "n", "resources": [
                  {"type": "providers/locks", "name": "Microsoft.Authorization/keep"},
                  {"type": "Microsoft.Insights/diagnosticSettings", "name": "logs"}
                ]}
              ]
            }
            """);
    assertThat(resources(template))
        .extracting(ArmResourcesTest::head)
        .containsExactly(
            "Microsoft.Authorization/roleAssignments guid('x')"
                + " on concat('Microsoft.Storage/storageAccounts/', p.sa)",
            "Microsoft.Insights/diagnosticSettings 'logs'"
                + " on concat('Microsoft.Sql/servers/', 'srv', '/databases/', 'db')",
            "A.B/c 'n'",
            "Microsoft.Authorization/locks 'keep' on r.#2",
            "Microsoft.Insights/diagnosticSettings 'logs' on r.#2");
  }

  @Test
  void anOwnerThatIsNotLiteralIsSoughtWhereItsNameIsKnown() {
    Template template =
        clean(
            """
            {"resources": [{"type": "A.B/c/providers/locks", "apiVersion": "1", "name": "[parameters('n')]"}]}
            """);
    assertThat(resources(template))
        .extracting(ArmResourcesTest::head)
        .containsExactly(
            "Microsoft.Authorization/locks split(p.n, '/')[2]"
                + " on concat('A.B/c/', split(p.n, '/')[0])");
  }

  /// It hides a resource; whether Azure takes it where resources have no names of their own, no
  /// reference says.
  @Test
  void aReferenceWithoutASymbolicNameIsReported() {
    String resource =
        "{\"type\": \"A.B/c\", \"apiVersion\": \"1\", \"name\": \"n\", \"existing\": true}";
    Template listed = lower("{\"resources\": [" + resource + "]}");
    assertThat(resources(listed)).singleElement().matches(Declaration.Resource::existing);
    assertThat(listed.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.kind().incomplete()).isTrue())
        .satisfies(it -> assertThat(it.message()).contains("`existing`"));
    String named = "{\"languageVersion\": \"2.0\", \"resources\": {\"c\": " + resource + "}}";
    assertThat(resources(clean(named))).singleElement().matches(Declaration.Resource::existing);
    String deployed = "{\"resources\": [" + resource.replace("true", "false") + "]}";
    assertThat(resources(clean(deployed))).singleElement().matches(it -> !it.existing());
  }

  @Test
  void anOwnerThatNothingTellsIsReported() {
    Template template =
        lower(
            """
            {"resources": [{"type": "A.B/c/providers/own", "apiVersion": "1", "name": "[parameters('n')]"}]}
            """);
    assertThat(resources(template)).hasSize(1);
    assertThat(template.diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "/ ~ tenant()",
        "[resourceId('A.B/c', 'd')] ~ resourceId('A.B/c', 'd')",
        "[parameters('id')] ~ p.id",
        "[concat('Microsoft.Web/sites/', parameters('s'))] ~"
            + " concat('Microsoft.Web/sites/', p.s)",
        "[format('Microsoft.Management/managementGroups/{0}', parameters('mg'))] ~"
            + " managementGroup(p.mg)",
        "Microsoft.Management/managementGroups/root ~ managementGroup('root')",
      })
  void aScopeIsAnIdOrAScopeFunction(String written, String expected) {
    Template template =
        clean(
            """
            {"resources": [{"type": "A.B/c", "apiVersion": "1", "name": "n", "scope": "SCOPE"}]}
            """
                .replace("SCOPE", written));
    assertThat(resources(template).getFirst().scope().map(Shown::of)).contains(expected);
  }

  @Test
  void theVersionMayStandInAVariableOrDefault() {
    Template template =
        clean(
            """
            {
              "parameters": {"v": {"type": "string", "defaultValue": "2023-01-01"}},
              "variables": {"versions": {"net": "[parameters('v')]"}},
              "resources": [{"type": "A.B/c", "apiVersion": "[variables('versions').net]", "name": "n"}]
            }
            """);
    assertThat(resources(template).getFirst().apiVersion()).isEqualTo("2023-01-01");
  }

  @Test
  void resourcesOfAnExtensionNameItAndNeedNoName() {
    Template template =
        clean(
            """
            {
              "extensions": {"graph": {"name": "MicrosoftGraph", "version": "1.0.0"}},
              "resources": {"app": {"extension": "graph", "type": "Microsoft.Graph/applications@v1.0",
                "properties": {"uniqueName": "x"}}}
            }
            """);
    Declaration.Resource app = resources(template).getFirst();
    assertThat(app.extension()).contains("MicrosoftGraph");
    assertThat(app.apiVersion()).isEqualTo("v1.0");
    assertThat(head(app)).isEqualTo("Microsoft.Graph/applications 'app'");
  }
}
