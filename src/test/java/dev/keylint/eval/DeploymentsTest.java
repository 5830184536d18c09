package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;

/// Modules and nested deployments.
class DeploymentsTest {
  private static Estate module(String envelope, String scope, String arguments, String template) {
    return Arm.expand(
        """
        "parameters": {"p": {"type": "string"}, "on": {"type": "bool"}, "list": {"type": "array"}},
        "variables": {"v": "outer"},
        "resources": [{
          "type": "Microsoft.Resources/deployments", "apiVersion": "2025-04-01", %s
          "properties": {
            "expressionEvaluationOptions": {"scope": "%s"}, "mode": "Incremental",
            "parameters": {%s}, "template": {%s}
          }
        }],
        "outputs": {"x": {"type": "string", "value": "[reference('m').outputs.o.value]"}}
        """
            .formatted(envelope, scope, arguments, template));
  }

  private static final String ACCOUNT =
      """
      "parameters": {"a": {"type": "string", "defaultValue": "d"}, "b": {"type": "string"}},
      "variables": {"v": "inner"},
      "resources": [{"type": "A.B/c", "apiVersion": "1", "name": "[parameters('a')]",
        "location": "[resourceGroup().location]", "kind": "[variables('v')]",
        "tags": {"d": "[deployment().name]"}}],
      "outputs": {"o": {"type": "string", "value": "[parameters('a')]"}}
      """;

  private static String member(Estate estate, String name) {
    return NormalForm.print(
        estate.resources().getFirst().body().properties().get(name).orElseThrow());
  }

  @Test
  void argumentsGoInAndOutputsComeOut() {
    Estate estate =
        module(
            "\"name\": \"m\",",
            "inner",
            "\"a\": {\"value\": \"[concat(parameters('p'), '1')]\"}",
            ACCOUNT);
    assertThat(NormalForm.print(estate.resources().getFirst().name()))
        .isEqualTo("format('{0}1', parameters('p'))");
    assertThat(NormalForm.print(Arm.output(estate, "x")))
        .isEqualTo("format('{0}1', parameters('p'))");
    assertThat(member(estate, "kind")).isEqualTo("'inner'");
    assertThat(member(estate, "tags")).isEqualTo("createObject('d', 'm')");
    assertThat(Arm.output(estate, "x").origin().way())
        .extracting(Origin.Step::kind)
        .containsExactly(Origin.Kind.OUTPUT, Origin.Kind.OUTPUT, Origin.Kind.MODULE_ARGUMENT);
    assertThat(estate.resources().getFirst().deployment().calls())
        .extracting(DeploymentPath.Call::name)
        .containsExactly("m");
  }

  @Test
  void nullStandsForTheDefault() {
    Estate estate = module("\"name\": \"m\",", "inner", "\"a\": {\"value\": null}", ACCOUNT);
    assertThat(NormalForm.print(estate.resources().getFirst().name())).isEqualTo("'d'");
  }

  @Test
  void whatMayBeNullMayBeTheDefault() {
    Estate estate =
        module(
            "\"name\": \"m\",",
            "inner",
            "\"a\": {\"value\": \"[tryGet(parameters('list'), 0)]\"}",
            ACCOUNT);
    assertThat(NormalForm.print(estate.resources().getFirst().name()))
        .isEqualTo("coalesce(tryGet(parameters('list'), 0), 'd')");
  }

  @Test
  void withOuterScopeExpressionsSeeTheTemplateAround() {
    Estate estate =
        module(
            "\"name\": \"m\",", "outer", "", ACCOUNT.replace("parameters('a')", "parameters('p')"));
    assertThat(NormalForm.print(estate.resources().getFirst().name())).isEqualTo("parameters('p')");
    assertThat(member(estate, "kind")).isEqualTo("'outer'");
    assertThat(member(estate, "tags")).isEqualTo("createObject('d', deployment().name)");
    assertThat(NormalForm.print(Arm.output(estate, "x"))).isEqualTo("parameters('p')");
  }

