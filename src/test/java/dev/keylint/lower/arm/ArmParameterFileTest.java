package dev.keylint.lower.arm;

import static dev.keylint.lower.arm.ArmLoweringTest.clean;
import static dev.keylint.lower.arm.ArmLoweringTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArmParameterFileTest {
  private static final String FILE =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
        "parameters": {
          "name": {"value": "${AZURE_ENV_NAME}"},
          "sku": {"value": "${SEARCH_SKU=basic}"},
          "search": {"value": "${USE_SEARCH=true}"},
          "count": {"value": "${COUNT=3}"},
          "tags": {"value": {"env": "rg-${AZURE_ENV_NAME}", "all": ["${COUNT=3}"]}},
          "password": {"value": "$(secretOrRandomPassword ${VAULT=kv} adminPassword)"},
          "literal": {"value": "[not an expression]"},
          "input": {"expression": "[externalInputs('custom_0')]"},
          "empty": {"value": "${NOTHING=}"},
          "key": {"reference": {"keyVault": {"id": "kv"}, "secretName": "key"}}
        }
      }
      """;

  private static ParameterFile lower(String text, Map<String, String> environment) {
    return ArmParameterFile.lower(Source.of("main.parameters.json", text), json(text), environment);
  }

  private static List<String> shown(ParameterFile file) {
    return file.arguments().stream()
        .map(argument -> argument.name() + "=" + Shown.of(argument.value()))
        .toList();
  }

  @Test
  void variablesWithoutAValueLeaveTheParameterToTheTemplate() {
    assertThat(ArmParameterFile.isParameterFile(json(FILE))).isTrue();
    ParameterFile file = lower(FILE, Map.of());
    assertThat(shown(file))
        .containsExactly(
            "sku='basic'",
            "search='true'",
            "count='3'",
            "tags={'env': text('rg-', externalInputs('AZURE_ENV_NAME')), 'all': ['3']}",
            "password=secret(resourceId('Microsoft.KeyVault/vaults', 'kv'), 'adminPassword')",
            "literal='[not an expression]'",
            "input=externalInputs('custom_0')",
            "empty=''",
            "key=secret('kv', 'key')");
    assertThat(file.diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.NOTE);
    assertThat(file.diagnostics().getFirst().message()).endsWith(": AZURE_ENV_NAME");
  }

  @Test
  void theEnvironmentWinsOverTheDefaultInTheFile() {
    ParameterFile file = lower(FILE, Map.of("AZURE_ENV_NAME", "dev", "SEARCH_SKU", "standard"));
    assertThat(shown(file)).contains("name='dev'", "sku='standard'");
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void textsBecomeWhatTheTemplateWants() {
    ParameterFile fitted =
        ArmParameterFile.fit(
            lower(FILE, Map.of()),
            clean(
                """
                {"parameters": {
                  "Search": {"type": "bool"}, "count": {"type": "int"}, "sku": {"type": "string"},
                  "empty": {"type": "string", "defaultValue": "x"}
                }}
                """));
    assertThat(shown(fitted))
        .contains("search=true", "count=3", "sku='basic'", "literal='[not an expression]'")
        .noneMatch(argument -> argument.startsWith("empty"));
  }

  @Test
  void aVariablesTextThatIsNoBooleanIsNoValue() {
    ParameterFile fitted =
        ArmParameterFile.fit(
            lower(
                """
                {"parameters": {
                  "jump": {"value": "${JUMP=null}"}, "many": {"value": "${MANY=few}"},
                  "none": {"value": "${NONE=}"}, "plain": {"value": "null"},
                  "text": {"value": "${TEXT=null}"}
                }}
                """,
                Map.of()),
            clean(
                """
                {"parameters": {
                  "jump": {"type": "bool", "nullable": true}, "many": {"type": "int"},
                  "none": {"type": "bool"}, "plain": {"type": "bool"}, "text": {"type": "string"}
                }}
                """));
    assertThat(shown(fitted)).containsExactly("plain='null'", "text='null'");
    assertThat(fitted.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "`null` is no bool, so azd gives no value for `jump`",
            "`few` is no int, so azd gives no value for `many`");
  }

  @Test
  void aVariableWithoutAValueIsAnEmptyTextWithinAValue() {
    ParameterFile file =
        lower(
            """
            {"parameters": {
              "who": {"value": {"id": "${MY_ID}", "kind": "${MY_KIND=User}"}},
              "name": {"value": "app-${SUFFIX}-${AZURE_ENV_NAME}"},
              "list": {"value": ["${MY_ID}"]}
            }}
            """,
            Map.of());
    assertThat(shown(file))
        .containsExactly(
            "who={'id': '', 'kind': 'User'}",
            "name=text('app--', externalInputs('AZURE_ENV_NAME'))",
            "list=['']");
    assertThat(file.diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.NOTE);
    assertThat(file.diagnostics().getFirst().message())
        .isEqualTo(
            "keylint has no values for these variables, so they count as empty texts: MY_ID,"
                + " SUFFIX");
  }

  @Test
  void aSubstitutionThatIsNotUnderstoodIsReported() {
    ParameterFile file = lower("{\"parameters\": {\"a\": {\"value\": \"${NAME^^}\"}}}", Map.of());
    assertThat(shown(file)).containsExactly("a=unsupported the substitution in `${NAME^^}`");
    assertThat(file.diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.UNSUPPORTED);
  }
}
