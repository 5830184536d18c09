package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A template is written by a stranger: each bound is a diagnostic, never a crash or a hang.
class LimitsTest {
  private static Estate expand(String members) {
    return assertTimeout(Duration.ofSeconds(30), () -> Arm.expand(members));
  }

  private static String variables(int count, String step) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "\"v%d\": \"[%s]\"".formatted(i + 1, step.replace("#", "variables('v" + i + "')")))
        .collect(Collectors.joining(", "));
  }

  private static Estate last(String first, int count, String step) {
    return expand(
        """
        "parameters": {"p": {"type": "string"}},
        "variables": {"v0": %s, %s}, "resources": [],
        "outputs": {"x": {"type": "string", "value": "[variables('v%d')]"}}
        """
            .formatted(first, variables(count, step), count));
  }

  @Test
  void aLoopOfABillionTurnsIsOneDiagnosticAndOneResource() {
    Estate estate =
        expand(
            """
            "resources": [{
              "type": "A.B/c", "apiVersion": "1", "name": "[format('x{0}', copyIndex())]",
              "copy": {"name": "all", "count": 1000000000}
            }]
            """);
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT))
        .containsExactly("loop `all` has 1000000000 turns");
    assertThat(estate.resources()).hasSize(1);
    assertThat(NormalForm.print(estate.resources().getFirst().name()))
        .isEqualTo("format('x{0}', copyIndex())");
  }

  @Test
  void textsThatDoubleAreCut() {
    Estate estate = last("\"x\"", 60, "concat(#, #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void unknownTextsThatDoubleAreCut() {
    Estate estate = last("\"[format('x{0}', parameters('p'))]\"", 60, "concat(#, #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void arraysThatDoubleAreCut() {
    Estate estate = last("\"x\"", 60, "createArray(#, #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void callsThatDoubleAreCut() {
    Estate estate = last("\"[parameters('p')]\"", 60, "guid(#, #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void conditionsThatDoubleAreCut() {
    Estate estate = last("\"[parameters('p')]\"", 60, "if(equals(#, 'a'), union(#, #), #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void aLongChainOfVariablesIsCut() {
    Estate estate = last("1", 20_000, "add(#, 1)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void deepValuesAreCut() {
    Estate estate = last("\"x\"", 1_500, "createObject('k', #)");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT))
        .contains("a value is nested more than 200 deep");
  }

  @Test
  void deepValuesMadeByReduceAreCut() {
    Estate estate =
        Arm.expression(
            "reduce(range(0, 10000), '', lambda('a', 'b', createObject('k',"
                + " lambdaVariables('a'))))");
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT)).isNotEmpty();
  }

  @Test
  void loopsInLoopsEndTheExpansion() {
    String loop = "map(range(0, 10000), lambda('x', %s))";
    Estate estate =
        expand(
            """
            "resources": [{"type": "A.B/c", "apiVersion": "1", "name": "first"}],
            "outputs": {"x": {"type": "array", "value": "[%s]"}}
            """
                .formatted(loop.formatted(loop.formatted(loop.formatted("1")))));
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT))
        .anyMatch(message -> message.startsWith("the expansion takes more than"));
    assertThat(estate.resources()).hasSize(1);
    assertThat(estate.gaps()).extracting(Gap::what).contains("the rest of the deployment");
  }

  @Test
  void aFunctionThatCallsItselfFails() {
    Estate estate =
        expand(
            """
            "functions": [{"namespace": "n", "members": {"f": {
              "parameters": [{"name": "a", "type": "int"}],
              "output": {"type": "int", "value": "[add(n.f(parameters('a')), n.f(parameters('a')))]"}
            }}}],
            "resources": [], "outputs": {"x": {"type": "int", "value": "[n.f(1)]"}}
            """);
    assertThat(Arm.messages(estate, Diagnostic.Kind.SEMANTIC)).contains("`n.f` calls itself");
  }

  @Test
  void deploymentsInDeploymentsAreCut() {
    String nested = "\"resources\": []";
    for (int i = 0; i < 100; i++) {
      nested =
          """
          "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "d",
            "properties": {"expressionEvaluationOptions": {"scope": "inner"}, "template": {%s}}}]
          """
              .formatted(nested);
    }
    Estate estate = expand(nested);
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT))
        .containsExactly("modules are nested more than 64 deep");
    assertThat(estate.gaps()).hasSize(1);
  }

  @Test
  void deploymentsThatMultiplyEndTheExpansion() {
    String nested = "\"resources\": []";
    for (int i = 0; i < 8; i++) {
      nested =
          """
          "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "1",
            "name": "[format('d{0}', copyIndex())]", "copy": {"name": "c", "count": 100},
            "properties": {"expressionEvaluationOptions": {"scope": "inner"}, "template": {%s}}}]
          """
              .formatted(nested);
    }
    Estate estate = expand(nested);
    assertThat(Arm.messages(estate, Diagnostic.Kind.LIMIT))
        .containsExactly("there are more than 2000 deployments in one");
  }

  @Test
  void variablesThatNameEachOtherAreACycle() {
    Estate estate =
        expand(
            """
            "variables": {"a": "[variables('b')]", "b": "[variables('a')]"}, "resources": [],
            "outputs": {"x": {"type": "string", "value": "[variables('a')]"}}
            """);
    assertThat(Arm.messages(estate, Diagnostic.Kind.SEMANTIC))
        .containsExactly("variable `a` refers to itself");
  }

  @Test
  void aSortThatContradictsItselfEnds() {
    Estate estate = Arm.expression("sort(range(0, 500), lambda('a', 'b', true()))");
    assertThat(estate.diagnostics()).isEmpty();
  }
}
