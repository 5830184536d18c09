package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private static final String SEARCH =
      """
      "parameters": {"name": {"type": "string"}, "on": {"type": "bool"}, "list": {"type": "array"}},
      "resources": [{
        "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", %s
        "properties": {"disableLocalAuth": true}
      }]
      """;

  private static Estate search(String members) {
    return Arm.expand(SEARCH.replace("%s", members));
  }

  @Test
  void hasTypeNameScopeIdAndBody() {
    var search =
        search("\"name\": \"[parameters('name')]\", \"location\": \"westeurope\",")
            .resources()
            .getFirst();
    assertThat(NormalForm.print(search.scope())).isEqualTo("resourceGroup().id");
    assertThat(NormalForm.print(search.id()))
        .isEqualTo(
            "format('{0}/providers/Microsoft.Search/searchServices/{1}', resourceGroup().id,"
                + " parameters('name'))");
    assertThat(NormalForm.print(search.body()))
        .isEqualTo(
            "createObject('location', 'westeurope', 'properties', createObject('disableLocalAuth',"
                + " true()))");
    assertThat(search.condition()).isEmpty();
  }

  @Test
  void withAFalseConditionThereIsNone() {
    assertThat(search("\"name\": \"s\", \"condition\": \"[equals(1, 2)]\",").resources()).isEmpty();
  }

  @Test
  void anUnknownConditionIsKept() {
    var search =
        search("\"name\": \"s\", \"condition\": \"[not(parameters('on'))]\",")
            .resources()
            .getFirst();
    assertThat(search.condition().map(NormalForm::print)).contains("not(parameters('on'))");
  }

  @Test
  void aLoopOfKnownCountIsUnrolled() {
    Estate estate =
        search(
            "\"name\": \"[format('s{0}', copyIndex(1))]\", \"copy\": {\"name\": \"c\", \"count\":"
                + " 3},");
    assertThat(estate.resources())
        .extracting(each -> NormalForm.plain(each.name()))
        .containsExactly("s1", "s2", "s3");
  }

  @Test
  void aLoopOfUnknownCountIsOneResourceThatMayNotBe() {
    Estate estate =
        search(
            "\"name\": \"[parameters('list')[copyIndex()]]\","
                + " \"copy\": {\"name\": \"c\", \"count\": \"[length(parameters('list'))]\"},");
    assertThat(estate.resources()).hasSize(1);
    var search = estate.resources().getFirst();
    assertThat(NormalForm.print(search.name())).isEqualTo("parameters('list')[copyIndex()]");
    assertThat(search.condition().map(NormalForm::print))
        .contains("greater(length(parameters('list')), 0)");
    assertThat(search.body().properties().get("copy").map(NormalForm::print))
        .contains("length(parameters('list'))");
  }

  /// While the turns are counted, what the loop makes is not looked for; then it is.
  @Test
  void aLoopMayRunOverWhatAnotherResourceSays() {
    Estate estate =
        Arm.expand(
            """
            "resources": [
              {"type": "A.B/c", "apiVersion": "2020-01-01", "name": "[concat('m', copyIndex())]",
                "copy": {"name": "each", "count": "[length(createArray(reference('n').none))]"},
                "properties": {"kind": "[string(copyIndex())]"}},
              {"type": "A.B/c", "apiVersion": "2020-01-01", "name": "n", "properties": {"kind": "x"}}
            ],
            "outputs": {
              "item": {"type": "string", "value": "[reference(resourceId('A.B/c', 'm0'), '2020-01-01').kind]"}
            }
            """);
    assertThat(estate.diagnostics()).isEmpty();
    assertThat(estate.resources())
        .extracting(each -> NormalForm.plain(each.name()))
        .containsExactly("m0", "n");
    assertThat(estate.outputs())
        .extracting(each -> NormalForm.plain(each.value()))
        .containsExactly("0");
  }

  @Test
  void aLoopThatNeedsItsOwnTurnsIsSaid() {
    Estate estate =
        Arm.expand(
            """
            "languageVersion": "2.0",
            "resources": {
              "each": {"type": "A.B/c", "apiVersion": "2020-01-01", "name": "[concat('m', copyIndex())]",
                "copy": {"name": "each", "count": "[length(references('each'))]"}}
            }
            """);
    assertThat(estate.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the loop of `each` refers to itself");
  }

  @Test
  void aFailureBehindAnUnknownConditionIsOnlyANote() {
    Estate estate =
        search(
            "\"name\": \"s\", \"condition\": \"[parameters('on')]\", \"x\":"
                + " \"[createArray()[0]]\",");
    assertThat(estate.diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Diagnostic.Kind.NOTE);
  }

  @Test
  void setPropertiesOfOthersAreKnownAndTheRestIsRuntime() {
    Estate estate =
        Arm.expand(
            """
            "resources": [
              {"type": "A.B/c", "apiVersion": "2020-01-01", "name": "n", "location": "here",
                "identity": {"type": "SystemAssigned"},
                "properties": {"kind": "x", "rules": {"ip": "1"}, "open": "[parameters('p')]"}}
            ],
            "parameters": {"p": {"type": "string"}},
            "outputs": {
              "set": {"type": "string", "value": "[reference(resourceId('A.B/c', 'n'), '1').kind]"},
              "byName": {"type": "string", "value": "[reference('n').kind]"},
              "nested": {"type": "string", "value": "[reference('n').rules.ip]"},
              "object": {"type": "object", "value": "[reference('n').rules]"},
              "unset": {"type": "string", "value": "[reference('n').endpoint]"},
              "location": {"type": "string", "value": "[reference('n', '1', 'full').location]"},
              "open": {"type": "string", "value": "[reference('n', '1', 'full').properties.open]"},
              "principal": {"type": "string",
                "value": "[reference('n', '1', 'full').identity.principalId]"}
            }
            """);
    String id = "format('{0}/providers/A.B/c/n', resourceGroup().id)";
    assertThat(Shown.outputs(estate))
        .containsExactlyInAnyOrder(
            "set = \"x\"",
            "byName = \"x\"",
            "nested = \"1\"",
            "object = ⟦reference(" + id + ", '2020-01-01').rules⟧",
            "unset = ⟦reference(" + id + ", '2020-01-01').endpoint⟧",
            "location = \"here\"",
            "open = ⟦parameters('p')⟧",
            "principal = ⟦reference(" + id + ", '1', 'full').identity.principalId⟧");
  }

  @Test
  void anExtensionResourceSitsOnAnother() {
    Estate estate =
        Arm.expand(
            """
            "resources": [{"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2020-01-01",
              "name": "g", "scope": "[resourceId('A.B/c', 'n')]", "properties": {}}]
            """);
    assertThat(NormalForm.print(estate.resources().getFirst().id()))
        .isEqualTo(
            "format('{0}/providers/A.B/c/n/providers/Microsoft.Authorization/roleAssignments/g',"
                + " resourceGroup().id)");
  }

  @Test
  void contextMakesIdsKnown() {
    Estate estate =
        Arm.expand(
            SEARCH.replace("%s", "\"name\": \"s\","),
            DeploymentContext.resourceGroup("0-1", "rg"),
            Limits.DEFAULT);
    assertThat(NormalForm.plain(estate.resources().getFirst().id()))
        .isEqualTo(
            "/subscriptions/0-1/resourceGroups/rg/providers/Microsoft.Search/searchServices/s");
  }

  @Test
  void propertyLoopsOfUnknownCountAreMaps() {
    Estate estate =
        search(
            "\"name\": \"s\", \"tags\": {\"copy\": [{\"name\": \"t\","
                + " \"count\": \"[length(parameters('list'))]\","
                + " \"input\": \"[parameters('list')[copyIndex('t')].x]\"}]},");
    Value tags = estate.resources().getFirst().body().properties().get("tags").orElseThrow();
    assertThat(NormalForm.print(tags))
        .isEqualTo(
            "createObject('t', map(range(0, length(parameters('list'))), lambda('v0',"
                + " parameters('list')[lambdaVariables('v0')].x)))");
  }
}