  @Test
  void anotherResourceGroupIsAnotherScope() {
    Estate estate = module("\"name\": \"m\", \"resourceGroup\": \"other\",", "inner", "", ACCOUNT);
    assertThat(NormalForm.print(estate.resources().getFirst().scope()))
        .isEqualTo("format('{0}/resourceGroups/other', subscription().id)");
    assertThat(member(estate, "location"))
        .isEqualTo("resourceGroup(format('{0}/resourceGroups/other', subscription().id)).location");
  }

  @Test
  void resourcesShareTheConditionOfTheirDeployment() {
    Estate estate =
        module("\"name\": \"m\", \"condition\": \"[parameters('on')]\",", "inner", "", ACCOUNT);
    assertThat(estate.resources().getFirst().condition().map(NormalForm::print))
        .contains("parameters('on')");
  }

  @Test
  void aDeploymentThatIsNotMadeHasNoResources() {
    Estate estate = module("\"name\": \"m\", \"condition\": false,", "inner", "", ACCOUNT);
    assertThat(estate.resources()).isEmpty();
  }

  @Test
  void aLoopOfDeploymentsHasOutputsByIndex() {
    Estate estate =
        Arm.expand(
            """
            "resources": {"m": {
              "type": "Microsoft.Resources/deployments", "apiVersion": "2025-04-01",
              "name": "[format('m{0}', copyIndex())]", "copy": {"name": "m", "count": 2},
              "properties": {"expressionEvaluationOptions": {"scope": "inner"},
                "parameters": {"a": {"value": "[format('n{0}', copyIndex())]"}},
                "template": {%s}}
            }},
            "outputs": {
              "x": {"type": "string", "value": "[reference('m[1]').outputs.o.value]"},
              "y": {"type": "array", "copy": {"count": 2,
                "input": "[reference(format('m[{0}]', copyIndex())).outputs.o.value]"}}
            }
            """
                .formatted(ACCOUNT));
    assertThat(Shown.outputs(estate)).containsExactly("x = \"n1\"", "y = [\"n0\",\"n1\"]");
  }

  @Test
  void aParameterWithoutValueInAModuleIsNamedAfterItsDeployment() {
    Estate estate =
        module(
            "\"name\": \"m\",",
            "inner",
            "",
            ACCOUNT.replace("\"name\": \"[parameters('a')]\"", "\"name\": \"[parameters('b')]\""));
    assertThat(NormalForm.print(estate.resources().getFirst().name()))
        .isEqualTo("parameters('b', 'm')");
    assertThat(Arm.messages(estate, Diagnostic.Kind.SEMANTIC))
        .containsExactly("the module gets no value for parameter `b`");
  }

  @Test
  void aSecretFromAVaultIsKnownByTheParameter() {
    Estate estate =
        module(
            "\"name\": \"m\",",
            "inner",
            "\"a\": {\"reference\": {\"keyVault\": {\"id\": \"/x\"}, \"secretName\": \"s\"}}",
            ACCOUNT);
    Value name = estate.resources().getFirst().name();
    assertThat(NormalForm.print(name)).isEqualTo("parameters('a', 'm')");
    assertThat(((Value.Unknown) name).reason()).isEqualTo(new Reason.Secret("a"));
  }

  @Test
  void aTemplateThatIsNotHereIsAGapWithItsArguments() {
    Estate estate =
        Arm.expand(
            """
            "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "m",
              "properties": {"templateLink": {"relativePath": "away.json"},
                "parameters": {"a": {"value": "x"}}}}],
            "outputs": {"x": {"type": "string", "value": "[reference('m').outputs.o.value]"}}
            """);
    assertThat(estate.gaps()).extracting(Gap::what).containsExactly("module away.json");
    assertThat(estate.gaps().getFirst().arguments())
        .extracting(argument -> argument.name() + "=" + NormalForm.print(argument.value()))
        .containsExactly("a='x'");
    assertThat(((Value.Unknown) Arm.output(estate, "x")).reason())
        .isEqualTo(new Reason.MissingModule("away.json"));
  }
}
