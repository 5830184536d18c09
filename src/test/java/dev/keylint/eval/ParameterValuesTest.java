package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
  private static Value parameter(String declaration) {
    Estate estate =
        Arm.expand(
            """
            "parameters": {"other": {"type": "string"}, "p": %s}, "resources": [],
            "outputs": {"x": {"type": "string", "value": "[parameters('p')]"}}
            """
                .replace("%s", declaration));
    return Arm.output(estate, "x");
  }

  private static Reason reason(Value value) {
    return ((Value.Unknown) value).reason();
  }

  @Test
  void aDefaultCountsAndTheOriginSaysSo() {
    Value value = parameter("{\"type\": \"string\", \"defaultValue\": \"d\"}");
    assertThat(NormalForm.print(value)).isEqualTo("'d'");
    assertThat(value.origin().way())
        .extracting(Origin.Step::kind)
        .containsExactly(Origin.Kind.OUTPUT, Origin.Kind.PARAMETER_DEFAULT);
  }

  @Test
  void aDefaultMayReferToAnotherParameter() {
    Value value =
        parameter("{\"type\": \"string\", \"defaultValue\": \"[toLower(parameters('other'))]\"}");
    assertThat(NormalForm.print(value)).isEqualTo("toLower(parameters('other'))");
  }

  @Test
  void withoutValueItIsAChoiceOfTheAllowedOnes() {
    Value value = parameter("{\"type\": \"string\", \"allowedValues\": [\"a\", \"b\"]}");
    assertThat(((Reason.MissingParameter) reason(value)).allowed())
        .extracting(NormalForm::print)
        .containsExactly("'a'", "'b'");
  }

  @Test
  void aNullableOneWithoutValueIsNull() {
    Value value = parameter("{\"type\": \"string\", \"nullable\": true}");
    assertThat(NormalForm.print(value)).isEqualTo("null()");
  }

  @Test
  void aSecureOneWithoutValueIsSecret() {
    Value value = parameter("{\"type\": \"securestring\"}");
    assertThat(reason(value)).isEqualTo(new Reason.Secret("p"));
    assertThat(value.origin().secret()).isTrue();
  }

  @Test
  void aSecretIsNeverPrintedButCompared() {
    Estate estate =
        Arm.expand(
            """
            "parameters": {
              "p": {"type": "securestring", "defaultValue": "hunter2"}, "q": {"type": "string"}
            },
            "resources": [],
            "outputs": {
              "x": {"type": "string", "value": "[concat('a:', parameters('p'), parameters('q'))]"},
              "y": {"type": "string", "value": "[toUpper(parameters('p'))]"}
            }
            """);
    assertThat(NormalForm.redacted(Arm.output(estate, "x")))
        .isEqualTo("format('***{0}', parameters('q'))");
    assertThat(NormalForm.redacted(Arm.output(estate, "y"))).isEqualTo("'***'");
    assertThat(NormalForm.print(Arm.output(estate, "y"))).isEqualTo("'HUNTER2'");
  }

  @Test
  void chanceMakesOneOpaqueValueOfAParameter() {
    Value value =
        parameter("{\"type\": \"string\", \"defaultValue\": \"[concat('a', newGuid())]\"}");
    assertThat(NormalForm.print(value)).isEqualTo("parameters('p')");
    assertThat(reason(value)).isInstanceOf(Reason.NonDeterministic.class);
  }

  @Test
  void parametersThatNeedEachOtherAreACycle() {
    Estate estate =
        Arm.expand(
            """
            "parameters": {
              "a": {"type": "string", "defaultValue": "[parameters('b')]"},
              "b": {"type": "string", "defaultValue": "[parameters('a')]"}
            },
            "resources": [],
            "outputs": {"x": {"type": "string", "value": "[parameters('a')]"}}
            """);
    assertThat(Arm.messages(estate, Diagnostic.Kind.SEMANTIC))
        .containsExactly("parameter `a` refers to itself");
  }

  @Test
  void anUnknownNameIsADiagnostic() {
    Estate estate = Arm.expression("parameters('typo')");
    assertThat(Arm.messages(estate, Diagnostic.Kind.SEMANTIC))
        .containsExactly("there is no parameter `typo`");
    assertThat(reason(Arm.output(estate, "x"))).isInstanceOf(Reason.Failed.class);
  }
}
