package dev.keylint.lower.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import dev.keylint.template.Parameter;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmLoweringTest {
  static JsonObject json(String text) {
    return JsonReader.read(Source.of("main.json", text)).object().orElseThrow();
  }

  static Template lower(String text) {
    return ArmLowering.lower(Source.of("main.json", text), json(text), LinkedTemplates.NONE);
  }

  /// Lowers a template of one block and expects nothing to report.
  static Template clean(String text) {
    Template template = lower(text);
    assertThat(template.diagnostics()).isEmpty();
    return template;
  }

  @ParameterizedTest
  @CsvSource({
    "2019-04-01/deploymentTemplate.json#, RESOURCE_GROUP",
    "2018-05-01/subscriptionDeploymentTemplate.json#, SUBSCRIPTION",
    "2019-08-01/managementGroupDeploymentTemplate.json, MANAGEMENT_GROUP",
    "2019-08-01/tenantDeploymentTemplate.json#, TENANT",
  })
  void theSchemaNamesTheScope(String schema, TargetScope scope) {
    String text = "{\"$schema\": \"https://schema.management.azure.com/schemas/" + schema + "\"}";
    assertThat(ArmLowering.isTemplate(json(text))).isTrue();
    assertThat(clean(text).scope()).isEqualTo(scope);
  }

  @Test
  void otherJsonIsNoTemplate() {
    assertThat(ArmLowering.isTemplate(json("{\"resources\": []}"))).isFalse();
    assertThat(
            ArmLowering.isTemplate(
                json(
                    "{\"$schema\":"
                        + " \"https://example.org/2019-04-01/deploymentParameters.json#\"}")))
        .isFalse();
  }

  @Test
  void parametersKnowWhatTheirTypeRefersTo() {
    Template template =
        clean(
            """
            {
              "definitions": {
                "sku": {"type": "string", "allowedValues": ["basic", "standard"], "nullable": true},
                "key": {"$ref": "#/definitions/_1.secret"},
                "_1.secret": {"type": "secureString"},
                "loop": {"$ref": "#/definitions/loop"}
              },
              "parameters": {
                "sku": {"$ref": "#/definitions/sku", "defaultValue": "[toLower('BASIC')]"},
                "key": {"$ref": "#/definitions/key"},
                "loop": {"$ref": "#/definitions/loop"},
                "zones": {"type": "array", "allowedValues": ["1", "2"]}
              }
            }
            """);
    Parameter sku = template.parameters().get(0);
    assertThat(sku.type()).isEqualTo(Parameter.Type.STRING);
    assertThat(sku.nullable()).isTrue();
    assertThat(sku.allowed()).extracting(Shown::of).containsExactly("'basic'", "'standard'");
    assertThat(Shown.of(sku.defaultValue().orElseThrow())).isEqualTo("toLower('BASIC')");
    assertThat(template.parameters().get(1).secure()).isTrue();
    assertThat(template.parameters().get(2).type()).isEqualTo(Parameter.Type.ANY);
    assertThat(template.parameters().get(3).allowed()).isEmpty();
  }

  @Test
  void variablesMayBeLoopsAndHoldLoops() {
    Template template =
        clean(
            """
            {
              "variables": {
                "copy": [{"name": "names", "count": 2, "input": "[concat('n', copyIndex('names'))]"}],
                "disks": {
                  "size": 4,
                  "copy": [{"name": "luns", "count": "[parameters('n')]", "input": "[copyIndex('luns')]"}]
                },
                "[string('copy')]": "plain",
                "text": "[[x]"
              }
            }
            """);
    assertThat(template.variables())
        .extracting(variable -> variable.name() + " = " + Shown.of(variable.value()))
        .containsExactly(
            "names = for names*2 concat('n', i.names)",
            "disks = {'size': 4, 'luns': for luns*p.n i.luns}",
            "[string('copy')] = 'plain'",
            "text = '[x]'");
  }

  @Test
  void aKeyMayBeAnExpression() {
    Template template =
        clean(
            """
            {"variables": {"tags": {"[parameters('tag')]": 1, "[[x]": 2, "[string('copy')]": 3}}}
            """);
    assertThat(Shown.of(template.variables().getFirst().value()))
        .isEqualTo("{p.tag: 1, '[x]': 2, string('copy'): 3}");
  }

  @Test
  void parameterDefaultsHaveNoLoops() {
    Template template =
        clean(
            """
            {"parameters": {"p": {"type": "object", "defaultValue":
              {"copy": [{"name": "a", "count": 1, "input": 2}]}}}}
            """);
    assertThat(Shown.of(template.parameters().getFirst().defaultValue().orElseThrow()))
        .isEqualTo("{'copy': [{'name': 'a', 'count': 1, 'input': 2}]}");
  }

  @Test
  void userFunctionsAreKeptByNamespace() {
    Template template =
        clean(
            """
            {"functions": [{"namespace": "contoso", "members": {"short": {
              "parameters": [{"name": "text", "type": "string"}],
              "output": {"type": "string", "value": "[take(parameters('text'), 3)]"}
            }}}]}
            """);
    assertThat(template.functions())
        .extracting(found ->
            found.namespace() + "." + found.name() + found.parameters() + Shown.of(found.body()))
        .containsExactly("contoso.short[text]take(p.text, 3)");
  }

  @Test
  void outputsMayBeLoopsConditionalAndSecret() {
    Template template =
        clean(
            """
            {
              "outputs": {
                "all": {"type": "array", "copy": {"count": 3, "input": "[copyIndex()]"}},
                "key": {"type": "SecureString", "condition": "[parameters('on')]", "value": "x"}
              }
            }
            """);
    assertThat(Shown.of(template.outputs().get(0).value())).isEqualTo("for all*3 i.");
    assertThat(template.outputs().get(1).secure()).isTrue();
    assertThat(template.outputs().get(1).condition().map(Shown::of)).contains("p.on");
  }

  @Test
  void brokenPartsAreReportedAndTheRestIsKept() {
    Template template =
        lower(
            """
            {
              "variables": "[parameters('all')]",
              "outputs": {"empty": {"type": "string"}, "good": {"type": "int", "value": 1}},
              "resources": ["[x]", {"name": "no type"}, {"type": "A.B/c", "apiVersion": "1", "name": "n"}]
            }
            """);
    assertThat(template.diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactlyInAnyOrder(
            Kind.UNSUPPORTED, Kind.UNSUPPORTED, Kind.UNSUPPORTED, Kind.UNSUPPORTED);
    assertThat(template.resources())
        .filteredOn(Declaration.Resource.class::isInstance)
        .singleElement()
        .isEqualTo(template.resources().getLast());
    assertThat(template.outputs()).hasSize(2);
  }
}
