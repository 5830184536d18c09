package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.function.PureFunction;
import dev.keylint.resource.Estate;
import dev.keylint.value.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a template says, it gives a value and no exception.
class RandomExpressionsTest {
  private static final List<String> OTHERS =
      List.of(
          "if",
          "and",
          "or",
          "not",
          "coalesce",
          "equals",
          "concat",
          "format",
          "tryGet",
          "map",
          "filter",
          "reduce",
          "sort",
          "toObject",
          "groupBy",
          "mapValues",
          "lambda",
          "copyIndex",
          "lambdaVariables",
          "parameters",
          "variables",
          "resourceId",
          "subscriptionResourceId",
          "extensionResourceId",
          "reference",
          "references",
          "listKeys",
          "resourceGroup",
          "subscription",
          "deployment",
          "environment",
          "newGuid",
          "split",
          "json",
          "indexFromEnd",
          "tryIndexFromEnd",
          "roleDefinitions",
          "listOutputsWithSecureValues",
          "providers");
  private static final List<String> LEAVES =
      List.of(
          "'x'",
          "''",
          "'a/b'",
          "'A.B/c'",
          "'{0}-{1}'",
          "0",
          "1",
          "-3",
          "9223372036854775807",
          "parameters('p')",
          "parameters('o')",
          "parameters('a')",
          "parameters('n')",
          "parameters('b')",
          "null()",
          "true()",
          "createArray()",
          "createObject('k', 1)",
          "lambda('x', lambdaVariables('x'))",
          "lambda('x', 'y', add(1, lambdaVariables('y')))",
          "resourceGroup().id",
          "subscription()",
          "reference('r')");

  @Test
  void giveAValue() {
    List<String> functions = new ArrayList<>(OTHERS);
    FunctionTable.all().stream().map(PureFunction::name).sorted().forEach(functions::add);
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String expression = expression(functions, random, 3);
      Estate estate = Arm.expression(expression);
      assertThat(estate.outputs()).as(expression).hasSize(1);
      assertThat(NormalForm.print(estate.outputs().getFirst().value())).isNotEmpty();
    }
  }

  private static String expression(List<String> functions, Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    List<String> arguments = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      arguments.add(expression(functions, random, depth - 1));
    }
    String call =
        functions.get(random.nextInt(functions.size())) + "(" + String.join(", ", arguments) + ")";
    return random.nextInt(5) == 0 ? call + ".k[0]" : call;
  }
}
